"""The only module that knows how MkDocs holds files and pages: from our pages to MkDocs', and back."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from portal.art.raster import painted
from portal.assets.cache import Cache, Progress
from portal.assets.palette import Palette, palette
from portal.assets.pictures import Published
from portal.assets.published import Asset
from portal.engine.drawn_once import Drawings
from portal.engine.kept_pages import KeptPages
from portal.model.asked import Notes
from portal.model.page import Page
from portal.model.site import Site
from portal.search.index import Indexing

if TYPE_CHECKING:
    from portal.engine.drafts import Drafts


@dataclass
class Build:
    """What the hooks share during one build. It lives on the config, so that a rebuild starts afresh."""

    read: Site
    """What was read. A page asks `site`."""
    assets: Mapping[str, Asset]
    doors: tuple[str, ...] = ()
    """The keys of the pages in the header: the `nav` of mkdocs.yml."""
    environment: jinja2.Environment | None = None
    progress: Progress | None = None
    palette: Palette = field(default_factory=palette)
    pictures: Mapping[str, Published] = field(default_factory=dict)
    """By slug."""
    indexing: Indexing | None = None
    """The indexes that are being made meanwhile."""
    drawn: Drawings = field(default_factory=dict)
    """The drawings of its pages."""
    told: dict[str, str] = field(default_factory=dict)
    """The markup of the stories that a feed has, by the source of the page: a page that is kept is not drawn."""
    placed: Mapping[PurePosixPath, Published] = field(default_factory=dict)
    """By file: those that stand in the text of a page too."""

    drafts: Drafts | None = None
    """Where pages are drawn when they are asked for, as are the indexes of search: in the preview."""
    kept: KeptPages | None = None
    """The pages of builds before; None where none can be kept."""
    markup: dict[str, str] = field(default_factory=dict)
    """That of the text of each page, by its source."""

    _drawn: dict[tuple[object, ...], str] = field(default_factory=dict)

    @cached_property
    def notes(self) -> Notes:
        """What each page asks."""
        return Notes(self.read)

    @property
    def site(self) -> Site:
        """The site. While a page is drawn, it notes what the page asks."""
        return self.notes.site

    def step(self) -> None:
        """A page is done."""
        if self.progress:
            self.progress(len(self.read.pages), "build.pages")

    def __deepcopy__(self, memo: object) -> Build:
        """Itself: static-i18n copies the config for a language that has an `extra`; the build is still one."""
        return self

    def drawing(self, name: str, *arguments: Hashable, bolder: float = 1) -> str:
        """A drawing of overrides/drawings/ as an SVG that needs no stylesheet, drawn once."""
        key = (name, bolder, *arguments)
        if key not in self._drawn:
            assert self.environment
            macro = getattr(self.environment.get_template(f"drawings/{name}.html").module, name)
            self._drawn[key] = painted(str(macro(*arguments)), bolder)
        return self._drawn[key]


@dataclass(frozen=True)
class Handed:
    """What a command of ours gives to the build that it starts; `mkdocs build` gives nothing."""

    site: Site | None = None
    """Read and checked, so that the hooks need not do it again."""
    progress: Progress | None = None
    drafts: Drafts | None = None
    """Where pages are drawn that wait until they are asked for."""


def hand_over(
    config: MkDocsConfig, site: Site, progress: Progress | None = None, *, drafts: Drafts | None = None
) -> None:
    """Give the hooks what the command already has."""
    config.extra["portal_handed"] = Handed(site, progress, drafts)


def handed_over(config: MkDocsConfig) -> Handed:
    """What the command gave, once."""
    handed: Handed = config.extra.pop("portal_handed", Handed())
    return handed


def current(config: MkDocsConfig) -> Build:
    """The build that this config belongs to."""
    build: Build = config.extra["portal"]
    return build


def root(config: MkDocsConfig) -> Path:
    """The folder of the project."""
    return Path(config.config_file_path).parent


def cache(config: MkDocsConfig, name: str) -> Cache:
    """What was made before, and may be used again."""
    return Cache(root(config) / ".cache" / name)


def add_generated(files: Files, site: Site, config: MkDocsConfig) -> None:
    """Add a file for each page that no editor wrote.

    static-i18n drops files that MkDocs calls generated, so ours look like files of content/ that merely do not
    exist; their templates draw all of them.
    """
    for page in site.pages.values():
        if not page.written:
            files.append(File(page.source, config.docs_dir, config.site_dir, config.use_directory_urls))


def drop_what_was_not_checked(files: Files, site: Site) -> None:
    """Of all that MkDocs found, the pages and downloads that were checked remain.

    It follows links, and would publish Material's stylesheets and whatever an editor's program leaves.
    """
    known = {page.source for page in site.pages.values()}
    for file in list(files):
        if file.is_documentation_page() and file.src_uri not in known:
            files.remove(file)  # under an embargo
        if not file.is_documentation_page() and f"content/{file.src_uri}" not in site.content.assets:
            files.remove(file)


def page_of(source: str, site: Site) -> Page[Any]:
    """Our page for the path that MkDocs knows it by."""
    locale, _, key = source.removesuffix(".md").partition("/")
    return site.pages[locale, key]


def our_page(page: MkDocsPage, config: MkDocsConfig) -> Page[Any]:
    """Our page for a page of MkDocs."""
    return page_of(page.file.src_uri, current(config).site)


def text_of(page: Page[Any], config: MkDocsConfig) -> str:
    """The text of a page for MkDocs, which knows the files of one language at a time.

    A link from a page of a partial language to one that is not translated leads to that page, by its whole address.
    """
    site = current(config).site
    text = page.body
    for link in site.findings(page).links if page.locale not in site.languages.whole else ():
        path, mark, fragment = link.address.partition("#")
        target = site.linked(page, path) if path.endswith(".md") else None
        if target and target.locale != page.locale:
            address = f"{(config.site_url or '/').rstrip('/')}{target.address}{mark}{fragment}"
            said = f'{{: lang="{target.locale}" hreflang="{target.locale}" }}'
            text = text.replace(f"]({link.address})", f"]({address}){said}")
    return text
