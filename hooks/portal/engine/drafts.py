"""Drafts: a site of which MkDocs has made all but the pages. Each is drawn by it when somebody asks for it.

A draft follows the content as long as every page stands where it stood; else MkDocs has to begin anew, as it does when
a setting, a picture or a plugin has changed.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.commands.build import _build_page, _populate_page, build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from portal.assets.published import assets
from portal.engine import mkdocs_files
from portal.engine.mkdocs_files import Build
from portal.engine.plain_pages import NAME, plain_page
from portal.model.placed_pictures import placed
from portal.model.site import Site


@dataclass
class _Draft:
    """A page that waits, as MkDocs knows it."""

    file: File
    files: Files
    environment: jinja2.Environment | None = None
    drawn: bool = False


@dataclass
class Drafts:
    """The pages of a site that stand in a folder once they were asked for."""

    folder: Path
    _config: MkDocsConfig | None = None
    _waiting: dict[str, _Draft] = field(default_factory=dict)
    """By their path in the folder."""
    _drawing: threading.RLock = field(default_factory=threading.RLock)
    """MkDocs draws one page at a time."""

    @classmethod
    def of(cls, root: Path, site: Site, url: str, folder: Path) -> Drafts:
        """Let MkDocs make all but the pages of a site in a folder."""
        drafts = cls(folder)
        # 'strict' is off: a warning should be seen on the page, not take the page away.
        config = load_config(config_file=str(root / "mkdocs.yml"), site_dir=str(folder), strict=False)
        config.site_url = url
        mkdocs_files.hand_over(config, site, drafts=drafts)
        config.plugins.on_startup(command="serve", dirty=False)
        build(config)
        drafts._config = config
        for draft in drafts._waiting.values():
            draft.file.inclusion = InclusionLevel.INCLUDED
        return drafts

    def take(self, files: Files, told: set[str]) -> None:
        """Take the pages of a language from MkDocs' list; what feeds tell whole it still reads."""
        for file in files.documentation_pages():
            self._waiting[file.dest_uri] = _Draft(file, files)
            if not _is_door(file) and file.src_uri not in told:
                file.inclusion = InclusionLevel.EXCLUDED

    def draw_with(self, environment: jinja2.Environment) -> None:
        """The pages that were just taken are drawn with this environment, and not by MkDocs."""
        for draft in self._waiting.values():
            draft.environment = draft.environment or environment
            if not _is_door(draft.file):
                draft.file.inclusion = InclusionLevel.EXCLUDED

    def draw(self, path: str) -> bool:
        """Draw the page that stands at a path in the folder, unless it is there; whether it is a page."""
        draft = self._waiting.get(path)
        if draft is None:
            return path.endswith(f"/{NAME}") and self._draw_plain(path.removesuffix(NAME))
        with self._drawing:
            if not draft.drawn:
                assert self._config
                page = Page(None, draft.file, self._config)
                _populate_page(page, self._config, draft.files)
                assert draft.environment
                _build_page(page, self._config, [], Navigation([], []), draft.environment)
                draft.drawn = True
        return True

    def _draw_plain(self, folder: str) -> bool:
        """Draw the page of a folder as Markdown."""
        drawn = f"{folder}index.html"
        if not self.draw(drawn):
            return False
        assert self._config
        site = mkdocs_files.current(self._config).read
        page = mkdocs_files.page_of(self._waiting[drawn].file.src_uri, site)
        base = (self._config.site_url or "/").rstrip("/")
        text = plain_page(site, page, (self.folder / drawn).read_text(encoding="utf-8"), base)
        (self.folder / folder / NAME).write_text(text, encoding="utf-8", newline="\n")
        return True

    def follow(self, site: Site, *, look: bool) -> bool:
        """Draw the pages of another state of the site from now on; False when that takes MkDocs.

        `look`: templates, styles or scripts have changed as well.
        """
        assert self._config
        with self._drawing:
            before = mkdocs_files.current(self._config)
            if _places(site) != _places(before.read):
                return False
            now: Build = replace(before, read=site, markup={}, drawn={}, _drawn={})
            if look:
                now.assets = assets(mkdocs_files.cache(self._config, "font"))
                for draft in self._waiting.values():
                    assert draft.environment
                    if draft.environment.cache:
                        draft.environment.cache.clear()
                for asset in now.assets.values():
                    (self.folder / asset.path).write_bytes(asset.content)
            self._config.extra["portal"] = now
            for draft in self._waiting.values():
                draft.drawn = False
        return True

    @property
    def stylesheet(self) -> str:
        """The path of the stylesheet."""
        assert self._config
        return mkdocs_files.current(self._config).assets["site.css"].path


def _is_door(file: File) -> bool:
    """Whether it is the first page of a language, which MkDocs has to find."""
    return file.src_uri.endswith("/index.md") and file.src_uri.count("/") == 1


def _places(site: Site) -> Any:
    """What MkDocs has to know: where pages stand, and which pictures there are."""
    pages = {place: (page.address, page.written) for place, page in site.pages.items()}
    pictures = {slug: picture.path for slug, picture in site.shown_pictures.items()}
    return site.languages, pages, pictures, {path for _, _, path in placed(site)}, site.content.assets
