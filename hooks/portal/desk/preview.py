"""The live preview: MkDocs' server, kept at the last good site when an editor makes a mistake, which it shows."""

from __future__ import annotations

import logging
import secrets
import shutil
import socket
import tempfile
import threading
import traceback
from itertools import count
from pathlib import Path
from typing import Any

import click
import jinja2

import portal.engine.build  # noqa: F401 - silences Material's advertisement before MkDocs is imported
from portal.checks import read_site
from portal.desk.json_schema import FOLDER as SCHEMAS
from portal.desk.json_schema import write_schemas
from portal.engine.template_mistake import template_mistake
from portal.model.site import Site
from portal.publish import headers
from portal.publish.hosting import page_for_missing
from portal.schema.search import SearchPage
from portal.search import index as search
from portal.search.index import FOLDER
from portal.words.problem import ContentError
from portal.words.wording import say

WATCHED = ("content", "overrides", "hooks/portal/assets", "mkdocs.yml")
HOST = "127.0.0.1"


class PortInUseError(Exception):
    """Something else listens on the port."""


def serve(root: Path, port: int, host: str = HOST) -> None:
    """Serve the project in `root` on http://`host`:`port`/ until it is stopped."""
    from mkdocs.livereload import LiveReloadServer

    class Server(LiveReloadServer):
        """MkDocs' server would answer nothing until a mistake is mended; this one puts it on top of the old page."""

        notice = b""
        asked = threading.local()
        """The address each thread answers; MkDocs gives the page for what is not there no more than a number."""

        nonce = secrets.token_urlsafe(16)
        """Lets MkDocs' own script run under the policy: the only thing that is other than online."""

        site: Site
        """What is served, as it was read."""
        indexed: str | None = None
        """The folder that has its indexes of search."""
        indexing = threading.Lock()

        @property
        def searches(self) -> set[str]:
            """The addresses of the search pages."""
            return {self.site.pages[locale, SearchPage.at].address for locale in search.languages(self.site)}

        def index(self) -> None:
            """Make the indexes of search, now that somebody wants them; once for each state of the site."""
            with self.indexing:
                folder = self.root
                if self.indexed != folder:
                    for made in search.Indexing.begin(self.site).finished():
                        search.write(made, Path(folder))
                    self.indexed = folder

        def serve_request(self, environ: Any, start_response: Any) -> Any:
            # A page elsewhere may give its own name this address, and read drafts through the browser of an editor.
            if environ.get("HTTP_HOST", "").lower() not in names:
                start_response("421 Misdirected Request", [("Content-Type", "text/plain; charset=utf-8")])
                return [say("preview.host", names=", ".join(sorted(names))).encode()]
            self.asked.path = environ["PATH_INFO"]

            asked = environ["PATH_INFO"].removesuffix("index.html")
            searching = asked in self.searches
            if asked.startswith(f"/{FOLDER}/"):
                self.index()

            def start(status: str, said: list[tuple[str, str]], *more: Any) -> Any:
                policy = headers.in_preview(self.nonce, searching=searching)
                return start_response(status, [*said, *policy.items()], *more)

            return super().serve_request(environ, start)

        def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
            page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
            before, script, after = page.rpartition(b"<script>")
            page = before + script.replace(b"<script", b'<script nonce="%b"' % self.nonce.encode()) + after
            return page.replace(b'<main id="main"', self.notice + b'<main id="main"', 1)

    _refuse_used(port, host)
    names = {f"{name}:{port}" for name in (host, HOST, "localhost", "[::1]", socket.gethostname().lower())}
    logging.basicConfig(level=logging.ERROR, format="%(message)s")
    with tempfile.TemporaryDirectory(prefix="portal-preview-") as folder:
        numbers = count()
        server = Server(builder=lambda: rebuild(), host=host, port=port, root=folder)

        def rebuild() -> None:
            """Build beside the site that is being served, then serve the new one."""
            new = Path(folder, str(next(numbers)))
            site = _build(root, new, server.url)
            if isinstance(site, str):
                click.echo(site, err=True)
                server.notice = _notice(root, site)
                shutil.rmtree(new, ignore_errors=True)
                return
            old, server.root, server.notice, server.site = Path(server.root), str(new), b"", site
            if old != Path(folder):
                shutil.rmtree(old, ignore_errors=True)

        rebuild()
        if server.notice:
            raise SystemExit(1)
        server.error_handler = lambda code: _not_found(Path(server.root), server.asked.path) if code == 404 else None
        for name in WATCHED:
            if (root / name).exists():
                server.watch(str(root / name))
        click.echo(say("preview.start", address=server.url))
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()


def _build(root: Path, new: Path, url: str) -> Site | str:
    """Build the site into a new folder; return it as it was read, or what went wrong, in words."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    from portal.engine import mkdocs_files

    try:
        write_schemas(root, root / SCHEMAS)  # the names in them change with the content
        site = read_site(root)
        # 'strict' is off: a warning should be seen on the page, not take the page away.
        config = load_config(config_file=str(root / "mkdocs.yml"), site_dir=str(new), strict=False)
        config.site_url = url
        mkdocs_files.hand_over(config, site, searched=False)
        config.plugins.on_startup(command="serve", dirty=False)
        build(config)
    except ContentError as error:
        return str(error)
    except (Exception, SystemExit) as error:  # a mistake in a hook: the maintainer wants all of it
        return template_mistake(error, root) or traceback.format_exc()
    return site


def _notice(root: Path, problem: str) -> bytes:
    loader = jinja2.FileSystemLoader(root / "overrides")
    template = jinja2.Environment(loader=loader, autoescape=True).get_template("partials/preview_problem.html")
    return template.render(problem=problem, locale="", t=lambda key, **words: say("preview.problem")).encode()


def _not_found(site: Path, asked: str) -> bytes | None:
    """The page for what is not there, in the language of the address, as a host does."""
    page = page_for_missing(site, asked)
    return page.read_bytes() if page else None


def _refuse_used(port: int, host: str) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortInUseError from error
