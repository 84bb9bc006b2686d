"""The `portal` command: what an editor types."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path

import click

from portal.checks import read_site
from portal.model.clock import build_day
from portal.model.site import Site, project_root
from portal.words.formats import day as written
from portal.words.problem import ContentError
from portal.words.wording import editor_locale, say

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--root", type=_FOLDER, help="The folder of the project; else the nearest one with mkdocs.yml.")
@click.pass_context
def main(context: click.Context, root: Path | None) -> None:
    """Check, build and preview the portal."""
    context.obj = root.resolve() if root else project_root()


@main.command()
@click.option("--strict", is_flag=True, help="Exit 1 when a fact has run out (for a nightly job).")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="Look at the facts as they stand on a day.")
@click.pass_obj
def check(root: Path, strict: bool, day: datetime | None) -> None:
    """Check the content without building: every problem with its file and line, then advice."""
    from portal.checks.future_days import future_days
    from portal.checks.reading_level import long_sentences
    from portal.checks.shelf_life import overdue, soon

    started = time.perf_counter()
    site = _checked(root)
    when = day.date() if day else build_day()
    late = overdue(site, when)
    advice = {
        "advice.future": future_days(site, build_day()),
        "advice.overdue": late,
        "advice.soon": soon(site, when),
        "advice.sentences": long_sentences(site),
    }
    refused = strict and late
    if not refused:
        entries = sum(map(len, site.content.entries.values()))
        seconds = f"{time.perf_counter() - started:.1f}"
        click.echo(say("check.ok", pages=len(site.pages), entries=entries, seconds=seconds))
    for heading, problems in advice.items():
        if problems and not strict:  # a job wants lines alone; who reads them must not take advice for mistakes
            words = {"count": len(problems), "day": written(when, editor_locale())}
            click.echo("\n" + say(heading, **words), err=True)
        for problem in problems:
            click.echo(problem, err=True)
    if refused:
        raise SystemExit(1)


@main.command()
@click.option("--out", type=_FOLDER, default="site", help="Where the site goes (default: site).")
@click.pass_obj
def build(root: Path, out: Path) -> None:
    """Check, build, and only then replace the site that was there."""
    from portal.engine.build import BuildError, build_site

    started = time.perf_counter()
    _checked(root)
    out = out if out.is_absolute() else Path.cwd() / out
    try:
        files = build_site(root, out)
    except BuildError as error:
        raise click.ClickException(str(error)) from error
    click.echo(say("build.ok", files=files, out=out, seconds=f"{time.perf_counter() - started:.1f}"))


@main.command()
@click.option("--out", type=_FOLDER, default="site-style", help="Where it goes (default: site-style).")
@click.pass_obj
def style(root: Path, out: Path) -> None:
    """Build the site with a page of all components and their examples, for whoever draws the templates."""
    from portal.desk.style_page import StylePage
    from portal.engine.build import BuildError, build_site

    _checked(root)
    out = out if out.is_absolute() else Path.cwd() / out
    try:
        build_site(root, out, style=StylePage(root))
    except BuildError as error:
        raise click.ClickException(str(error)) from error
    click.echo(say("style.ok", out=out))


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.pass_obj
def preview(root: Path, port: int) -> None:
    """Serve the site on this machine; it follows every saved change."""
    from portal.desk.preview import PortInUseError, serve

    try:
        serve(root, port)
    except PortInUseError as error:
        raise click.ClickException(say("preview.port", port=port)) from error


@main.command()
@click.pass_obj
def release(root: Path) -> None:
    """Note the addresses of this release, so that none of them vanishes later."""
    from portal.desk.release import note_addresses

    new, count, path = note_addresses(_checked(root), root)
    click.echo(say("release.ok", new=new, count=count, path=path))


def _checked(root: Path) -> Site:
    try:
        return read_site(root)
    except ContentError as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        count = len(error.problems)
        click.echo(say("check.failed.one" if count == 1 else "check.failed", count=count), err=True)
        raise SystemExit(1) from error
