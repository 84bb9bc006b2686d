"""Three servers with the configuration that we write for them: each header, each kind of file, each way to go wrong.

The table that comes of it is printed with `-s`.
"""

from __future__ import annotations

import http.client
import shutil
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import brotli
import pytest

from portal.publish import headers
from portal.publish.ask import misfits
from portal.publish.hosting import SERVERS, Hosting
from portal.publish.manifest import NAME
from portal.publish.packing import CODINGS
from portal.publish.releases import Store
from tests.publish.site import publish, stylesheet, write
from tests.servers.hosts import running

KINDS = [suffix for suffix in headers.TYPES if suffix != ".html"]
NOT_FOUND = (("/en/", "/en/404.html"), ("/", "/404.html"))
SEARCH = ("/zoeken/",)
MOVED = (("/oud/", "/en/"), ("/en/old/deep/", "/only-1/"))


@dataclass(frozen=True)
class Server:
    """A server that runs, and the release that it shows."""

    name: str
    host: Hosting
    folder: Path
    context: ssl.SSLContext

    def ask(self, path: str, method: str = "GET", accept: str = "identity") -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of one answer over TLS."""
        link = http.client.HTTPSConnection("localhost", self.host.ports[1], timeout=10, context=self.context)
        link.request(method, self.host.base + path, headers={"Accept-Encoding": accept})
        answer = link.getresponse()
        said = {name.lower(): value for name, value in answer.getheaders()}
        found = answer.status, said, answer.read()
        link.close()
        return found


@pytest.fixture(scope="module", params=[(name, base) for name in SERVERS for base in ("", "/portal")], ids="-".join)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Each server, at the root of its host and below a path, with a release that has a file of every kind."""
    name, base = request.param
    work = tmp_path_factory.mktemp(name)
    for path in (work, *work.parents[:3]):
        path.chmod(0o755)  # pytest closes its folders; a web server is another user
    store = Store(work / "www", durable=False)
    with store.held(), store.release() as release:
        write(release.folder, 1)
        for suffix in KINDS:
            (release.folder / f"assets/file{suffix}").write_text("text " * 200, encoding="utf-8")
            (release.folder / f"assets/file.0123456789{suffix}").write_text("text " * 200, encoding="utf-8")
        (release.folder / ".well-known").mkdir()
        (release.folder / ".well-known/security.txt").write_text("Contact: mailto:a@example.org\n", encoding="utf-8")
        (release.folder / "empty").mkdir()
        (release.folder / "zoeken").mkdir()
        (release.folder / "zoeken/index.html").write_text('<form data-search data-folder="../">', encoding="utf-8")
        (release.folder / "zoeken/a").mkdir()
        (release.folder / "zoeken/a/index.html").write_text("A", encoding="utf-8")
        release.finish()
        release.publish()
    host = Hosting(f"https://localhost{base}/", store.link, NOT_FOUND, MOVED, SEARCH)
    context = ssl.create_default_context()
    with running(name, host, work / "run") as started:
        context.load_verify_locations(started.certificate)
        yield Server(name, started, store.link, context)


def wanted(path: str, *, found: bool = True) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.of(path, found=found).items()}


def unsaid(said: dict[str, str], expected: dict[str, str]) -> dict[str, str | None]:
    """What was to be said and was not, or otherwise. White space does not count."""
    plain = {name: "".join(value.lower().split()) for name, value in said.items()}
    return {
        name: said.get(name) for name, value in expected.items() if plain.get(name) != "".join(value.lower().split())
    }


@pytest.mark.parametrize("suffix", KINDS)
@pytest.mark.parametrize("stem", ["file", "file.0123456789"])
def test_every_kind_of_file_has_its_type_its_time_and_every_header(server: Server, suffix: str, stem: str) -> None:
    status, said, body = server.ask(f"/assets/{stem}{suffix}")
    assert status == 200
    assert unsaid(said, wanted(f"assets/{stem}{suffix}")) == {}
    assert body == (server.folder / f"assets/{stem}{suffix}").read_bytes()
    print(f"| {server.name}{server.host.base} | {stem}{suffix} | {said['content-type']} | {said['cache-control']} |")


