"""The live preview. Build layer: the command an editor leaves running, asked over HTTP as a browser does.

It waits for what must come, and never for a set time: a test that fails here takes a minute, one that passes seconds.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from portal.publish import headers
from tests.command import portal
from tests.conftest import SMALL, page

PATIENCE = 60
STORY = "content/en/stories/a-story.md"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def get(address: str) -> tuple[int, str]:
    """The status and text at an address; 0 when nothing answers."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - our own
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError:
        return 0, ""


def waits_for(address: str, wanted: str) -> bool:
    """Whether the page at an address comes to hold a text."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if wanted in get(address)[1]:
            return True
        time.sleep(0.1)
    return False


@dataclass(frozen=True)
class Preview:
    """A preview that is running."""

    root: Path
    address: str
    said: Path
    """What it prints."""

    def write(self, path: str, text: str) -> None:
        """Save a file as an editor does."""
        (self.root / path).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def preview(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """The preview of a small project, on a port that is free."""
    folder = tmp_path_factory.mktemp("preview")
    root = Path(shutil.copytree(small, folder / "project"))
    for locale in ("nl", "en"):
        (root / f"content/{locale}/search").mkdir()
        (root / f"content/{locale}/search/index.md").write_text(page("Search", locale=locale), encoding="utf-8")
    port, said = free_port(), folder / "said.txt"
    command = [str(Path(sys.executable).with_name("portal")), "preview", "--port", str(port)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with (
        said.open("wb") as log,
        subprocess.Popen(command, cwd=root, stdout=log, stderr=subprocess.STDOUT, env=environment) as process,
    ):
        preview = Preview(root, f"http://127.0.0.1:{port}", said)
        try:
            assert waits_for(f"{preview.address}/", "Voorpagina"), said.read_text(encoding="utf-8")
            yield preview
        finally:
            process.terminate()


@pytest.mark.parametrize(("path", "title"), [("/", "Voorpagina"), ("/en/", "Home"), ("/verhalen/een-verhaal/", "Een")])
def test_the_preview_serves_every_page(preview: Preview, path: str, title: str) -> None:
    status, text = get(preview.address + path)
    assert status == 200
    assert re.search(rf"<h1[^>]*>{title}", text)


def test_the_preview_says_where_it_is(preview: Preview) -> None:
    assert preview.said.read_text(encoding="utf-8").startswith(
        "The site is being read and checked.\n"
        f"Preview on {preview.address}/ (stop with Ctrl+C). A saved file shows at once; a problem is printed here.\n"
    )


def test_the_preview_answers_with_our_page_where_there_is_none(preview: Preview) -> None:
    status, text = get(f"{preview.address}/nowhere/")
    assert status == 404
    assert re.search("<h1[^>]*>Niets", text)


def test_the_preview_answers_in_the_language_of_the_address(preview: Preview) -> None:
    status, text = get(f"{preview.address}/en/nowhere/")
    assert status == 404
    assert '<html lang="en"' in text


def test_the_preview_answers_to_its_own_names_alone(preview: Preview) -> None:
    """A page elsewhere may give its name the address of this machine, and read drafts."""
    request = urllib.request.Request(f"{preview.address}/", headers={"Host": "evil.example"})  # noqa: S310 - our own
    with pytest.raises(urllib.error.HTTPError, match="421") as refused:
        urllib.request.urlopen(request, timeout=PATIENCE)  # noqa: S310 - our own
    with refused.value:
        assert b"<h1" not in refused.value.read()


def test_the_preview_says_what_a_host_says(preview: Preview) -> None:
    for path in ("/", "/en/nowhere/"):
        try:
            said = urllib.request.urlopen(f"{preview.address}{path}", timeout=PATIENCE).headers  # noqa: S310 - our own
        except urllib.error.HTTPError as error:
            said = error.headers
        for name, value in headers.EVERYWHERE.items():
            if name != "Strict-Transport-Security":
                assert said[name] == value


def test_the_index_of_search_is_made_when_the_page_that_asks_it_wants_it(preview: Preview) -> None:
    assert get(f"{preview.address}/en/search/")[0] == 200
    status, text = get(f"{preview.address}/assets/search/en/pagefind-entry.json")
    assert (status, '"page_count"' in text) == (200, True)
    said = urllib.request.urlopen(f"{preview.address}/en/search/", timeout=PATIENCE).headers  # noqa: S310 - our own
    assert said["Content-Security-Policy"] == headers.SEARCH_POLICY


def test_the_preview_follows_a_change_of_a_page(preview: Preview) -> None:
    preview.write(STORY, str(SMALL[STORY]).replace("A second paragraph", "Something that was just typed"))
    assert waits_for(f"{preview.address}/en/stories/a-story/", "Something that was just typed")


def test_the_preview_survives_a_mistake_shows_it_and_goes_on(preview: Preview) -> None:
    story = f"{preview.address}/en/stories/a-story/"
    message = f"{STORY}:2: 'title' is missing. Add the title of the page."
    preview.write(STORY, str(SMALL[STORY]).replace("title: A story\n", ""))
    assert waits_for(story, message.replace("'", "&#39;")), "on the page itself"
    assert re.search("<h1[^>]*>A story", get(story)[1]), "below it the last page that was right"
    assert message in preview.said.read_text(encoding="utf-8")
    preview.write(STORY, str(SMALL[STORY]).replace("A second paragraph", "Mended"))
    assert waits_for(story, "Mended")
    assert "'title' is missing".replace("'", "&#39;") not in get(story)[1]


def test_the_preview_follows_an_editor_that_saves_by_renaming(preview: Preview) -> None:
    new = preview.root / "content/en/stories/.a-story.md.swp"
    new.write_text(str(SMALL[STORY]).replace("A second paragraph", "Saved under another name"), encoding="utf-8")
    new.replace(preview.root / STORY)
    assert waits_for(f"{preview.address}/en/stories/a-story/", "Saved under another name")


def test_the_preview_follows_a_folder_that_goes_and_comes_back(preview: Preview) -> None:
    story = f"{preview.address}/en/stories/a-story/"
    content, aside = preview.root / "content", preview.root / "aside"
    content.rename(aside)
    assert waits_for(story, "mkdocs.yml")
    aside.rename(content)
    preview.write(STORY, str(SMALL[STORY]).replace("A second paragraph", "Here it is again"))
    assert waits_for(story, "Here it is again")
    assert get(story)[0] == 200


def test_the_preview_has_a_page_that_is_new_and_not_one_that_is_gone(preview: Preview) -> None:
    path, address = "content/en/stories/newest.md", f"{preview.address}/en/stories/newest/"
    only = str(SMALL[STORY]).replace("slug: a-story", "only: en\nslug: newest").replace("A second", "The newest")
    preview.write(path, only)
    assert waits_for(address, "The newest paragraph")
    (preview.root / path).unlink()
    assert waits_for(address, "Nothing")
    assert get(address)[0] == 404


def test_the_preview_shows_what_only_the_checks_see_and_goes_on(preview: Preview) -> None:
    story = f"{preview.address}/en/stories/a-story/"
    preview.write(STORY, str(SMALL[STORY]).replace("partners: [hospital]", "partners: [nobody]"))
    assert waits_for(story, "nobody")
    assert get(story)[0] == 200
    preview.write(STORY, str(SMALL[STORY]))
    assert waits_for(story, "A second paragraph")


def test_the_preview_follows_a_template(preview: Preview) -> None:
    path = preview.root / "overrides/components/page_head.html"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("<h1", "<p>From a component.</p><h1", 1), encoding="utf-8")
    assert waits_for(f"{preview.address}/en/stories/", "From a component.")
    path.write_text(text, encoding="utf-8")


def test_a_page_of_the_preview_has_nothing_inline(preview: Preview) -> None:
    text = get(f"{preview.address}/")[1]
    assert re.search(r'<script src="/-preview/script.js" data-moment="\d+" defer></script></body>', text)
    assert "<script>" not in text
    assert get(f"{preview.address}/-preview/script.js")[0] == 200


def test_the_preview_leaves_the_site_that_was_built_alone(preview: Preview, small: Path) -> None:
    built = (preview.root / "site/en/stories/a-story/index.html").read_bytes()
    assert built == (small / "site/en/stories/a-story/index.html").read_bytes()


def test_a_port_that_is_used_is_said_to_be(small: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = portal("preview", "--port", str(port), cwd=small)
    assert result.stderr == (
        f"Error: Port {port} is in use. Stop the other preview, or choose another: portal preview --port 8001.\n"
    )
    assert result.returncode == 1
