"""The files of the open data, made from a small site: what is in them, what stays out, and that they can be trusted."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

import rdflib
from rdflib.namespace import DCAT, DCTERMS

from portal.checks import read_site
from portal.model.open_files import files
from tests.conftest import PARTNER, SOURCE, Files, Project

FIGURE = """\
amount: 1000
unit: {nl: banen, en: jobs}
counted: {nl: Banen in de zorg., en: Jobs in care.}
subject: work
source: a-source
"""
FIGURES: Files = {
    "content/data/figures/jobs.yml": FIGURE + "beside: [secret]\n",
    "content/data/figures/secret.yml": FIGURE.replace("1000", "98765").replace("a-source", "a-secret")
    + "withheld: {nl: Nog niet bevestigd., en: Not confirmed yet.}\n",
    "content/data/sources/a-secret.yml": SOURCE.replace("A page", "98,765 jobs").replace("nl/a", "nl/b"),
}
BASE = "https://x.example/sub"


def _files(project: Project, more: Files | None = None) -> Mapping[str, str]:
    made = files(read_site(project(more)), BASE, f"{BASE}/open-data/")
    return {path.removeprefix("data/v1/"): content.decode() for path, content in made}


def _items(text: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(text)["items"]
    return items


def test_an_item_has_its_name_its_pages_and_its_fields(project: Project) -> None:
    (hospital, _) = _items(_files(project)["partners.json"])
    assert hospital["id"] == "hospital"
    assert hospital["page"] == {"nl": f"{BASE}/partners/hospital/", "en": f"{BASE}/en/partners/hospital/"}
    assert hospital["name"] == {"nl": "Ziekenhuis", "en": "Hospital"}
    assert hospital["website"] is None
    assert hospital["sources"] == ["a-source"]


def test_a_story_has_what_its_versions_say_and_once_what_they_agree_on(project: Project) -> None:
    (story,) = _items(_files(project)["stories.json"])
    assert story["title"] == {"nl": "Een verhaal", "en": "A story"}
    assert (story["cluster"], story["as_of"]) == ("health", "2026-11-20")


def test_a_withheld_figure_is_in_no_file_and_nothing_mentions_it(project: Project) -> None:
    made = _files(project, FIGURES)
    assert [item["id"] for item in _items(made["figures.json"])] == ["jobs"]
    assert _items(made["figures.json"])[0]["beside"] == []
    assert [path for path, text in made.items() if "98765" in text or "98,765" in text or "secret" in text] == []


def test_no_cell_is_a_formula(project: Project) -> None:
    evil = PARTNER + 'role: {nl: "=1+1", en: "@SUM(1)"}\ntown: "+31 24"\naliases: ["-1", "=2"]\n'
    made = _files(project, {"content/data/partners/hospital.yml": evil})
    (row, _) = csv.DictReader(io.StringIO(made["partners.csv"]))
    assert (row["role.nl"], row["role.en"], row["town"]) == ("'=1+1", "'@SUM(1)", "'+31 24")
    assert not [cell for cell in row.values() if cell.startswith(tuple("=+-@"))]
    assert json.loads(row["aliases"]) == ["-1", "=2"]


def test_the_same_content_gives_the_same_bytes(project: Project) -> None:
    assert _files(project, FIGURES) == _files(project, FIGURES)


def test_a_campus_without_a_point_has_no_geometry_and_one_with_a_point_has_it_longitude_first(project: Project) -> None:
    campus = "summary: {nl: Een campus die alleen in deze test bestaat en verder nergens., en: A campus of this test \
alone and of nowhere else at all in the world.}\nsources: [a-source]\nhue: sea\narch: roman\n"
    point = "point: {lat: 51.82, lon: 5.86, source: a-source}\n"
    pages = {
        f"content/{locale}/campuses/{slug}.md": f"---\ntitle: {slug}\ndescription: Een campus die alleen in deze test "
        "bestaat, en dat is ook genoeg.\nas_of: 2026-11-20\nsources: [a-source]\n---\nTekst.\n"
        for locale in ("nl", "en")
        for slug in ("east", "west", "index")
    }
    pages = {
        path: text.replace("sources: [a-source]\n", "") if "index" in path else text for path, text in pages.items()
    }
    data = {
        "content/data/campuses/east.yml": f"name: East\n{campus}",
        "content/data/campuses/west.yml": f"name: West\n{campus}{point}",
    }
    features = json.loads(_files(project, {**pages, **data})["places.geojson"])["features"]
    assert [(one["id"], one["geometry"]) for one in features] == [
        ("campuses/east", None),
        ("campuses/west", {"type": "Point", "coordinates": [5.86, 51.82]}),
    ]


def test_the_publisher_is_in_the_catalogue_once_it_is_known(project: Project) -> None:
    role = "role: {nl: Uitgever, en: Publisher}\n"
    for more, names in (("", set()), ("name: The city\nmail: post@example.org\n", {"The city"})):
        text = _files(project, {"content/data/contacts/publisher.yml": role + more})["catalogue.jsonld"]
        graph = rdflib.Graph().parse(data=text, format="json-ld")
        (catalogue,) = graph.subjects(rdflib.RDF.type, DCAT.Catalog)
        agents = graph.objects(catalogue, DCTERMS.publisher)
        assert {str(graph.value(agent, rdflib.FOAF.name)) for agent in agents} == names
