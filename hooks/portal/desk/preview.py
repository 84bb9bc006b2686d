"""The live preview: the site as it was last saved. A page is drawn when it is asked for; a mistake stands on top of it.

What was saved is read, and shows at once. In the quiet after it come the checks, and then what MkDocs makes beside the
pages: files of data, calendars, lists. Who asks for one of those before waits for it.
"""

from __future__ import annotations

import logging
import posixpath
import shutil
import tempfile
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import click
import jinja2

import portal.engine.build  # noqa: F401 - silences Material's advertisement before MkDocs is imported
from portal.checks import errors, read_site
from portal.content.reading import Known, read
from portal.desk import watching
from portal.desk.json_schema import FOLDER as SCHEMAS
from portal.desk.json_schema import write_schemas
from portal.desk.preview_server import PortInUseError, PreviewServer
from portal.engine.drafts import Drafts
from portal.engine.template_mistake import template_mistake
from portal.model.clock import build_day
from portal.model.site import Site
from portal.publish.hosting import page_for_missing
from portal.schema.search import SearchPage
from portal.search import index as search
from portal.words.problem import ContentError
from portal.words.wording import say

__all__ = ["PortInUseError", "Preview", "serve"]

HOST = "127.0.0.1"
STYLES = "hooks/portal/assets/css"
_SETTLED = 4
"""Quarters of a second without a change, after which MkDocs makes what stands beside the pages."""


def serve(root: Path, port: int, host: str = HOST) -> None:
    """Serve the project in `root` on http://`host`:`port`/ until it is stopped."""
    logging.basicConfig(level=logging.CRITICAL, format="%(message)s")
    stop = threading.Event()
    # What is still being made when it stops goes with it.
    with tempfile.TemporaryDirectory(prefix="portal-preview-", ignore_cleanup_errors=True) as folder:
        server = PreviewServer(host, port)
        preview = Preview(root, Path(folder), server.url)
        server.serve(preview)
        try:
            click.echo(say("preview.building"))
            preview.begin()
            click.echo(say("preview.start", address=server.url))
            quiet = 0
            for paths in watching.saved(root, stop):
                quiet = 0 if paths else quiet + 1
                if paths:
                    preview.saved(paths)
                else:
                    preview.rest(quiet)
        except KeyboardInterrupt:
            pass
        finally:
            stop.set()
            server.shutdown()


