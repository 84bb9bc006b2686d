"""The component layer: markup of single components, and a site whose every text is hostile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import jinja2
import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from portal.assets.published import assets
from portal.desk.style_page import StylePage
from portal.engine import mkdocs_files
from portal.engine.build import build_site
from portal.engine.mkdocs_files import Build
from portal.engine.template_tools import page_context, prepare
from portal.model.site import Site
from portal.schema.fields import Record, is_slug
from tests.conftest import BASE, ROOT
from tests.real_site import SITE

HOSTILE = '\'"><b class="hostile">&amp;</b>'
"""Leaves any attribute and any element that does not escape it."""

Render = Callable[..., str]


@pytest.fixture(scope="session")
def render() -> Render:
    """Render a snippet that calls a component, on the about page of the real site."""
    environment = prepare(jinja2.Environment(loader=jinja2.FileSystemLoader(ROOT / "overrides"), autoescape=True))
    about = SITE.pages["en", "about"]

    def render(component: str, call: str, **words: object) -> str:
        start = f'{{% from "components/{component}.html" import {component} with context %}}'
        context = page_context(SITE, about, [], BASE)
        return environment.from_string(start + call).render(context, **words).strip()

    return render


def hostile(value: Any) -> Any:
    """The same value with every text in it hostile; what is a choice, an address or a file name stays what it is."""
    if isinstance(value, str):
        return value if is_slug(value) or value.startswith(("https:", "http:", "/")) else value + HOSTILE
    if isinstance(value, Record):
        return value.model_copy(update={name: hostile(part) for name, part in value if name != "file_"})
    if isinstance(value, tuple):
        return tuple(map(hostile, value))
    if isinstance(value, dict):
        return {key: hostile(part) for key, part in value.items()}
    return value


class _BuiltEnoughError(Exception):
    """The pages are drawn; pictures and cards are of no interest."""


class _HostileSite(StylePage):
    """A build of the real site, as if a hostile editor had written every text of it."""

    pages: Mapping[Path, str]

    def on_startup(self, command: str, dirty: bool) -> None:
        """Nothing to do; MkDocs' configuration is not there yet."""

    @event_priority(1000)  # before the hook that would read the content
    def on_config(self, config: MkDocsConfig) -> None:
        content = SITE.content
        pages = [replace(page, front=hostile(page.front)) for page in content.pages]
        content = replace(content, entries=hostile(content.entries), pages=pages, strings=hostile(content.strings))
        site = Site(content, SITE.day)
        config.extra["portal"] = Build(site, assets(mkdocs_files.cache(config, "font")))

    @event_priority(100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        super().on_post_build(config)
        folder = Path(config.site_dir)
        files = folder.rglob("*.html")
        self.pages = {path.relative_to(folder): path.read_text(encoding="utf-8") for path in files}
        raise _BuiltEnoughError


@pytest.fixture(scope="session")
def hostile_pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[Path, str]:
    """Every page of a site with hostile texts, in the first language, and its style page."""
    hook = _HostileSite(ROOT)
    with pytest.raises(_BuiltEnoughError):
        build_site(ROOT, tmp_path_factory.mktemp("hostile") / "site", SITE, hostile=hook)
    return hook.pages
