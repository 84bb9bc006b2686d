"""A site as small as can be, of any release: a page, and a stylesheet that only it asks for."""

from __future__ import annotations

import hashlib
from pathlib import Path

from portal.publish.manifest import Manifest
from portal.publish.releases import Store

URL = "https://localhost/"


def stylesheet(number: int) -> str:
    """The name of the stylesheet of a release."""
    return f"assets/site.{hashlib.sha256(str(number).encode()).hexdigest()[:10]}.css"


def files(number: int) -> dict[str, str]:
    """The files of a release. Some are of this release alone, some the same in every one."""
    link = f'<link rel="stylesheet" href="/{stylesheet(number)}">'
    page = f"<!doctype html><title>{number}</title>{link}<p>{'release ' * 50}</p>"
    return {
        "index.html": page,
        "404.html": page,
        "en/index.html": page,
        "en/404.html": page,
        "robots.txt": "User-agent: *\n",
        "sitemap.xml": "<urlset/>",
        "assets/same.0123456789.js": "// the same in every release\n" * 20,
        stylesheet(number): f"/* {number} */" + "a { color: red }\n" * 40,
        f"only-{number}/index.html": page,
    }


def write(folder: Path, number: int) -> None:
    """Write a release as a build does."""
    for name, text in files(number).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def publish(store: Store, number: int) -> str:
    """Put a release online; its id."""
    with store.held(), store.release() as release:
        write(release.folder, number)
        release.finish()
        return str(store.current) if release.unchanged() else release.publish()


def number_online(folder: Path) -> int:
    """The release that a folder shows, after looking at every byte of it: AssertionError when it is not whole."""
    written = Manifest.read(folder)
    assert written is not None, "no manifest"
    assert written == Manifest.of(folder), "not what was written"
    text = (folder / "index.html").read_text(encoding="utf-8")
    number = int(text.partition("<title>")[2].partition("<")[0])
    for name, wanted in files(number).items():
        assert (folder / name).read_text(encoding="utf-8") == wanted, name
    return number
