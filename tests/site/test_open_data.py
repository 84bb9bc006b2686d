"""Site, the real build: every file of the open data holds to its own schema, and all of them agree."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS

from portal.schema.figure import Figure
from portal.schema.open_data import OpenDataPage, opened
from tests.conftest import BASE
from tests.real_site import PAGES, SITE, attribute, file_at, html, internal

FOLDER = "data/v1"


def _read(built: Path, name: str) -> Any:
    return json.loads((built / FOLDER / name).read_text(encoding="utf-8"))


def _page(locale: str) -> Any:
    return SITE.pages[locale, OpenDataPage.at]


@pytest.mark.parametrize("name", [*opened(), "places"])
def test_a_file_holds_to_the_schema_that_is_published_with_it(name: str, built: Path) -> None:
    schema = _read(built, f"schema/{name}.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    data = _read(built, f"{name}.geojson" if name == "places" else f"{name}.json")
    assert [f"{list(error.path)}: {error.message[:200]}" for error in validator.iter_errors(data)] == []


def _flat(value: Any, at: str = "") -> dict[str, str]:
    """An item as a line of a spreadsheet, independently of what wrote it."""
    if isinstance(value, dict):
        return {
            name: cell for key, one in value.items() for name, cell in _flat(one, f"{at}.{key}" if at else key).items()
        }
    if value is None:
        return {}
    return {at: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}


@pytest.mark.parametrize("name", list(opened()))
def test_csv_and_json_carry_the_same_rows(name: str, built: Path) -> None:
    text = (built / FOLDER / f"{name}.csv").read_text(encoding="utf-8")
    rows = [{key: cell for key, cell in row.items() if cell} for row in csv.DictReader(io.StringIO(text, newline=""))]
    items = [_flat(item) for item in _read(built, f"{name}.json")["items"]]
    unescaped = [{key: cell.removeprefix("'") for key, cell in row.items()} for row in rows]
    assert unescaped == [{key: cell.removeprefix("'") for key, cell in item.items()} for item in items]


def test_what_an_item_refers_to_is_among_the_open_data(built: Path) -> None:
    known = {name: {item["id"] for item in _read(built, f"{name}.json")["items"]} for name in opened()}

    def missing(value: Any, schema: Any) -> list[str]:
        if isinstance(value, dict):
            return [lost for key, one in value.items() for lost in missing(one, schema["properties"][key])]
        if isinstance(value, list):
            return [lost for one in value for lost in missing(one, schema["items"])]
        if value is None or "x-ref" not in schema or value in schema["x-ref"]["also"]:
            return []
        return [] if any(value in known.get(name, ()) for name in schema["x-ref"]["collections"]) else [value]

    for name in opened():
        item = _read(built, f"schema/{name}.json")["properties"]["items"]["items"]
        assert [lost for one in _read(built, f"{name}.json")["items"] for lost in missing(one, item)] == [], name


def test_every_page_that_an_item_names_is_there(built: Path) -> None:
    pages = [
        url
        for name in opened()
        for item in _read(built, f"{name}.json")["items"]
        for url in item.get("page", {}).values()
    ]
    assert len(pages) > 100
    assert [url for url in pages if url and not file_at(internal(url) or "/nowhere", built).is_file()] == []


def test_no_withheld_figure_is_in_any_file(built: Path) -> None:
    withheld = [figure.slug for figure in SITE.all(Figure).values() if figure.withheld]
    assert withheld
    assert {item["id"] for item in _read(built, "figures.json")["items"]} & set(withheld) == set()
    assert [path.name for path in (built / "data").rglob("*.*") for slug in withheld if slug in path.read_text()] == []


def test_the_catalogue_names_every_file_and_all_of_them_are_there(built: Path) -> None:
    graph = rdflib.Graph().parse(built / FOLDER / "catalogue.jsonld", format="json-ld")
    downloads = {str(url) for url in graph.objects(None, DCAT.downloadURL)}
    assert {url for url in downloads if not file_at(internal(url) or "/nowhere", built).is_file()} == set()
    here = {path.name for path in (built / FOLDER).iterdir() if path.suffix in (".json", ".csv", ".geojson")}
    assert {url.rpartition("/")[2] for url in downloads} == here


def test_every_dataset_of_the_catalogue_says_what_dcat_ap_nl_asks_and_the_site_knows(built: Path) -> None:
    graph = rdflib.Graph().parse(built / FOLDER / "catalogue.jsonld", format="json-ld")
    asked = [DCTERMS[name] for name in ("title", "description", "identifier", "license", "accessRights", "language")]
    asked += [DCAT.theme, DCAT.distribution, DCAT.landingPage]
    datasets = list(graph.subjects(rdflib.RDF.type, DCAT.Dataset))
    assert len(datasets) == len(opened()) + 1
    assert {(one, prop) for one in datasets for prop in asked if graph.value(one, prop) is None} == set()
    for one in graph.subjects(rdflib.RDF.type, DCAT.Distribution):
        assert graph.value(one, DCTERMS.license) == rdflib.URIRef("https://creativecommons.org/licenses/by/4.0/")


@pytest.mark.parametrize("locale", list(SITE.languages))
def test_the_page_leads_to_every_file(locale: str, built: Path) -> None:
    page = _page(locale)
    links = {node.attributes["href"] for node in html(page, built).css("main a")}
    ends = {(link or "").rpartition("/")[2] for link in links}
    assert {f"{name}.{ending}" for name in opened() for ending in ("json", "csv")} <= ends
    assert {"places.geojson", "catalogue.jsonld", "index.json"} <= ends


def test_the_example_in_python_runs(built: Path, served: str) -> None:
    (code,) = html(_page("en"), built).css("#with-python")
    program = code.text().replace(BASE, served.rstrip("/"))
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert result.stderr == ""
    assert result.stdout.split() == [item["id"] for item in _read(built, "partners.json")["items"]]


def test_the_spreadsheet_and_curl_ask_for_files_that_are_there(built: Path) -> None:
    for name in ("with-curl", "with-spreadsheet"):
        (code,) = html(_page("en"), built).css(f"#{name}")
        address = code.text().removeprefix("curl ").removeprefix('=IMPORTDATA("').removesuffix('")')
        assert file_at(internal(address) or "/nowhere", built).is_file()


def test_the_page_says_the_same_in_every_language(built: Path) -> None:
    counts = [[node.text() for node in html(_page(locale), built).css(".counts b")] for locale in SITE.languages]
    assert counts[0] == counts[1]
    assert len(PAGES) > len(counts[0]) > 10
    assert attribute(html(_page("nl"), built), "#with-curl", "id")
