"""Figures: numbers with what was counted and who says so, and the page that lays them side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import Field, StrictBool, StrictInt

from portal.schema.campus import Campus
from portal.schema.cluster import Cluster
from portal.schema.entry import Entry
from portal.schema.fields import Distinct, Localized, PartialDate, Record, Slug, SourceSlug
from portal.schema.marks import Inward, Ref
from portal.schema.meaning import Meaning, meaning, means
from portal.schema.page import Chosen, FrontMatter

FigureSubject = Literal["city", "work", "care", "study", "money"]
"""What a figure is about, in the order of the page."""


class Earlier(Record):
    """The same, counted the same way, before."""

    amount: Annotated[StrictInt, Field(gt=0)] = means(
        en=("Number", "the number that it was"),
        nl=("Getal", "het getal dat het was"),
    )
    as_of: PartialDate = means(
        en=("As of", "the time it speaks of"),
        nl=("Per", "de tijd waar het over gaat"),
    )
    source: SourceSlug = means(
        en=("Source", "where it can be read"),
        nl=("Bron", "waar het te lezen is"),
    )


class Figure(Entry):
    """What a file in content/data/figures says. Pages name it; figures of one unit are drawn to one scale."""

    collection: ClassVar[str] = "figures"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Figures", "numbers, each with what was counted and who says so"),
        nl=("Cijfers", "getallen, elk met wat er is geteld en wie het zegt"),
    )

    amount: Annotated[StrictInt, Field(gt=0)] = means(
        en=("Number", "the number, without points: 110490"),
        nl=("Getal", "het getal, zonder punten: 110490"),
    )
    about: StrictBool = means(
        default=False,
        en=("Estimate", "whether it is an estimate: 'about' stands before it"),
        nl=("Schatting", "of het een schatting is: er staat 'ongeveer' voor"),
    )
    more_than: StrictBool = means(
        default=False,
        en=("More than", "whether 'more than' stands before it"),
        nl=("Meer dan", "of er 'meer dan' voor staat"),
    )
    of: Annotated[StrictInt, Field(gt=1)] | None = means(
        default=None,
        en=("Of", "what it is a part of: 7 makes '1 in 7'"),
        nl=("Van", "waar het een deel van is: 7 maakt '1 op de 7'"),
    )
    unit: Localized = means(
        en=("Unit", "what is counted, such as jobs"),
        nl=("Eenheid", "wat er geteld is, zoals banen"),
    )
    counted: Localized = means(
        en=("Counted", "what was counted exactly, where and when: a number without a definition is none"),
        nl=("Geteld", "wat er precies is geteld, waar en wanneer: een getal zonder definitie is geen getal"),
    )
    as_of: PartialDate | None = means(
        default=None,
        en=("As of", "the time it speaks of"),
        nl=("Per", "de tijd waar het over gaat"),
    )
    subject: FigureSubject = means(
        en=("Subject", "what it is about, which is where it stands on the page of the figures"),
        nl=("Onderwerp", "waarover het gaat; daar staat het op de pagina met cijfers"),
    )
    was: Earlier | None = means(
        default=None,
        en=("Before", "the same, counted the same way, before"),
        nl=("Eerder", "hetzelfde, eerder op dezelfde manier geteld"),
    )
    after: Annotated[Slug, Ref("figures")] | None = means(
        default=None,
        en=("After", "the same, counted the same way, before, which is a figure of its own"),
        nl=("Na", "hetzelfde, eerder op dezelfde manier geteld, dat een eigen cijfer is"),
    )
    beside: Annotated[tuple[Annotated[Slug, Ref("figures")], ...], Distinct] = means(
        default=(),
        en=("Beside", "figures that seem to contradict it: the page shows them together, each with what was counted"),
        nl=("Ernaast", "cijfers die het lijken tegen te spreken: de pagina toont ze samen, elk met wat er is geteld"),
    )
    of_whom: Annotated[tuple[Annotated[Slug, Ref("clusters", "campuses", "partners")], ...], Distinct] = means(
        default=(),
        en=("Of whom", "of whom it is; their pages show it"),
        nl=("Van wie", "van wie het is; hun pagina's tonen het"),
    )
    withheld: Annotated[Localized | None, Inward()] = means(
        default=None,
        en=(
            "Withheld",
            "why it may not be published: it stays here, so that nobody brings it up again",
        ),
        nl=(
            "Achtergehouden",
            "waarom het niet op de site mag: het blijft hier, zodat niemand er weer mee komt",
        ),
    )
    source: SourceSlug = means(
        en=("Source", "where the number can be read"),
        nl=("Bron", "waar het getal te lezen is"),
    )

    @property
    def withheld_from_all(self) -> bool:
        """With a reason why."""
        return self.withheld is not None

    def facets(self) -> Mapping[str, tuple[str, ...]]:
        """By what factsheets choose it."""
        return {"year": (self.as_of[:4],) if self.as_of else ()}

    def sort_key(self, entries: Mapping[str, Mapping[str, Entry]]) -> tuple[Any, ...]:
        """By subject, the largest first."""
        return get_args(FigureSubject).index(self.subject), -self.amount, self.slug


class FiguresPage(FrontMatter):
    """content/<locale>/figures.md"""

    page_kind: ClassVar[str] = "figures"
    at: ClassVar[str] = "figures"


class Factsheets(Chosen):
    """content/<locale>/factsheets/index.md: the city on one side of paper; and each cluster, campus and year."""

    page_kind: ClassVar[str] = "factsheet"
    at: ClassVar[str] = "factsheets/index"

    @classmethod
    def shown(cls, entries: Mapping[str, Mapping[str, Entry]]) -> Iterator[Mapping[str, tuple[str, ...]]]:
        """Every cluster and campus, and every year of which there is a figure."""
        for slug in entries[Cluster.collection]:
            yield {"cluster": (slug,)}
        for slug in entries[Campus.collection]:
            yield {"campus": (slug,)}
        for figure in entries[Figure.collection].values():
            if isinstance(figure, Figure) and not figure.withheld:
                yield figure.facets()
