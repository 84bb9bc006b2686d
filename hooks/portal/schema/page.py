"""Pages: what may stand in the front matter of each kind, and how a page's place in content/ tells its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool, StrictInt

from portal.schema.accessibility import Accessibility
from portal.schema.campus import Campus
from portal.schema.cluster import Cluster
from portal.schema.drawings import Cover, Drawing, Hue
from portal.schema.entry import Entry, PagedEntry
from portal.schema.fields import (
    Area,
    Day,
    Description,
    Distinct,
    Locale,
    PictureSlug,
    Record,
    Slug,
    SomeSources,
    SourceSlug,
    Subject,
    Text,
)
from portal.schema.invitation import Invitation
from portal.schema.marks import Inward, Ref, Shared
from portal.schema.meaning import Meaning, meaning, means
from portal.schema.registry import subclasses


class FrontMatter(Subject):
    """What the front matter of every page may say."""

    at: ClassVar[str]
    """Where such a page stands within a language folder, without `.md`; `*` is any name."""
    describes: ClassVar[type[Entry] | None] = None
    """The collection of which each entry has such a page, of the same name; neither goes without the other."""
    open_data: ClassVar[Meaning | None] = None
    """What such pages are called among the open data, and what is said of them. Without it, they are not among them."""

    title: Text = means(
        en=("Title", "the title of the page"),
        nl=("Titel", "de titel van de pagina"),
    )
    description: Description = means(
        en=(
            "Description",
            "one sentence that says what the page is about: in lists, in search engines, under a shared link",
        ),
        nl=(
            "Omschrijving",
            "een zin die zegt waar de pagina over gaat: in lijsten, in zoekmachines, onder een gedeelde link",
        ),
    )
    slug: Annotated[Slug | None, Inward()] = means(
        default=None,
        en=("Address", "the last part of the address in this language, when that should not be the name of the file"),
        nl=("Adres", "het laatste deel van het adres in deze taal, als dat niet de bestandsnaam moet zijn"),
    )
    menu: Annotated[Text | None, Inward()] = means(
        default=None,
        en=("Title in menus", "a shorter title for the menu, the footer and the path above the page"),
        nl=("Titel in menu's", "een kortere titel voor het menu, de voet en het pad boven de pagina"),
    )
    intro: Annotated[Text | None, Inward()] = means(
        default=None,
        en=("Introduction", "one or two sentences below the title. On the home page: the heading above the doors"),
        nl=("Inleiding", "een of twee zinnen onder de titel. Op de voorpagina: de kop boven de deuren"),
    )
    found_by: Annotated[tuple[Text, ...], Inward()] = means(
        default=(),
        en=("Other words", "other words by which people look for the page"),
        nl=("Andere woorden", "andere woorden waarmee mensen de pagina zoeken"),
    )
    only: Annotated[Locale | None, Inward()] = means(
        default=None,
        en=("Only in", "the one language in which the page exists, when it makes no sense in another"),
        nl=("Alleen in", "de enige taal waarin de pagina bestaat, als zij in een andere geen zin heeft"),
    )
    as_of: Annotated[Day, Shared()] = means(
        en=("As of", "the day up to which the page is true: 2026-11-21"),
        nl=("Per", "de dag tot wanneer de pagina klopt: 2026-11-21"),
    )
    figures: Annotated[tuple[Annotated[Slug, Ref("figures")], ...], Distinct] = means(
        default=(),
        en=("Figures", "the numbers that it shows to scale, where its kind of page has a place for them"),
        nl=("Cijfers", "de getallen die zij op schaal toont, als dit soort pagina er plek voor heeft"),
    )

    def other_names(self, locale: str) -> tuple[str, ...]:
        """In the language of the page."""
        return self.found_by

    def may_be_read(self, day: Day) -> bool:
        """Whether it is on the site on a day."""
        return True

    @classmethod
    def key_of(cls, name: str) -> str:
        """The key of the page of a name, where several such pages may stand."""
        return cls.at.replace("*", name)


class Pictured(FrontMatter):
    """A page that may show a picture."""

    picture: PictureSlug | None = means(
        default=None,
        en=("Picture", "the photo or drawing that the page shows"),
        nl=("Afbeelding", "de foto of tekening die de pagina toont"),
    )


class Inviting(FrontMatter):
    """A page that may say at its top what its reader can do next."""

    invitation: Annotated[Invitation | None, Inward()] = means(
        default=None,
        en=("Invitation", "the one thing that a reader can do next, as a button below the introduction"),
        nl=("Uitnodiging", "het ene wat een lezer nu kan doen, als knop onder de inleiding"),
    )


class Tested(Record):
    """A test that a statement rests on: with what, on which day, and how many mistakes it found."""

    tool: Text = means(
        en=("Tool", "with what was tested"),
        nl=("Middel", "waarmee er is getest"),
    )
    day: Day = means(
        en=("Day", "the day of the test: 2026-11-21"),
        nl=("Dag", "de dag van de test: 2026-11-21"),
    )
    found: Annotated[StrictInt, Field(ge=0)] = means(
        en=("Found", "how many mistakes it found"),
        nl=("Gevonden", "hoeveel fouten er zijn gevonden"),
    )


class PlainPage(Pictured, Inviting):
    """content/<locale>/<page>.md: a title and text."""

    page_kind: ClassVar[str] = "page"
    at: ClassVar[str] = "*"

    hue: Annotated[Hue, Shared()] = means(
        default="sun",
        en=("Colour", "the colour of its head"),
        nl=("Kleur", "de kleur van de kop van de pagina"),
    )
    drawing: Annotated[Literal[Drawing, "city"] | None, Shared()] = means(
        default=None,
        en=("Drawing", "what stands beside its title: a picture of the guide, or the city itself"),
        nl=("Tekening", "wat er naast de titel staat: een tekening van de gids, of de stad zelf"),
    )
    map: Annotated[StrictBool, Shared(), Inward()] = means(
        default=False,
        en=("Map", "whether the map of the city stands on it, with its doors"),
        nl=("Kaart", "of de kaart van de stad erop staat, met de deuren"),
    )
    day: Annotated[StrictBool, Shared(), Inward()] = means(
        default=False,
        en=("Day", "whether a day in the city stands on it, from dawn to night"),
        nl=("Dag", "of een dag in de stad erop staat, van vroeg tot laat"),
    )
    contact: Annotated[Slug, Ref("contacts")] | None = means(
        default=None,
        en=("Contact", "whom to ask about what it says"),
        nl=("Contact", "bij wie je terechtkunt over wat er staat"),
    )
    accessibility: Annotated[Accessibility | None, Shared()] = means(
        default=None,
        en=("Accessibility", "what the status of the statement on accessibility follows from"),
        nl=("Toegankelijkheid", "waar de status van de toegankelijkheidsverklaring uit volgt"),
    )
    tests: Annotated[tuple[Tested, ...], Shared()] = means(
        default=(),
        en=("Tests", "the tests that a statement rests on"),
        nl=("Tests", "de tests waar een verklaring op steunt"),
    )


class Home(FrontMatter):
    """content/<locale>/index.md"""

    page_kind: ClassVar[str] = "home"
    at: ClassVar[str] = "index"


class NotFound(FrontMatter):
    """content/<locale>/404.md: what a host serves when there is no page."""

    page_kind: ClassVar[str] = "not-found"
    at: ClassVar[str] = "404"


class ClusterPage(Inviting):
    """content/<locale>/clusters/<cluster>.md"""

    page_kind: ClassVar[str] = "cluster"
    at: ClassVar[str] = "clusters/*"
    describes: ClassVar[type[Entry] | None] = Cluster

    sources: SomeSources


class CampusPage(Pictured, Inviting):
    """content/<locale>/campuses/<campus>.md"""

    page_kind: ClassVar[str] = "campus"
    at: ClassVar[str] = "campuses/*"
    describes: ClassVar[type[Entry] | None] = Campus

    sources: SomeSources


class ClusterIndex(FrontMatter):
    """content/<locale>/clusters/index.md"""

    page_kind: ClassVar[str] = "cluster-index"
    at: ClassVar[str] = "clusters/index"


class CampusIndex(Pictured):
    """content/<locale>/campuses/index.md"""

    page_kind: ClassVar[str] = "campus-index"
    at: ClassVar[str] = "campuses/index"


class LongPage(FrontMatter):
    """A page that goes on over several when there is much to show."""

    a_page: ClassVar[int]
    """How many it shows: what a page weighs must not depend on how many there are."""


class ListIndex(LongPage):
    """A page that lists every page about something."""


class Chosen(FrontMatter):
    """A page of which each choice has an address of its own: it can be made, and passed on, without a script."""

    @classmethod
    def shown(cls, entries: Mapping[str, Mapping[str, Entry]]) -> Iterator[Mapping[str, tuple[str, ...]]]:
        """By what each thing that it shows can be chosen; `entries` has every collection by slug."""
        raise NotImplementedError


class StoryIndex(ListIndex):
    """content/<locale>/stories/index.md"""

    page_kind: ClassVar[str] = "story-index"
    at: ClassVar[str] = "stories/index"
    a_page: ClassVar[int] = 12


class Directory(ListIndex):
    """content/<locale>/partners/index.md"""

    page_kind: ClassVar[str] = "directory"
    at: ClassVar[str] = "partners/index"
    a_page: ClassVar[int] = 60


class KeyNumber(Record):
    """One number of a story: what it counts and where it comes from stand beside it."""

    value: Annotated[Text, Shared()] = means(
        en=("Number", "the number, in quotes, with its sign or unit"),
        nl=("Getal", "het getal, tussen aanhalingstekens, met teken of eenheid"),
    )
    label: Text = means(
        en=("Label", "what it counts, in a few words"),
        nl=("Bijschrift", "wat het telt, in een paar woorden"),
    )
    definition: Text = means(
        en=("Explanation", "what exactly was counted, by whom and when"),
        nl=("Uitleg", "wat er precies is geteld, door wie en wanneer"),
    )
    source: SourceSlug = means(
        en=("Source", "where the number can be read"),
        nl=("Bron", "waar het getal te lezen is"),
    )


class Quote(Record):
    """What somebody said, to the letter, and where it can be read."""

    text: Text = means(
        en=("Words", "what was said, to the letter, without quotation marks. In another language: your translation"),
        nl=("Woorden", "wat er is gezegd, letterlijk, zonder aanhalingstekens. In een andere taal: je vertaling"),
    )
    speaker: Text = means(
        en=("Speaker", "who said it, in the language of the page"),
        nl=("Spreker", "wie het zei, in de taal van de pagina"),
    )
    role: Text | None = means(
        default=None,
        en=("Role", "what the speaker does"),
        nl=("Rol", "wat de spreker doet"),
    )
    source: SourceSlug = means(
        en=("Source", "where it can be read: a quotation without a source is hearsay"),
        nl=("Bron", "waar het te lezen is: zonder bron is het van horen zeggen"),
    )
    portrait: PictureSlug | None = means(
        default=None,
        en=("Portrait", "a picture of who speaks. Only with their consent"),
        nl=("Portret", "een foto van wie er spreekt. Alleen met toestemming"),
    )
    translated: StrictBool = means(
        default=False,
        en=("Translated", "whether it was said in another language; the reader is told that the words are ours"),
        nl=("Vertaald", "of het in een andere taal is gezegd; de lezer hoort dan dat de woorden van ons zijn"),
    )


class Story(Pictured):
    """content/<locale>/stories/<story>.md"""

    page_kind: ClassVar[str] = "story"
    at: ClassVar[str] = "stories/*"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Stories", "what each story is about, where it happens and with whom; the text stands on its page"),
        nl=("Verhalen", "waar elk verhaal over gaat, waar het speelt en met wie; de tekst staat op de pagina"),
    )

    written: Annotated[Day | None, Shared()] = means(
        default=None,
        en=("Written", "the day on which it was written: feeds and search engines are told. Without it, `as_of`"),
        nl=(
            "Geschreven",
            "de dag waarop het is geschreven: feeds en zoekmachines horen het. Anders `as_of`",
        ),
    )
    cluster: Annotated[Slug, Ref("clusters")] = means(
        en=("Cluster", "the cluster it belongs to"),
        nl=("Cluster", "het cluster waar het bij hoort"),
    )
    campus: Annotated[Slug, Ref("campuses")] | None = means(
        default=None,
        en=("Campus", "the campus where it happens"),
        nl=("Campus", "de campus waar het speelt"),
    )
    place: Annotated[Area, Shared()] = means(
        en=("How near", "where the story happens. Be honest: not everything is in Nijmegen"),
        nl=("Hoe dichtbij", "waar het verhaal speelt. Wees eerlijk: niet alles is in Nijmegen"),
    )
    town: Annotated[Text | None, Shared()] = means(
        default=None,
        en=("Town", "the town or area, when it is not Nijmegen"),
        nl=("Woonplaats", "de plaats of streek, als dat niet Nijmegen is"),
    )
    partners: Annotated[tuple[Annotated[Slug, Ref("partners")], ...], Distinct] = means(
        default=(),
        en=("Partners", "the partners it is about"),
        nl=("Partners", "de partners waar het over gaat"),
    )
    event: Annotated[Slug, Ref("events")] | None = means(
        default=None,
        en=("Event", "the event that it tells of; the page of that event leads to it"),
        nl=("Evenement", "het evenement waar het over vertelt; de pagina daarvan leidt ernaartoe"),
    )
    release: Annotated[StrictBool, Shared()] = means(
        default=False,
        en=("Release", "whether it is a press release: the newsroom lists it as such"),
        nl=("Persbericht", "of het een persbericht is: de pagina voor de pers noemt het dan zo"),
    )
    embargo: Annotated[Day | None, Shared()] = means(
        default=None,
        en=("Embargo", "the first day on which it may be read: before it, it is not on the site"),
        nl=("Embargo", "de eerste dag waarop het gelezen mag worden: voor die dag staat het niet op de site"),
    )
    series: Annotated[Slug, Ref("series")] | None = means(
        default=None,
        en=("Series", "the series it belongs to"),
        nl=("Serie", "de serie waar het bij hoort"),
    )
    featured: Annotated[StrictBool, Shared(), Inward()] = means(
        default=False,
        en=("Featured", "whether it stands on top of the index, large. One at most; without one it is the newest"),
        nl=("Uitgelicht", "of het groot boven aan het overzicht staat. Hoogstens een; anders is het het nieuwste"),
    )
    sources: SomeSources
    cover: Annotated[Cover | None, Shared(), Inward()] = means(
        default=None,
        en=("Cover", "which drawing stands on top, when the one that was chosen by itself does not fit"),
        nl=("Omslag", "welke tekening erboven staat, als de vanzelf gekozen tekening niet past"),
    )
    shout: Annotated[Text | None, Inward()] = means(
        default=None,
        en=("Shout", "one sentence of the text, to the letter, set large"),
        nl=("Uitroep", "een zin uit de tekst, letterlijk, groot gezet"),
    )
    key_number: KeyNumber | None = means(
        default=None,
        en=("Key number", "one number, with what it counts and where it comes from"),
        nl=("Kerngetal", "een getal, met wat het telt en waar het vandaan komt"),
    )
    quote: Quote | None = means(
        default=None,
        en=("Quotation", "what somebody really said, to the letter"),
        nl=("Citaat", "wat iemand echt zei, letterlijk"),
    )

    def may_be_read(self, day: Day) -> bool:
        """From the day of its embargo on."""
        return self.embargo is None or day >= self.embargo

    def facets(self) -> Mapping[str, tuple[str, ...]]:
        """By what stories are chosen."""
        return {
            "cluster": (self.cluster,),
            "campus": (self.campus,) if self.campus else (),
            "place": (self.place,),
            "series": (self.series,) if self.series else (),
        }


class Guide(FrontMatter):
    """content/<locale>/guide/index.md"""

    page_kind: ClassVar[str] = "guide"
    at: ClassVar[str] = "guide/index"


class Chapter(FrontMatter):
    """content/<locale>/guide/<chapter>.md: how things work here; the steps beside it are data."""

    page_kind: ClassVar[str] = "chapter"
    at: ClassVar[str] = "guide/*"

    drawing: Annotated[Drawing | None, Shared()] = means(
        default=None,
        en=("Drawing", "what stands beside its title: a picture of the guide"),
        nl=("Tekening", "wat er naast de titel staat: een tekening van de gids"),
    )
    sources: SomeSources


class Glossary(FrontMatter):
    """content/<locale>/glossary.md"""

    page_kind: ClassVar[str] = "glossary"
    at: ClassVar[str] = "glossary"


def schema_of(key: str) -> type[FrontMatter] | None:
    """The schema of the page at `key`, its path in a language folder without `.md`; None where no page may stand."""
    folder, _, _ = key.rpartition("/")
    kinds = page_kinds()
    return kinds.get(key) or kinds.get(f"{folder}/*" if folder else "*")


def key_about(entry: Entry) -> str:
    """The key of the page of an entry: its own, or the one that an editor wrote about it; empty when it has none."""
    if isinstance(entry, PagedEntry):
        return entry.key
    kind = next((kind for kind in page_kinds().values() if kind.describes is type(entry)), None)
    return kind.key_of(entry.slug) if kind else ""


def page_kinds() -> Mapping[str, type[FrontMatter]]:
    """The schema of every kind of page that an editor writes, by where it stands."""
    kinds: dict[str, type[FrontMatter]] = {}
    for schema in subclasses(FrontMatter):
        if "at" in vars(schema):
            other = kinds.setdefault(schema.at, schema)
            if other is not schema:
                raise TypeError(f"{other.__name__} and {schema.__name__} both stand at {schema.at}")
    return kinds
