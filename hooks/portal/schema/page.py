"""Pages: what may stand in the front matter of each kind, and how a page's place in content/ tells its kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool, StrictInt

from portal.schema.campus import Campus
from portal.schema.cluster import Cluster
from portal.schema.drawings import Cover, Drawing, Hue
from portal.schema.entry import Entry
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
    hint,
)
from portal.schema.marks import Ref, Shared
from portal.schema.registry import subclasses


class FrontMatter(Subject):
    """What the front matter of every page may say."""

    at: ClassVar[str]
    """Where such a page stands within a language folder, without `.md`; `*` is any name."""
    describes: ClassVar[type[Entry] | None] = None
    """The collection of which each entry has such a page, of the same name; neither goes without the other."""

    title: Text = hint("Add the title of the page.", "Voeg de titel van de pagina toe.")
    description: Description = hint(
        "Add one sentence that says what the page is about.", "Voeg een zin toe die zegt waar de pagina over gaat."
    )
    slug: Slug | None = None
    menu: Text | None = None
    intro: Text | None = None
    only: Locale | None = None
    as_of: Annotated[Day, Shared()] = hint(
        "Add the day up to which the page is true: 2026-11-21.",
        "Voeg de dag toe tot wanneer de pagina klopt: 2026-11-21.",
    )
    figures: Annotated[tuple[Annotated[Slug, Ref("figures")], ...], Distinct] = ()
    """The numbers that it shows to scale, where its template has a place for them."""

    @classmethod
    def key_of(cls, name: str) -> str:
        """The key of the page of a name, where several such pages may stand."""
        return cls.at.replace("*", name)


class Pictured(FrontMatter):
    """A page that may show a picture."""

    picture: PictureSlug | None = None


class Tested(Record):
    """A test that a statement rests on: with what, on which day, and how many mistakes it found."""

    tool: Text
    day: Day
    found: Annotated[StrictInt, Field(ge=0)]


class PlainPage(Pictured):
    """content/<locale>/<page>.md: a title and text."""

    page_kind: ClassVar[str] = "page"
    at: ClassVar[str] = "*"

    hue: Annotated[Hue, Shared()] = "sun"
    """The colour of its head."""
    drawing: Annotated[Literal[Drawing, "city"] | None, Shared()] = None
    """What stands beside its title: a picture of the guide, or the city itself."""
    contact: Annotated[Slug, Ref("contacts")] | None = None
    """Whom to ask about what it says."""
    tests: Annotated[tuple[Tested, ...], Shared()] = ()
    """What a statement rests on."""


class Home(FrontMatter):
    """content/<locale>/index.md"""

    page_kind: ClassVar[str] = "home"
    at: ClassVar[str] = "index"


class NotFound(FrontMatter):
    """content/<locale>/404.md: what a host serves when there is no page."""

    page_kind: ClassVar[str] = "not-found"
    at: ClassVar[str] = "404"


class ClusterPage(FrontMatter):
    """content/<locale>/clusters/<cluster>.md"""

    page_kind: ClassVar[str] = "cluster"
    at: ClassVar[str] = "clusters/*"
    describes: ClassVar[type[Entry] | None] = Cluster

    sources: SomeSources


class CampusPage(Pictured):
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


class ListIndex(FrontMatter):
    """A page that lists every page about something, over several pages when there are many."""

    a_page: ClassVar[int]
    """How many it shows: what a page weighs must not depend on how many there are."""


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

    value: Annotated[Text, Shared()]
    label: Text
    definition: Text
    source: SourceSlug


class Quote(Record):
    """What somebody said, to the letter, and where it can be read."""

    text: Text = hint("Add what was said, to the letter.", "Voeg toe wat er is gezegd, letterlijk.")
    speaker: Text = hint("Add who said it.", "Voeg toe wie het zei.")
    role: Text | None = None
    source: SourceSlug = hint(
        "Add where it can be read, a file name in content/data/sources: a quotation without a source is hearsay.",
        "Voeg toe waar het te lezen is, een bestandsnaam in content/data/sources: zonder bron is het van horen zeggen.",
    )
    portrait: PictureSlug | None = None
    """A picture of who speaks."""
    translated: StrictBool = False
    """It was said in the other language; the reader is told that these are our words."""


class Story(Pictured):
    """content/<locale>/stories/<story>.md"""

    page_kind: ClassVar[str] = "story"
    at: ClassVar[str] = "stories/*"
    cluster: Annotated[Slug, Ref("clusters")] = hint(
        "Add the cluster, a file name in content/data/clusters.",
        "Voeg het cluster toe, een bestandsnaam in content/data/clusters.",
    )
    campus: Annotated[Slug, Ref("campuses")] | None = None
    place: Annotated[Area, Shared()] = hint("Add where the story happens.", "Voeg toe waar het verhaal speelt.")
    town: Annotated[Text | None, Shared()] = None
    partners: Annotated[tuple[Annotated[Slug, Ref("partners")], ...], Distinct] = ()
    series: Annotated[Slug, Ref("series")] | None = None
    featured: Annotated[StrictBool, Shared()] = False
    """It stands on top of the index, large. At most one; without one it is the newest."""
    sources: SomeSources = hint(
        "Add the sources as a list of file names in content/data/sources.",
        "Voeg de bronnen toe als lijst van bestandsnamen in content/data/sources.",
    )
    cover: Annotated[Cover | None, Shared()] = None
    """The drawing on its cover; without it the slug chooses."""
    shout: Text | None = None
    key_number: KeyNumber | None = None
    quote: Quote | None = None

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
    drawing: Annotated[Drawing | None, Shared()] = None
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


def page_kinds() -> Mapping[str, type[FrontMatter]]:
    """The schema of every kind of page that an editor writes, by where it stands."""
    kinds: dict[str, type[FrontMatter]] = {}
    for schema in subclasses(FrontMatter):
        if "at" in vars(schema):
            other = kinds.setdefault(schema.at, schema)
            if other is not schema:
                raise TypeError(f"{other.__name__} and {schema.__name__} both stand at {schema.at}")
    return kinds
