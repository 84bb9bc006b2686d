"""From an editor's command to what is online. Build layer: a small project, really built and published."""

from __future__ import annotations

import shutil
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from portal.publish.headers import EVERYWHERE
from portal.publish.manifest import Manifest
from portal.publish.releases import Store
from tests.command import portal
from tests.conftest import STORY

EN = "content/en/stories/a-story.md"


@pytest.fixture(scope="module")
def project(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of which two releases were published, and what was there was published once more unchanged."""
    root = Path(shutil.copytree(small, tmp_path_factory.mktemp("publish") / "project"))
    for text in ("A second paragraph", "Something else", "Something else"):
        (root / EN).write_text(
            STORY.format(title="A story", slug="a-story").replace("A second paragraph", text), "utf-8"
        )
        result = portal("publish", "../www", "--no-ask", cwd=root)
        assert result.returncode == 0, result.stderr
    (root / "said.txt").write_text(result.stdout, encoding="utf-8")
    return root


@pytest.fixture
def store(project: Path) -> Store:
    return Store(project.parent / "www")


def story(store: Store) -> str:
    return (store.link / "en/stories/a-story/index.html").read_text(encoding="utf-8")


def test_the_newest_release_is_online_and_whole(store: Store) -> None:
    assert "Something else" in story(store)
    assert Manifest.read(store.link) == Manifest.of(store.link)


def test_what_has_not_changed_is_no_new_release(project: Path, store: Store) -> None:
    assert len(store.ids()) == 2
    said = (project / "said.txt").read_text(encoding="utf-8")
    assert said.startswith(f"Nothing has changed since release {store.current}, so it stays online (")


def test_what_the_change_did_not_touch_keeps_its_time(store: Store) -> None:
    new, old = (store.folder / "releases" / id_ for id_ in store.ids())
    same = [name for name, value in (Manifest.read(new) or Manifest({})).files.items()
            if (old / name).is_file() and (Manifest.read(old) or Manifest({})).files.get(name) == value]  # fmt: skip
    assert len(same) > 50
    assert [name for name in same if (old / name).stat().st_mtime_ns != (new / name).stat().st_mtime_ns] == []


def test_the_addresses_of_a_release_are_noted(project: Path) -> None:
    published = (project / "content/data/published.txt").read_text(encoding="utf-8")
    assert "\n/en/stories/a-story/\n" in published


def test_releases_are_listed_with_a_star_at_the_one_that_is_online(project: Path, store: Store) -> None:
    result = portal("releases", "../www", cwd=project)
    first, second = store.ids()
    assert result.stdout == f"* {first}\n  {second}\n"


def test_a_release_goes_back_and_forth(project: Path, store: Store) -> None:
    newest = store.current
    result = portal("rollback", "../www", "--no-ask", cwd=project)
    assert (result.returncode, result.stdout) == (0, f"Release {store.ids()[1]} is online again.\n")
    assert "A second paragraph" in story(store)
    assert portal("rollback", "../www", str(newest), "--no-ask", cwd=project).returncode == 0
    assert "Something else" in story(store)


def test_without_an_earlier_release_there_is_no_way_back(project: Path) -> None:
    result = portal("rollback", "../nothing", "--no-ask", cwd=project)
    assert (result.returncode, result.stderr) == (1, "Error: There is no earlier release to go back to.\n")


def test_content_with_a_mistake_is_not_published(project: Path, store: Store) -> None:
    online = store.current
    page = project / "content/nl/index.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("title:", "titel:"), encoding="utf-8")
    try:
        result = portal("publish", "../www", "--no-ask", cwd=project)
    finally:
        page.write_text(text, encoding="utf-8")
    assert result.returncode == 1
    assert "content/nl/index.md:" in result.stderr
    assert store.current == online


@pytest.mark.parametrize("service", ["netlify", "cloudflare"])
def test_a_service_gets_a_folder_with_its_rules(project: Path, service: str) -> None:
    result = portal("publish", f"{service}:../{service}", cwd=project)
    assert result.returncode == 0, result.stderr
    folder = project.parent / service
    rules = (folder / "_headers").read_text(encoding="utf-8")
    assert [name for name, value in EVERYWHERE.items() if f"  {name}: {value}\n" not in rules] == []
    for pattern in [line for line in rules.splitlines() if line.startswith("/assets")]:
        assert list(folder.glob(pattern.lstrip("/"))), f"{pattern} fits no file"
    assert list(folder.rglob("*.br")) == []
    assert portal("publish", f"{service}:../{service}", cwd=project).returncode == 0, "and again"


def test_the_configuration_of_a_server_is_written(project: Path) -> None:
    result = portal("hosting", "nginx", "--folder", "/srv/x/current", cwd=project, SITE_URL="https://www.example.org/")
    assert result.returncode == 0, result.stderr
    assert "server_name www.example.org;" in result.stdout
    assert "/srv/x/current;" in result.stdout


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("host:relative", "is no folder on another machine"),
        ("mkdocs.yml", "is not a folder"),
        ("content", "not a site of ours"),
    ],
)
def test_a_target_that_is_none_is_refused(project: Path, target: str, said: str) -> None:
    result = portal("publish", target, "--no-ask", cwd=project)
    assert result.returncode == 1
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_a_host_that_does_not_say_what_it_must_is_named(project: Path, store: Store) -> None:
    """A plain server, without a header of ours."""
    from http.server import SimpleHTTPRequestHandler

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Stay quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(store.link))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/"
        result = portal("rollback", "../www", str(store.current), cwd=project, SITE_URL=url)
        server.shutdown()
    assert result.returncode == 1
    assert f"{url}: Content-Security-Policy is not there; it should be default-src 'none';" in result.stderr
    assert f"{url}en/no-such-page-9a7f/ does not answer with /en/404.html." in result.stderr
    assert "It is online, but " in result.stderr


def test_a_host_that_does_not_answer_is_named(project: Path, store: Store) -> None:
    result = portal("rollback", "../www", str(store.current), cwd=project, SITE_URL="http://127.0.0.1:9/")
    assert result.returncode == 1
    assert "http://127.0.0.1:9/ does not answer (" in result.stderr
