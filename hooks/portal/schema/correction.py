"""Corrections: what was wrong on a page, said once in every language; the pages of changes and of feeds."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from portal.schema.entry import Entry
from portal.schema.fields import Day, Localized, SourceSlug, Text, is_slug, slugify
from portal.schema.json_forms import SLUG, pattern
from portal.schema.meaning import Meaning, meaning, means
from portal.schema.page import FrontMatter


def _key(value: str) -> str:
    for part in value.split("/"):
        if not is_slug(part):
            raise PydanticCustomError("bad-slug", "not a slug", {"better": slugify(part)})
    return value


PageKey = Annotated[Text, AfterValidator(_key), pattern(rf"{SLUG}(?:/{SLUG})*", examples=["stories/a-new-lab"])]
"""A page, by the path of its file within a language folder, without `.md`."""


class Correction(Entry):
    """What a file in content/data/corrections says: what stood on a page, and what stands there now."""

    collection: ClassVar[str] = "corrections"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Corrections", "what was wrong on a page, and what stands there now"),
        nl=("Correcties", "wat er fout op een pagina stond, en wat er nu staat"),
    )

    about: PageKey = means(
        en=("Page", "the page, as the path of its file without the language and `.md`"),
        nl=("Pagina", "de pagina, als pad van het bestand zonder de taal en `.md`"),
    )
    on: Day = means(
        en=("Day", "the day on which it was put right: 2026-11-21"),
        nl=("Dag", "de dag waarop het is rechtgezet: 2026-11-21"),
    )
    was: Localized = means(
        en=("What it said", "what stood there, in its own words"),
        nl=("Wat er stond", "wat er stond, in dezelfde woorden"),
    )
    now: Localized = means(
        en=("What it says now", "the text that took its place"),
        nl=("Wat er nu staat", "de tekst die ervoor in de plaats kwam"),
    )
    source: SourceSlug | None = means(
        default=None,
        en=("Source", "where that can be read"),
        nl=("Bron", "waar dat te lezen is"),
    )


class ChangesPage(FrontMatter):
    """content/<locale>/changes.md"""

    page_kind: ClassVar[str] = "changes"
    at: ClassVar[str] = "changes"


class FeedsPage(FrontMatter):
    """content/<locale>/feeds.md"""

    page_kind: ClassVar[str] = "feeds"
    at: ClassVar[str] = "feeds"
