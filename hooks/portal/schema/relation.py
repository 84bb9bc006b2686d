"""Relations: who works with whom, and the verbs that say it in both directions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from portal.schema.campus import Campus
from portal.schema.entry import Entry, Party
from portal.schema.fields import Distinct, Localized, PartialDate, Slug, SomeSources, Subject
from portal.schema.marks import Ref
from portal.schema.meaning import Meaning, meaning, means
from portal.schema.page import Chosen, FrontMatter, LongPage
from portal.schema.partner import Partner, PartnerKind
from portal.schema.programme import Programme

PARTIES = tuple(schema.collection for schema in (Programme, Campus, Partner))
"""The collections whose entries can stand at an end of a relation. A slug is in one of them: the check sees to it."""

PartyKind = Literal[PartnerKind, "campus", "programme"]
"""What a party is: the kind of an organisation, or the collection it stands in."""

PartySlug = Annotated[Slug, Ref(*PARTIES)]


Direction = Literal["forward", "backward"]
"""From which end a relation is told."""

PartyProperty = Literal["memberOf", "member", "parentOrganization", "subOrganization", "founder", "funder"]
"""What schema.org has a word for, of all that organisations are to each other."""


class Relation(Entry):
    """What a file in content/data/relations says: `from` does `verb` to each of `to`. Said once, told on both pages."""

    collection: ClassVar[str] = "relations"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Relations", "who works with whom, in which role"),
        nl=("Relaties", "wie met wie werkt, in welke rol"),
    )

    from_: PartySlug = means(
        alias="from",
        en=("Who", "the organisation, campus or programme that does it"),
        nl=("Wie", "de organisatie, de campus of het programma dat het doet"),
    )
    verb: Annotated[Slug, Ref("verbs")] = means(
        en=("Verb", "what it does"),
        nl=("Werkwoord", "wat het doet"),
    )
    to: Annotated[tuple[PartySlug, ...], Field(min_length=1), Distinct] = means(
        en=("With whom", "the organisations, campuses or programmes at the other end"),
        nl=("Met wie", "de organisaties, campussen of programma's aan de andere kant"),
    )
    as_of: PartialDate | None = means(
        default=None,
        en=("As of", "the time it speaks of"),
        nl=("Per", "de tijd waar het over gaat"),
    )
    since: PartialDate | None = means(
        default=None,
        en=("Since", "when it began"),
        nl=("Sinds", "wanneer het begon"),
    )
    until: PartialDate | None = means(
        default=None,
        en=("Until", "until when it was so, or is settled"),
        nl=("Tot en met", "tot wanneer het zo was, of vastligt"),
    )
    note: Localized | None = means(
        default=None,
        en=("In what", "in what they do it, or another remark for the reader"),
        nl=("Waarin", "waarin ze dat doen, of een andere opmerking voor de lezer"),
    )
    sources: SomeSources

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> Self:
        # What both say: 2024 and 2024-03 do not contradict each other.
        if self.since and self.until and self.until < self.since[: len(self.until)]:
            raise PydanticCustomError("relation.ends-before-start", "ends before it starts")
        return self


class Verb(Entry):
    """What a file in content/data/verbs says: the sentence from either end, with {from} and {to} for the names."""

    collection: ClassVar[str] = "verbs"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Verbs", "the sentences in which relations are told"),
        nl=("Werkwoorden", "de zinnen waarin relaties worden verteld"),
    )

    forward: Localized = means(
        en=("Sentence from one end", "the sentence on the page of {from}, with {from} and {to} for the names"),
        nl=("Zin van de ene kant", "de zin op de pagina van {from}, met {from} en {to} voor de namen"),
    )
    backward: Localized = means(
        en=("Sentence from the other end", "the sentence on the page of {to}, with {from} and {to} for the names"),
        nl=("Zin van de andere kant", "de zin op de pagina van {to}, met {from} en {to} voor de namen"),
    )
    forward_property: PartyProperty | None = means(
        default=None,
        en=("Property of one end", "the property by which schema.org says of {from} what it is to {to}"),
        nl=("Eigenschap van de ene kant", "de eigenschap waarmee schema.org van {from} zegt wat het voor {to} is"),
    )
    backward_property: PartyProperty | None = means(
        default=None,
        en=("Property of the other end", "the property by which schema.org says of {to} what it is to {from}"),
        nl=("Eigenschap van de andere kant", "de eigenschap waarmee schema.org van {to} zegt wat het voor {from} is"),
    )
    backward_many: Localized | None = means(
        default=None,
        en=("From the other end, of several", "the same with several as {from}; without it each has its own sentence"),
        nl=("Van de andere kant, van meer", "hetzelfde met meer dan een als {from}; anders krijgt elk een eigen zin"),
    )

    def sentence(self, direction: Direction, several: bool = False) -> Localized:
        """What it says from one end, where it may be of several others at once."""
        if direction == "forward":
            return self.forward
        return (several and self.backward_many) or self.backward


class EcosystemPage(Chosen):
    """content/<locale>/ecosystem/index.md: who works with whom, drawn."""

    page_kind: ClassVar[str] = "ecosystem"
    at: ClassVar[str] = "ecosystem/index"

    @classmethod
    def shown(cls, entries: Mapping[str, Mapping[str, Entry]]) -> Iterator[Mapping[str, tuple[str, ...]]]:
        """By what the parties that stand in a relation are chosen."""
        relations = [entry for entry in entries[Relation.collection].values() if isinstance(entry, Relation)]
        connected = {slug for relation in relations for slug in (relation.from_, *relation.to)}
        for collection in PARTIES:
            for slug, party in entries[collection].items():
                if slug in connected and isinstance(party, Party):
                    yield party_facets(party)


class RelationTable(LongPage):
    """content/<locale>/ecosystem/table.md: every relation, in words."""

    page_kind: ClassVar[str] = "relation-table"
    at: ClassVar[str] = "ecosystem/table"
    a_page: ClassVar[int] = 60


class RelationMatrix(FrontMatter):
    """content/<locale>/ecosystem/matrix.md: who works with whom, as a square."""

    page_kind: ClassVar[str] = "relation-matrix"
    at: ClassVar[str] = "ecosystem/matrix"


def party_facets(party: Party) -> Mapping[str, tuple[str, ...]]:
    """By what a party is chosen: its kind, its clusters, and its campus, which it may be itself."""
    match party:
        case Campus():
            return {"kind": ("campus",), "campus": (party.slug,)}
        case Subject() if facets := party.facets():
            return facets
    return {"kind": (party.collection.removesuffix("s"),)}
