"""Accessibility: what a statement says of how a site meets the law, in the terms of the Dutch government."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictInt

from portal.schema.fields import Day, HttpUrl, Record, Text
from portal.schema.meaning import means

REQUIREMENTS = 50
"""How many there are: the criteria of WCAG 2.1, levels A and AA."""

Status = Literal["A", "B", "C", "D"]
"""How it is told. E is a site without a statement, which a page that has one cannot be."""


class Investigation(Record):
    """An investigation of the whole site by all requirements, by the method WCAG-EM."""

    day: Day = means(
        en=("Day", "the day of the report"),
        nl=("Dag", "de dag van het rapport"),
    )
    by: Text = means(
        en=("By", "who investigated"),
        nl=("Door", "wie het heeft onderzocht"),
    )
    met: Annotated[StrictInt, Field(ge=0, le=REQUIREMENTS)] = means(
        en=("Met", "how many of the requirements are met"),
        nl=("Voldaan", "aan hoeveel eisen wordt voldaan"),
    )
    report: HttpUrl = means(
        en=("Report", "where the report can be read"),
        nl=("Rapport", "waar het rapport te lezen is"),
    )


class Accessibility(Record):
    """What the status follows from. Nobody writes the status itself: it changes when a report grows old."""

    published: Day = means(
        en=("Published", "the day on which the statement was published"),
        nl=("Gepubliceerd", "de dag waarop de verklaring is gepubliceerd"),
    )
    investigation: Investigation | None = means(
        default=None,
        en=("Investigation", "the last one of the whole site by all requirements"),
        nl=("Onderzoek", "het laatste van de hele site, op alle eisen"),
    )
    planned: Day | None = means(
        default=None,
        en=("Planned", "the day for which the next investigation is planned"),
        nl=("Gepland", "de dag waarvoor het volgende onderzoek is gepland"),
    )
