"""A collection with pages is one schema, one template and one view: no list anywhere names it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.command import portal
from tests.conftest import ROOT, make_project

SCHEMA = '''
"""Awards: what was won."""

from __future__ import annotations

from typing import Annotated, ClassVar

from portal.schema.entry import PagedEntry
from portal.schema.fields import Localized, Slug
from portal.schema.marks import Ref


class Award(PagedEntry):
    """What a file in content/data/awards says."""

    collection: ClassVar[str] = "awards"
    page_kind: ClassVar[str] = "award"
    folder: ClassVar[str] = "awards"

    title: Localized
    winner: Annotated[Slug, Ref("partners")]

    @property
    def headline(self) -> Localized:
        """What it is called."""
        return self.title
'''
VIEW = '''
"""Awards: a page for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portal.model.page import Page
from portal.model.site import Site
from portal.schema.award import Award
from portal.schema.partner import Partner
from portal.views import view


@view(Award)
def award(site: Site, page: Page[Award]) -> Mapping[str, Any]:
    """What the page of an award shows."""
    return {"winner": site.page_of(site.all(Partner)[page.about.winner], page.locale)}
'''
TEMPLATE = """\
{% extends "main.html" %}
{% block content %}
<h1>{{ here.title }}</h1>
<p><a{{ to(winner) | xmlattr }}>{{ winner.title }}</a></p>
{% endblock %}
"""
AWARD = """\
title: {nl: Een prijs, en: A prize}
summary:
  nl: Een prijs die alleen in deze test bestaat, en dat is genoeg.
  en: A prize that exists in this test alone, and that is enough.
winner: hospital
sources: [a-source]
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with its own copy of the package, to which three files were added, and an entry."""
    root = make_project(tmp_path_factory.mktemp("award") / "project", {"content/data/awards/first.yml": AWARD})
    shutil.copytree(ROOT / "hooks/portal", root / "hooks/portal", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "hooks/portal/schema/award.py").write_text(SCHEMA, encoding="utf-8")
    (root / "hooks/portal/views/awards.py").write_text(VIEW, encoding="utf-8")
    (root / "overrides/award.html").write_text(TEMPLATE, encoding="utf-8")
    return root


def test_each_entry_has_a_page_in_every_language(project: Path) -> None:
    result = portal("build", "--out", str(project / "site"), cwd=project, PYTHONPATH=str(project / "hooks"))
    assert result.returncode == 0, result.stderr
    for path, title, link in (
        ("awards/first", "Een prijs", "../../partners/hospital/"),
        ("en/awards/first", "A prize", "../../partners/hospital/"),
    ):
        tree = LexborHTMLParser((project / f"site/{path}/index.html").read_text(encoding="utf-8"))
        heading = tree.css_first("h1")
        assert heading
        assert heading.text() == title
        assert tree.css_first(f'main a[href="{link}"]')
        assert len(tree.css("link[rel=alternate][hreflang]")) == 3
    assert "/awards/first/" in (project / "site/sitemap-nl.xml").read_text(encoding="utf-8")


def test_what_it_names_is_checked(project: Path) -> None:
    entry = project / "content/data/awards/first.yml"
    entry.write_text(AWARD.replace("winner: hospital", "winner: hospitl"), encoding="utf-8")
    result = portal("check", cwd=project, PYTHONPATH=str(project / "hooks"))
    entry.write_text(AWARD, encoding="utf-8")
    assert (
        "content/data/awards/first.yml:5: 'winner' names 'hospitl', but there is no content/data/partners/hospitl.yml. "
        "Did you mean 'hospital'?"
    ) in result.stderr