@pytest.mark.parametrize(
    ("path", "searching"),
    [
        ("/zoeken/", True),
        ("/zoeken/?q=bsn", True),
        ("/zoeken/index.html", True),
        ("/zoeken/a/", False),
        ("/zoeken/nowhere/", False),
        ("/", False),
    ],
)
def test_the_search_page_alone_may_run_what_looks_through_its_index(server: Server, path: str, searching: bool) -> None:
    _, said, _ = server.ask(path)
    expected = headers.SEARCH_POLICY if searching else headers.CONTENT_SECURITY_POLICY
    assert unsaid(said, {"content-security-policy": expected}) == {}


@pytest.mark.parametrize("stem", ["index/nl_0123456", "filter/nl_01234567", "pagefind.nl_0123456789"])
def test_a_part_of_an_index_is_kept_for_ever(server: Server, stem: str) -> None:
    file = server.folder / f"assets/search/nl/{stem}.pf_index"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"part")
    _, said, _ = server.ask(f"/assets/search/nl/{stem}.pf_index")
    assert said["cache-control"] == headers.KEPT


@pytest.mark.parametrize("path", ["/", "/en/", "/only-1/", "/index.html"])
def test_every_page_has_every_header(server: Server, path: str) -> None:
    status, said, _ = server.ask(path)
    assert status == 200
    assert unsaid(said, wanted("index.html")) == {}


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/nowhere", "404.html"),
        ("/nowhere/", "404.html"),
        ("/en/nowhere/", "en/404.html"),
        ("/en/nowhere.css", "en/404.html"),
        ("/assets/site.aaaaaaaaaa.css", "404.html"),
        ("/assets/", "404.html"),
        ("/empty/", "404.html"),
        ("/.portal-site", "404.html"),
        ("/.git/config", "404.html"),
        ("/index.html.br", "404.html"),
        ("/index.html.gz", "404.html"),
        ("/%ff", "404.html"),
    ],
)
def test_what_is_not_there_has_our_page_in_its_language_and_is_not_remembered(
    server: Server, path: str, page: str
) -> None:
    status, said, body = server.ask(path)
    assert status == 404
    assert body == (server.folder / page).read_bytes()
    assert unsaid(said, wanted(page, found=False)) == {}


@pytest.mark.parametrize("path", ["/..%2f..%2fetc/passwd", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/%00"])
def test_nothing_outside_the_folder_is_served_nor_a_bare_page(server: Server, path: str) -> None:
    status, _, body = server.ask(path)
    assert 400 <= status < 500
    assert b"root:" not in body
    assert body in ((server.folder / "404.html").read_bytes(), b"") or b"404" in body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE"])
def test_nothing_can_be_done_but_reading(server: Server, method: str) -> None:
    status, said, _ = server.ask("/", method)
    assert status == 405
    assert unsaid(said, dict(_everywhere())) == {}


def _everywhere() -> Iterator[tuple[str, str]]:
    for name, value in headers.EVERYWHERE.items():
        yield name.lower(), value


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/oud/", "/en/"),
        ("/oud/?a=b&c=%20d", "/en/?a=b&c=%20d"),
        ("/en/old/deep/?x", "/only-1/?x"),
        ("/en", "/en/"),
        ("/en?a=b", "/en/?a=b"),
        ("/only-1?a=b", "/only-1/?a=b"),
    ],
)
def test_an_old_address_and_a_folder_lead_on_with_what_was_asked(server: Server, path: str, to: str) -> None:
    status, said, _ = server.ask(path)
    origin = f"https://localhost:{server.host.ports[1]}"
    assert (status, said["location"].removeprefix(origin)) == (301, server.host.base + to)
    assert unsaid(said, dict(_everywhere())) == {}


@pytest.mark.parametrize(("ending", "coding"), [(ending, name) for ending, (name, _) in CODINGS.items()])
@pytest.mark.parametrize("path", ["/", f"/{stylesheet(1)}"])
def test_what_is_compressed_beside_a_file_is_what_is_sent(server: Server, path: str, ending: str, coding: str) -> None:
    # Debian has no module for it; the table in docs/hosting.md says so.
    coding_sent = None if (server.name, coding) == ("nginx", "zstd") else coding
    _, said, body = server.ask(path, accept=coding)
    assert said.get("content-encoding") == coding_sent
    file = "index.html" if path == "/" else path[1:]
    assert body == (server.folder / (f"{file}{ending}" if coding_sent else file)).read_bytes()
    assert "accept-encoding" in said["vary"].lower()
    assert unsaid(said, wanted(file)) == {}