class Preview:
    """The site as it was last saved."""

    def __init__(self, root: Path, folder: Path, url: str) -> None:
        self._root = root
        self._folders = (folder / str(number) for number in count())
        self._url = url
        self._known = Known()
        self._busy = threading.RLock()
        """Held by who reads or draws: who asks for a page meanwhile waits, and gets the new one."""
        self._site: Site | None = None
        self._drafts: Drafts | None = None
        self._checked = False
        self._settled = False
        self._settling: threading.Thread | None = None
        self._indexed: Path | None = None
        self.problem = ""
        self.moment = int(time.time() * 1000)
        """Rises with each change that a browser has to show."""
        self._styled: set[int] = set()
        """The moments at which nothing but the styles changed."""
        self._changed = threading.Condition()

    # --- what is saved ---

    def begin(self) -> None:
        """Read, check and draft the site for the first time. A mistake is shown, as one during work is."""
        with self._busy, self._shown():
            site = read_site(self._root)
            self._renew(site)
            self._checked = True
            self._tell("")
            write_schemas(self._root, self._root / SCHEMAS)

    def saved(self, paths: set[Path]) -> None:
        """Something was saved: show it."""
        with self._busy, self._shown():
            content = read(self._root, self._known)
            names = {path.relative_to(self._root).as_posix() for path in paths if path.is_relative_to(self._root)}
            look = any(not name.startswith("content") for name in names)
            if self._site and content == self._site.content and not look and not self.problem:
                return
            if wrong := [problem for problem in content.problems if problem.severity == "error"]:
                raise ContentError(wrong)
            site = Site(content, build_day())
            if self._drafts and "mkdocs.yml" not in names and self._drafts.follow(site, look=look):
                self._site, self._settled = site, False
            else:
                self._renew(site)
            self._checked = False
            self._tell("", styles=all(name.startswith(STYLES) for name in names) and not self.problem)

    def rest(self, quiet: int) -> None:
        """Nothing was saved for so many quarters of a second: do what can wait."""
        site = self._site
        if site and not self._checked:
            wrong = errors(site)
            with self._busy:
                if site is self._site:
                    self._checked = True
                    if wrong:
                        self._tell("\n".join(map(str, wrong)))
        elif quiet >= _SETTLED and site and not self._settled and not self.problem and not self._settling:
            self._settling = threading.Thread(target=self._settle, args=(site,), daemon=True)
            self._settling.start()

    def _settle(self, site: Site) -> None:
        try:
            write_schemas(self._root, self._root / SCHEMAS)  # the names in them change with the content
            drafts = Drafts.of(self._root, site, self._url, next(self._folders))
            with self._busy:
                if site is self._site and not self._settled:
                    self._take(drafts, site)
                else:
                    shutil.rmtree(drafts.folder, ignore_errors=True)
        except Exception as error:  # a thread has nobody to tell
            with self._busy:
                self._tell(self._said(error))
        finally:
            self._settling = None

    def _renew(self, site: Site) -> None:
        self._take(Drafts.of(self._root, site, self._url, next(self._folders)), site)

    def _take(self, drafts: Drafts, site: Site) -> None:
        old, self._drafts, self._site, self._settled = self._drafts, drafts, site, True
        if old:
            shutil.rmtree(old.folder, ignore_errors=True)

    @contextmanager
    def _shown(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:  # a mistake in a hook: the maintainer wants all of it
            self._tell(self._said(error))

    def _said(self, error: BaseException) -> str:
        if isinstance(error, ContentError):
            return str(error)
        return template_mistake(error, self._root) or "".join(traceback.format_exception(error))

    def _tell(self, problem: str, *, styles: bool = False) -> None:
        if problem:
            click.echo(problem, err=True)
        with self._changed:
            self.problem = problem
            self.moment += 1
            if styles:
                self._styled.add(self.moment)
            self._changed.notify_all()

    # --- what is asked ---

    def since(self, moment: int, patience: float) -> dict[str, object]:
        """The moment of the last change, once it is another than `moment`; and the stylesheet, if only that changed."""
        with self._changed:
            self._changed.wait_for(lambda: self.moment != moment, patience)
            now = self.moment
            only = moment < now and all(between in self._styled for between in range(moment + 1, now + 1))
        return {"moment": now, "styles": f"/{self._drafts.stylesheet}" if only and self._drafts else None}

    def file(self, asked: str) -> bytes | None:
        """What stands at a path of the site, `/verhalen/`; None when nothing does."""
        path = posixpath.normpath("/" + asked).lstrip("/")
        path = posixpath.join(path, "index.html") if asked.endswith("/") else path
        if not self._drafts:
            return None  # nothing to wait for yet: a page says so
        with self._busy:
            try:
                page = self._drafts.draw(path)
            except Exception as error:
                # What the checks have to say is said better by them; below it the page as it last was.
                wrong = errors(self._site) if self._site and not self._checked else []
                self._tell("\n".join(map(str, wrong)) or self._said(error))
                page = True
            if not page and path.startswith(f"{search.FOLDER}/"):
                self._index()
            file = self._drafts.folder / path
            if not page and not file.is_file() and not self._settled and self._site and not self.problem:
                with self._shown():
                    self._renew(self._site)
                file = self._drafts.folder / path
            return file.read_bytes() if file.is_file() else None

    def missing(self, asked: str) -> bytes | None:
        """The page for what is not there, in the language of the address, as a host has it."""
        if not self._drafts or not self._site:
            return None
        with self._busy:
            for locale in self._site.languages:
                if page := self._site.page(locale, "404"):
                    self.file(page.address)
            page_file = page_for_missing(self._drafts.folder, asked)
            return page_file.read_bytes() if page_file else None

    def searching(self, asked: str) -> bool:
        """Whether it is a search page."""
        site = self._site
        pages = [site.page(locale, SearchPage.at) for locale in site.languages] if site else []
        return asked.removesuffix("index.html") in {page.address for page in pages if page}

    def _index(self) -> None:
        """Make the indexes of search, now that somebody wants them; once for each state of the site."""
        assert self._drafts
        if self._site and self._indexed != self._drafts.folder:
            for made in search.Indexing.begin(self._site).finished():
                search.write(made, self._drafts.folder)
            self._indexed = self._drafts.folder

    def notice(self) -> bytes:
        """What is wrong, to stand on top of a page; nothing when nothing is."""
        if not self.problem:
            return b""
        return self._template("partials/preview_problem.html", problem=self.problem)

    def waiting(self) -> bytes:
        """A page for while there is none: the site is being read, or it never was right."""
        words = {"problem": self.problem, "title": say("preview.problem" if self.problem else "preview.building")}
        return self._template("partials/preview_start.html", **words)

    def _template(self, name: str, **words: str) -> bytes:
        loader = jinja2.FileSystemLoader(self._root / "overrides")
        template = jinja2.Environment(loader=loader, autoescape=True).get_template(name)
        return template.render(locale="", t=lambda key, **_: say("preview.problem"), **words).encode()
