"""The search page: by what one chooses, and everything by its letter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portal.model.page import Page
from portal.model.site import Site
from portal.schema.search import SearchPage
from portal.search.records import PLACES, records
from portal.views import view


@view(SearchPage)
def search(site: Site, page: Page[SearchPage]) -> Mapping[str, Any]:
    """The first page asks; the others have the names of a letter."""
    parts = site.parts(page)
    letter = site.letters(page.locale).get(page.slug) if page.part > 1 else None
    return {
        "letters": [(other, other.slug.upper()) for number, other in parts.items() if number > 1],
        "names": letter.names if letter else (),
        "choices": site.once(_choices, page.locale),
        "asks": parts[1],
    }


def _choices(site: Site, locale: str) -> dict[str, dict[str, str]]:
    """The choices there are, each with its word; what has one choice alone is no choice."""
    found = site.once(records, locale)
    kinds = {kind: site.string(f"search.kind.{kind}", locale) for kind in {record.kind for record in found}}
    years = sorted({year for record in found for year in record.choices["year"]}, reverse=True)
    choices = {
        "kind": dict(sorted(kinds.items(), key=lambda item: item[1].casefold())),
        **{
            name: {slug: str(place.name[locale]) for slug, place in site.all(schema).items()}
            for name, schema in PLACES.items()
        },
        "year": {year: year for year in years},
    }
    return {name: named for name, named in choices.items() if len(named) > 1}
