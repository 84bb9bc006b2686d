"""The places of the open data as GeoJSON (RFC 7946). What nobody has given a point yet has no geometry, and says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from portal.model.open_data import VERSION, Dataset, datasets, written
from portal.model.open_schema import DIALECT, LICENCE, JsonSchema
from portal.model.site import Site
from portal.schema.entry import Entry
from portal.schema.landmark import Landmark
from portal.schema.marks import annotation_of, records, records_in
from portal.schema.page import FrontMatter
from portal.schema.point import Point
from portal.words.languages import Languages

NAME = "places"
"""The name of the file."""


def places(site: Site, base: str) -> bytes:
    """The file: every campus, and whatever else has a point."""
    features = [feature for dataset in site.once(datasets, base) for feature in _features(site, dataset)]
    return written({"type": "FeatureCollection", "licence": LICENCE, "version": VERSION, "features": features})


def schema(languages: Languages) -> JsonSchema:
    """The JSON Schema of the file."""
    text = {"type": "string"}
    point = _object(
        type={"const": "Point"},
        coordinates={"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
    )
    per_language = {**_object(**dict.fromkeys(languages, text)), "required": list(languages.whole)}
    url = {"type": ["string", "null"], "format": "uri"}
    properties = _object(dataset=text, name=per_language, page=_object(**dict.fromkeys(languages, url)))
    feature = _object(
        type={"const": "Feature"}, id=text, geometry={"anyOf": [point, {"type": "null"}]}, properties=properties
    )
    features = {"type": "array", "items": feature}
    whole = _object(
        type={"const": "FeatureCollection"}, licence={"const": LICENCE}, version={"const": VERSION}, features=features
    )
    return {"$schema": DIALECT, **whole}


def _features(site: Site, dataset: Dataset) -> Iterator[dict[str, Any]]:
    of = dataset.opened.of
    if issubclass(of, FrontMatter) or not _can_have_a_point(of):
        return
    entries = site.all(of)
    for item in dataset.items:
        entry = entries[item["id"]]
        point = next((point for _, point in records_in(entry, Point)), None)
        if point or isinstance(entry, Landmark):
            yield {
                "type": "Feature",
                "id": f"{dataset.name}/{entry.slug}",
                # Longitude first: so says the specification, and not so do people.
                "geometry": {"type": "Point", "coordinates": [point.lon, point.lat]} if point else None,
                "properties": {"dataset": dataset.name, "name": item["name"], "page": item["page"]},
            }


def _can_have_a_point(of: type[Entry]) -> bool:
    return any(Point in records(annotation_of(field)) for field in of.model_fields.values())


def _object(**properties: JsonSchema) -> JsonSchema:
    return {"type": "object", "properties": properties, "required": list(properties)}
