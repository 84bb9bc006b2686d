"""The live preview: MkDocs' own server, with our messages."""

from __future__ import annotations

import logging
import socket
from pathlib import Path

import click

import portal.build  # noqa: F401 - silences Material's advertisement before MkDocs is imported
from portal.wording import say


class PortInUseError(Exception):
    """Something else listens on the port."""


def serve(root: Path, port: int) -> None:
    """Serve the project in `root` on http://127.0.0.1:`port`/ until it is stopped."""
    from mkdocs.commands.serve import serve as mkdocs_serve

    _refuse_used(port)
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    click.echo(say("preview.start", address=f"http://127.0.0.1:{port}/"))
    # 'livereload' is given, since with the click of today MkDocs' own default never rebuilds.
    # 'strict' is off: a warning should be seen on the page, not take the page away.
    mkdocs_serve(
        config_file=str(root / "mkdocs.yml"),
        livereload=True,
        watch_theme=False,
        watch=[str(root / "overrides")],
        dev_addr=f"127.0.0.1:{port}",
        strict=False,
    )


def _refuse_used(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise PortInUseError from error
