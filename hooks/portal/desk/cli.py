"""The `portal` command: what an editor types."""

from __future__ import annotations

import gc
import io
import json
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from portal.content.project import project_root
from portal.desk.looked import Finding, Looked, look
from portal.model.clock import ClockError, build_day
from portal.words.problem import ContentError, Problem
from portal.words.wording import advice_groups, say

if TYPE_CHECKING:
    from portal.desk.publishing import Published
    from portal.model.site import Site

_FOLDER = click.Path(file_okay=False, path_type=Path)


class _Told(click.Group):
    """What the machine refuses (a full disk, a folder that may not be written) is one line, not a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run what was asked for."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")  # a code page that lacks a letter loses none of it
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # click knows what to do: whoever listened went away
        except OSError as error:
            where = f" ({error.filename})" if error.filename else ""
            raise click.ClickException(say("machine.refused", reason=f"{error.strerror or error}{where}")) from error


@click.group(cls=_Told, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--root", type=_FOLDER, help="The folder of the project; else the nearest one with mkdocs.yml.")
@click.pass_context
def main(context: click.Context, root: Path | None) -> None:
    """Check, build and preview the portal."""
    signal.signal(signal.SIGTERM, stop)
    gc.set_threshold(20_000)  # what is read is kept to the end: looking for what is not costs a tenth of a check
    try:
        build_day()
    except ClockError as error:
        raise click.ClickException(str(error)) from error
    context.obj = root.resolve() if root else project_root()


def stop(number: int, _: object) -> None:
    """A stop that is asked for ends as an error does: what was begun is cleaned up."""
    raise SystemExit(128 + number)


@main.command()
@click.option("--strict", is_flag=True, help="Exit 1 when a fact has run out (for a nightly job).")
@click.option("--json", "as_json", is_flag=True, help="Print everything as data; `portal schema` has its shape.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="Look at the facts as they stand on a day.")
@click.pass_obj
def check(root: Path, strict: bool, as_json: bool, day: datetime | None) -> None:
    """Check the content without building: every problem with its file and line, then advice."""
    started = time.perf_counter()
    on = day.date() if day else build_day()
    looked = _looked(root, on)
    findings = list(looked.findings)
    errors = [finding for finding in findings if finding.is_error]
    refused = bool(errors) or (strict and any(finding.strict for finding in findings))
    if as_json:
        click.echo(json.dumps(looked.report, indent=2))  # in ASCII, which every code page has
        raise SystemExit(1 if refused else 0)
    if errors:
        _refuse(errors)
    if not refused:
        seconds = f"{time.perf_counter() - started:.1f}"
        click.echo(say("check.ok", pages=looked.pages, entries=looked.entries, seconds=seconds))
    for group in advice_groups():
        lines = [finding for finding in findings if finding.group == group]
        if lines and not strict:  # a job wants lines alone; who reads them must not take advice for mistakes
            click.echo("\n" + say(f"advice.{group}", count=len(lines), day=on), err=True)
        for finding in lines:
            click.echo(finding, err=True)
    if refused:
        raise SystemExit(1)


@main.command()
@click.option("--out", type=_FOLDER, default="site", help="Where the site goes (default: site).")
@click.pass_obj
def build(root: Path, out: Path) -> None:
    """Check, build, and only then replace the site that was there."""
    from portal.publish.unchanged import Unchanged

    started = time.perf_counter()
    out = out if out.is_absolute() else Path.cwd() / out
    unchanged = Unchanged(root, out, build_day())
    if files := unchanged.files():
        click.echo(say("build.same", files=files, out=out, seconds=f"{time.perf_counter() - started:.1f}"))
        return
    from portal.engine.build import BuildError, build_site

    site = _checked(root)
    try:
        files = build_site(root, out, site)
    except BuildError as error:
        raise click.ClickException(str(error)) from error
    unchanged.remember()
    click.echo(say("build.ok", files=files, out=out, seconds=f"{time.perf_counter() - started:.1f}"))


@main.command()
@click.option("--out", type=_FOLDER, default="site-style", help="Where it goes (default: site-style).")
@click.pass_obj
def style(root: Path, out: Path) -> None:
    """Build the site with a page of all components and their examples, for whoever draws the templates."""
    from portal.desk.style_page import StylePage
    from portal.engine.build import BuildError, build_site

    site = _checked(root)
    out = out if out.is_absolute() else Path.cwd() / out
    try:
        build_site(root, out, site, style=StylePage(root))
    except BuildError as error:
        raise click.ClickException(str(error)) from error
    click.echo(say("style.ok", out=out))


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; others may see drafts.")
@click.pass_obj
def preview(root: Path, port: int, host: str) -> None:
    """Serve the site on this machine; it follows every saved change."""
    from portal.desk.preview import PortInUseError, serve

    try:
        serve(root, port, host)
    except PortInUseError as error:
        raise click.ClickException(say("preview.port", port=port)) from error


@main.command()
@click.option("--again", is_flag=True, help="Also ask what was well in the last week.")
@click.pass_obj
def links(root: Path, again: bool) -> None:
    """Ask every address elsewhere once, and name what is gone, moved or leads to a home page (for a monthly job)."""
    from portal.desk.outside_links import Asking, look, read

    site = _checked(root)
    with Asking(site.day) as asking:
        problems, asked = look(site, root, asking, again=again)
    for problem in problems:
        click.echo(problem)
    count = len(read(root))
    click.echo(say("links.ok", count=count, asked=asked, wrong=len(problems)), err=True)
    if problems:
        raise SystemExit(1)


@main.command()
@click.pass_obj
def release(root: Path) -> None:
    """Note the addresses and the open data of this release, so that none of them vanishes later."""
    from portal.desk.release import ReleaseError, note_addresses, note_forms

    site = _checked(root)
    with _stated(ReleaseError):
        note_forms(site, root)
    new, count, path = note_addresses(site, root)
    click.echo(say("release.ok", new=new, count=count, path=path))


@main.command()
@click.option("--out", type=_FOLDER, help="Where they go (default: .cache/schema, where .vscode/settings.json looks).")
@click.pass_obj
def schema(root: Path, out: Path | None) -> None:
    """Write JSON Schema of the content, for programs that complete and check what is typed, and of `check --json`."""
    from portal.desk.json_schema import FOLDER, write_schemas

    folder = root / FOLDER if out is None else Path.cwd() / out
    try:
        count = write_schemas(root, folder)
    except ContentError as error:
        _refuse(error.problems)
    click.echo(say("schema.ok", count=count, out=folder))


@main.command()
@click.pass_obj
def handbook(root: Path) -> None:
    """Renew what docs/content.md and .vscode/ repeat of the schemas, for whoever changes one."""
    from portal.desk.handbook import write_handbook

    for path in write_handbook(root):
        click.echo(path)


@main.command()
@click.argument("target")
@click.option("--ask/--no-ask", default=True, show_default=True, help="Ask the site itself afterwards.")
@click.pass_obj
def publish(root: Path, target: str, ask: bool) -> None:
    """Check, build a release, look at it, and put it online.

    TARGET is a folder on this machine, user@host:/folder, s3://bucket/path, netlify:FOLDER or cloudflare:FOLDER.
    """
    from portal.desk import publishing

    started = time.perf_counter()
    site = _checked(root)
    with _stated(publishing.PublishError):
        url = publishing.url_of(root)
        published = publishing.publish(root, site, publishing.Target.of(target, root), url)
    key = "publish.ok" if published.changed else "publish.same"
    seconds = f"{time.perf_counter() - started:.1f}"
    click.echo(say(key, release=published.release, folder=published.folder, seconds=seconds))
    _ask_for(ask and not target.startswith(("netlify:", "cloudflare:")), url, published)


@main.command()
@click.argument("target")
@click.argument("release", required=False)
@click.option("--ask/--no-ask", default=True, show_default=True, help="Ask the site itself afterwards.")
@click.pass_obj
def rollback(root: Path, target: str, release: str | None, ask: bool) -> None:
    """Put an earlier release online: the one before, or the one that is named."""
    from portal.desk import publishing

    with _stated(publishing.PublishError):
        published = publishing.roll_back(publishing.Target.of(target, root), release)
        url = publishing.url_of(root)
    click.echo(say("publish.back", release=published.release))
    _ask_for(ask, url, published)


@main.command()
@click.argument("target")
@click.pass_obj
def releases(root: Path, target: str) -> None:
    """List the releases of a target, the newest first; a star stands before the one that is online."""
    from portal.desk import publishing

    with _stated(publishing.PublishError):
        store = publishing.Target.of(target, root).store
    for id_ in store.ids() if store else []:
        click.echo(f"{'*' if store and id_ == store.current else ' '} {id_}")


@main.command()
@click.argument("server", type=click.Choice(["nginx", "apache", "caddy"]))
@click.option("--folder", type=click.Path(path_type=Path), default=Path("/srv/portal/current"), show_default=True,
              help="Where the server finds the site.")  # fmt: skip
@click.pass_obj
def hosting(root: Path, server: str, folder: Path) -> None:
    """Write the configuration of a server: headers, types, redirects, the page for what is not there."""
    from portal.desk import publishing
    from portal.publish import hosting as hosts

    site = _checked(root)
    with _stated(publishing.PublishError), _stated(hosts.HostingError):
        click.echo(hosts.server(server, hosts.hosting(site, publishing.url_of(root), folder)), nl=False)


@main.command()
@click.option("--page", is_flag=True, help="As a page of the handbook (docs/made-of.md).")
@click.pass_obj
def bill(root: Path, page: bool) -> None:
    """Say what the site and its tools are made of, in CycloneDX."""
    from portal.publish import bill as bills

    click.echo(bills.page(root) if page else bills.bill(root, build_day()), nl=False)


@contextmanager
def _stated(error: type[Exception]) -> Iterator[None]:
    """An error that is foreseen, as one line."""
    try:
        yield
    except error as found:
        raise click.ClickException(str(found)) from found


def _ask_for(wanted: bool, url: str, published: Published) -> None:
    """Ask the site itself, and end with 1 when something does not fit: a job is to notice."""
    from portal.publish.ask import misfits

    found = misfits(url, published.folder) if wanted else []
    for line in found:
        click.echo(line, err=True)
    if found:
        click.echo(say("ask.failed", count=len(found)), err=True)
        raise SystemExit(1)
    if wanted:
        click.echo(say("ask.ok", url=url))


def _looked(root: Path, day: date) -> Looked:
    """What is to be said of the content; without a project there is nothing to say."""
    try:
        return look(root, day)
    except ContentError as error:
        _refuse(error.problems)


def _checked(root: Path) -> Site:
    """The site, when nothing is wrong with it."""
    from portal.checks import read_site

    try:
        return read_site(root)
    except ContentError as error:
        _refuse(error.problems)


def _refuse(errors: Sequence[Problem | Finding]) -> NoReturn:
    for problem in errors:
        click.echo(problem, err=True)
    count = len(errors)
    click.echo(say("check.failed.one" if count == 1 else "check.failed", count=count), err=True)
    raise SystemExit(1)
