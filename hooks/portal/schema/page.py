"""Pages: what may stand in the front matter of each kind, and how a page's place in content/ tells its kind."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import StrictBool

from portal.schema.drawings import Cover, Drawing, Hue
from portal.schema.fields import (
    Area,
    Day,
    Description,
    Locale,
    Record,
    Slug,
    Slugs,
    SomeSlugs,
    Text,
    hint,
)


class FrontMatter(Record):
    """What the front matter of every page may say."""

    kind: ClassVar[str] = "page"
    shared: ClassVar[tuple[str, ...]] = ("as_of", "sources")
    """Facts: the same in both languages."""

    title: Text = hint("Add the title of the page.", "Voeg de titel van de pagina toe.")
    description: Description = hint(
        "Add one sentence that says what the page is about.", "Voeg een zin toe die zegt waar de pagina over gaat."
    )
    slug: Slug | None = None
    menu: Text | None = None
    intro: Text | None = None
    only: Locale | None = None
    as_of: Day = hint(
        "Add the day up to which the page is true: 2026-11-21.",
        "Voeg de dag toe tot wanneer de pagina klopt: 2026-11-21.",
    )
    sources: Slugs = ()


class Pictured(FrontMatter):
    """A page that may show a picture."""

    shared: ClassVar[tuple[str, ...]] = (*FrontMatter.shared, "picture")

    picture: Slug | None = None


class PlainPage(Pictured):
    """content/<locale>/<page>.md: a title and text."""

    shared: ClassVar[tuple[str, ...]] = (*Pictured.shared, "hue", "drawing")

    hue: Hue = "sun"
    """The colour of its head."""
    drawing: Literal[Drawing, "city"] | None = None
    """What stands beside its title: a picture of the guide, or the city itself."""


class Home(FrontMatter):
    """content/<locale>/index.md"""

    kind: ClassVar[str] = "home"


class NotFound(FrontMatter):
    """content/<locale>/404.md: what a host serves when there is no page."""

    kind: ClassVar[str] = "not-found"


class ClusterPage(FrontMatter):
    """content/<locale>/clusters/<cluster>.md"""

    kind: ClassVar[str] = "cluster"
    sources: SomeSlugs


class CampusPage(Pictured):
    """content/<locale>/campuses/<campus>.md"""

    kind: ClassVar[str] = "campus"
    sources: SomeSlugs


class ClusterIndex(FrontMatter):
    """content/<locale>/clusters/index.md"""

    kind: ClassVar[str] = "cluster-index"


class CampusIndex(Pictured):
    """content/<locale>/campuses/index.md"""

    kind: ClassVar[str] = "campus-index"


class StoryIndex(FrontMatter):
    """content/<locale>/stories/index.md"""

    kind: ClassVar[str] = "story-index"


class Directory(FrontMatter):
    """content/<locale>/partners/index.md"""

    kind: ClassVar[str] = "directory"


class KeyNumber(Record):
    """One number of a story: what it counts and where it comes from stand beside it."""

    value: Text
    label: Text
    definition: Text
    source: Slug


class Quote(Record):
    """What somebody said, to the letter, and where it can be read."""

    text: Text = hint("Add what was said, to the letter.", "Voeg toe wat er is gezegd, letterlijk.")
    speaker: Text = hint("Add who said it.", "Voeg toe wie het zei.")
    role: Text | None = None
    source: Slug = hint(
        "Add where it can be read, a file name in content/data/sources: a quotation without a source is hearsay.",
        "Voeg toe waar het te lezen is, een bestandsnaam in content/data/sources: zonder bron is het van horen zeggen.",
    )
    portrait: Slug | None = None
    """A picture of who speaks."""
    translated: StrictBool = False
    """It was said in the other language; the reader is told that these are our words."""


class Story(Pictured):
    """content/<locale>/stories/<story>.md"""

    kind: ClassVar[str] = "story"
    shared: ClassVar[tuple[str, ...]] = (
        *Pictured.shared, "cluster", "campus", "place", "town", "partners", "series", "featured", "cover",
        "key_number.value", "key_number.source", "quote.speaker", "quote.source", "quote.portrait",
    )  # fmt: skip

    cluster: Slug = hint(
        "Add the cluster, a file name in content/data/clusters.",
        "Voeg het cluster toe, een bestandsnaam in content/data/clusters.",
    )
    campus: Slug | None = None
    place: Area = hint("Add where the story happens.", "Voeg toe waar het verhaal speelt.")
    town: Text | None = None
    partners: Slugs = ()
    series: Slug | None = None
    featured: StrictBool = False
    """It stands on top of the index, large. At most one; without one it is the newest."""
    sources: SomeSlugs = hint(
        "Add the sources as a list of file names in content/data/sources.",
        "Voeg de bronnen toe als lijst van bestandsnamen in content/data/sources.",
    )
    cover: Cover | None = None
    """The drawing on its cover; without it the slug chooses."""
    shout: Text | None = None
    key_number: KeyNumber | None = None
    quote: Quote | None = None


class Guide(FrontMatter):
    """content/<locale>/guide/index.md"""

    kind: ClassVar[str] = "guide"


class Chapter(FrontMatter):
    """content/<locale>/guide/<chapter>.md: how things work here; the steps beside it are data."""

    kind: ClassVar[str] = "chapter"
    shared: ClassVar[tuple[str, ...]] = (*FrontMatter.shared, "drawing")

    drawing: Drawing | None = None
    sources: SomeSlugs


class Glossary(FrontMatter):
    """content/<locale>/glossary.md"""

    kind: ClassVar[str] = "glossary"


INDEXES: dict[str, type[FrontMatter]] = {
    "": Home,
    "clusters": ClusterIndex,
    "campuses": CampusIndex,
    "stories": StoryIndex,
    "partners": Directory,
    "guide": Guide,
}
"""The page at the top of each folder."""

FOLDERS: dict[str, type[FrontMatter]] = {
    "clusters": ClusterPage,
    "campuses": CampusPage,
    "stories": Story,
    "guide": Chapter,
}
"""The other pages of a folder."""


ALONE: dict[str, type[FrontMatter]] = {"404": NotFound, "glossary": Glossary}
"""Pages that are one of a kind."""


def schema_of(key: str) -> type[FrontMatter]:
    """The schema of the page at `key`: its path within a language folder, without `.md`."""
    folder, _, name = key.rpartition("/")
    if name == "index" and folder in INDEXES:
        return INDEXES[folder]
    if key in ALONE:
        return ALONE[key]
    return FOLDERS.get(folder, PlainPage)
