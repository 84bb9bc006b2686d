"""One file is enough: every page that should mention a relation, event, figure or ecosystem does. Nothing is built."""

from __future__ import annotations

from typing import Any

import pytest

from portal.checks import examine, read_site
from portal.model.site import Site
from portal.views import view_of
from tests.conftest import Files, Project, page

PAGES: Files = {
    f"content/{locale}/{path}.md": page(title, locale=locale)
    for locale in ("nl", "en")
    for path, title in {
        "agenda/index": "Agenda",
        "figures": "Figures",
        "factsheets/index": "Factsheets",
        "ecosystem/index": "Ecosystem",
        "ecosystem/table": "Table",
        "region/index": "Region",
    }.items()
}
RELATION = """\
from: university
verb: works-with
to: [clinic]
since: 2025
sources: [a-source]
"""
CLINIC = """\
name: {nl: Kliniek, en: Clinic}
kind: hospital
summary:
  nl: Een kliniek die alleen in deze test bestaat, en dat is genoeg.
  en: A clinic that exists in this test alone, and that is enough.
sources: [a-source]
"""
EVENT = """\
title: {nl: Een dag, en: A day}
starts: 2027-02-01
clusters: [health]
spoken: [en]
summary:
  nl: Een dag die alleen in deze test bestaat, en dat is genoeg.
  en: A day that exists in this test alone, and that is enough.
sources: [a-source]
"""
FIGURE = """\
amount: 12
unit: {nl: banen, en: jobs}
counted: {nl: Alle banen., en: All jobs.}
as_of: "2025"
subject: work
of_whom: [health]
source: a-source
"""
REGION = """\
name: {nl: Het noorden, en: The north}
order: 1
area: netherlands
where: {nl: In het noorden, en: In the north}
summary:
  nl: Een ecosysteem dat alleen in deze test bestaat, en dat is genoeg.
  en: An ecosystem that exists in this test alone, and that is enough.
strong_in:
  text: {nl: Gezond ouder worden., en: Healthy ageing.}
  source: a-source
partners: [hospital]
sources: [a-source]
"""


def _shown(site: Site, key: str) -> Any:
    return view_of(site.pages["en", key], site)


@pytest.fixture
def site(project: Project) -> Site:
    """A small site with one more file of each sort."""
    return read_site(
        project(
            {
                **PAGES,
                "content/data/partners/clinic.yml": CLINIC,
                "content/data/relations/new.yml": RELATION,
                "content/data/events/a-day.yml": EVENT,
                "content/data/figures/jobs.yml": FIGURE,
                "content/data/regions/north.yml": REGION,
            }
        )
    )


def test_a_relation_is_on_the_drawing_the_table_and_both_pages_and_the_way_goes_on(site: Site) -> None:
    assert {party.slug for party in _shown(site, "ecosystem/index")["drawn"].parties} == {
        "hospital",
        "university",
        "clinic",
    }
    assert "new" in {row.relation.slug for row in _shown(site, "ecosystem/table")["rows"]}
    for slug in ("university", "clinic"):
        assert "new" in {sentence.relation.slug for sentence in _shown(site, f"partners/{slug}")["bridge"].sentences}
    (further,) = _shown(site, "partners/hospital")["further"]
    assert (further[0].slug, [party.slug for party in further[1]]) == ("university", ["clinic"])


def test_an_event_is_on_the_agenda_that_of_its_cluster_and_language_the_cluster_and_the_home_page(site: Site) -> None:
    for key in ("agenda/index", "agenda/cluster-health", "agenda/language-en"):
        assert [event.slug for event in _shown(site, key)["agenda"].coming] == ["a-day"]
    assert [event.slug for event in _shown(site, "clusters/health")["events"]] == ["a-day"]
    assert [event.slug for event in _shown(site, "index")["events"]] == ["a-day"]


def test_a_figure_is_on_the_page_of_the_figures_its_cluster_and_three_factsheets(site: Site) -> None:
    assert [one.slug for one in _shown(site, "figures")["subjects"]["work"]] == ["jobs"]
    assert [one.slug for one in _shown(site, "clusters/health")["numbers"]] == ["jobs"]
    for key in ("factsheets/index", "factsheets/cluster-health", "factsheets/year-2025"):
        assert [one.slug for one in _shown(site, key)["figures"]] == ["jobs"]


def test_an_ecosystem_has_a_page_and_a_row_in_the_comparison(site: Site) -> None:
    assert [one.title for one in _shown(site, "region/index")["regions"]] == ["The north"]
    assert [one.title for one in _shown(site, "region/north")["members"]] == ["Hospital"]


@pytest.mark.parametrize(
    ("file", "text", "wrong", "place"),
    [
        ("relations/new.yml", RELATION, ("clinic", "clinik"), "content/data/relations/new.yml:3: 'to' names 'clinik'"),
        ("events/a-day.yml", EVENT, ("health", "helth"), "content/data/events/a-day.yml:3: 'clusters' names 'helth'"),
        ("figures/jobs.yml", FIGURE, ("health", "helth"), "content/data/figures/jobs.yml:6: 'of_whom' names 'helth'"),
        ("regions/north.yml", REGION, ("hospital", "hospitl"), "content/data/regions/north.yml:11: 'partners' names"),
    ],
)
def test_a_wrong_reference_is_refused_with_its_file_and_line(
    file: str, text: str, wrong: tuple[str, str], place: str, project: Project
) -> None:
    files = {"content/data/partners/clinic.yml": CLINIC, f"content/data/{file}": text.replace(*wrong)}
    _, problems = examine(project({**PAGES, **files}))
    told = [str(problem) for problem in problems if problem.severity == "error"]
    assert len(told) == 1
    assert told[0].startswith(place)