def test_a_browser_gets_brotli_or_zstandard(server: Server) -> None:
    _, said, body = server.ask("/", accept="gzip, deflate, br, zstd")
    assert said["content-encoding"] in ("br", "zstd")
    if said["content-encoding"] == "br":
        assert brotli.decompress(body) == (server.folder / "index.html").read_bytes()


def test_what_is_still_the_same_is_not_sent_again(server: Server) -> None:
    for accept in ("identity", "br", "gzip"):
        _, said, _ = server.ask("/", accept=accept)
        link = http.client.HTTPSConnection("localhost", server.host.ports[1], timeout=10, context=server.context)
        link.request("GET", f"{server.host.base}/", headers={"If-None-Match": said["etag"], "Accept-Encoding": accept})
        answer = link.getresponse()
        assert (answer.status, answer.read()) == (304, b"")
        link.close()


def test_a_release_without_changes_leaves_every_etag_as_it_was(server: Server) -> None:
    addresses = ("/", "/en/", "/robots.txt", f"/{stylesheet(1)}", "/assets/file.json", "/assets/file.0123456789.css")

    def etags() -> dict[tuple[str, str], str]:
        asked = [(path, accept) for path in addresses for accept in ("identity", "gzip", "br")]
        return {(path, accept): server.ask(path, accept=accept)[1]["etag"] for path, accept in asked}

    before, old = etags(), server.folder.resolve()
    store = Store(server.folder.parent, durable=False)
    with store.held(), store.release() as release:
        for path in [path for path in old.rglob("*") if path.is_file() and path.name != NAME]:
            if path.suffix not in (".br", ".gz", ".zst"):  # made anew, as all of it is in the night
                copy = release.folder / path.relative_to(old)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, copy)
        release.finish()
        release.publish()
    assert server.folder.resolve() != old
    assert etags() == before


def test_plain_http_leads_on_to_https(server: Server) -> None:
    link = http.client.HTTPConnection("localhost", server.host.ports[0], timeout=10)
    link.request("GET", f"{server.host.base}/en/?a=b")
    answer = link.getresponse()
    assert answer.status == 301
    assert answer.getheader("location") == f"https://localhost:{server.host.ports[1]}{server.host.base}/en/?a=b"
    link.close()


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion")
@pytest.mark.parametrize(("version", "works"), [("TLSv1_1", False), ("TLSv1_2", True), ("TLSv1_3", True)])
def test_only_tls_of_today(server: Server, version: str, works: bool) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = context.maximum_version = ssl.TLSVersion[version]
    link = http.client.HTTPSConnection("localhost", server.host.ports[1], timeout=10, context=context)
    try:
        link.connect()
        assert works
    except (ssl.SSLError, ConnectionError):
        assert not works
    finally:
        link.close()


def test_http_2_is_spoken(server: Server) -> None:
    context = ssl.create_default_context(cafile=str(server.host.certificate))
    context.set_alpn_protocols(["h2", "http/1.1"])
    link = http.client.HTTPSConnection("localhost", server.host.ports[1], timeout=10, context=context)
    link.connect()
    assert link.sock.selected_alpn_protocol() == "h2"
    link.close()


def test_no_server_tells_its_version(server: Server) -> None:
    for path in ("/", "/nowhere"):
        assert not any(character.isdigit() for character in server.ask(path)[1].get("server", ""))


def test_the_publisher_finds_nothing_to_say_of_it(server: Server) -> None:
    url = f"https://localhost:{server.host.ports[1]}{server.host.base}/"
    assert misfits(url, server.folder.resolve(), server.context) == []


def test_the_publisher_notices_what_a_host_does_not_say(server: Server, tmp_path: Path) -> None:
    """Asked for a release that is not the one online, it says so; of the rest, nothing."""
    other = Store(tmp_path / "www", durable=False)
    publish(other, 2)
    shutil.copy(server.folder / "404.html", tmp_path)
    url = f"https://localhost:{server.host.ports[1]}{server.host.base}/"
    said = misfits(url, other.link.resolve(), server.context)
    assert f"{url} does not answer with this release." in said
    assert f"{url}no-such-page-9a7f/ does not answer with /404.html." in said
