"""Input that nobody means well with: every place an editor can write, filled with what hurts programs.

`python -m tests.faults.hostile [COUNT] [SEED]` checks COUNT projects, each with one such thing, and says which input
ended in a traceback, took more than two seconds longer, or 500 MB more. The seed is printed; the same seed is the same
input. What passes the check is built together at the end: nothing may be written outside the output, and in Chromium,
with no policy to stop it, nothing of it may run, ask another host or be an attribute that could.
"""

from __future__ import annotations

import functools
import http.server
import os
import random
import resource
import shutil
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

from portal.checks import examine, read_site
from portal.words.problem import ContentError
from tests.chromium import find
from tests.command import portal
from tests.conftest import PDF, PNG, SMALL, Files, make_project

MOST_SECONDS = 2.0
MOST_BYTES = 500 * 1024 * 1024

BITS = [
    *("[", "]", "(", ")", "![", "[^", "]:", "*", "_", "`", "```", "~~~", "<", ">", "<script>", "</title>", "&", "&#"),
    *(
        "{{",
        "}}",
        "{%",
        "{:",
        "{: onclick=x }",
        "|",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "- ",
        "1. ",
        "> ",
        "# ",
        "!!! ",
        "---",
    ),
    *("...", ": ", "?", "'", '"', "\\", "\0", "\x1b[31m", "\u202e", "\u2028", "\x85", "\ufeff", "\ud7ff", "\U0001f600"),
    *("é", "a", "b ", "javascript:", "data:text/html,", "//evil.example", "../", "%2e%2e/", "file:///etc/passwd", "&a"),
    *("*a", "!!python/object", "0x1f", "1e999", "2026-02-30", "9" * 21, "true", "null", "=", "@", "%", "$", "^", "~"),
    *("<script>harm=1</script>", "<img src=x onerror=harm=1>", "<svg onload=harm=1>", "javascript:harm=1"),
    *("[x](javascript:harm=1)", "![x](x.png){: onload=harm=1 }", "'onmouseover='harm=1", "<a href=javascript:harm=1>"),
    *("<!--", "-->", "<![CDATA[", "]]>", "\r", "\r\n", "footnote[^1]", "[^1]: x", "|a|b|\n|-|-|\n"),
]

TEXTS = ("content/nl/index.md", "content/en/stories/a-story.md", "content/data/partners/hospital.yml",
         "content/data/sources/a-source.yml", "content/data/relations/hospital-works-with.yml")  # fmt: skip
LIMIT_OF_RUNS = 60_000
MOST_TOGETHER = 300
"""How many accepted inputs are built into one site."""

Harm = Callable[[random.Random, Path], str]
"""Puts one hostile thing into a project; says where."""


def _run(dice: random.Random) -> str:
    """A text of a few bits, which may pass, of many, or of one bit many times over."""
    if dice.random() < 0.3:
        return "Words. " + " ".join(dice.choices(BITS, k=dice.randint(1, 4)))
    if dice.random() < 0.3:
        unit = "".join(dice.choices(BITS, k=dice.randint(1, 3)))
        return unit * (dice.randint(1, LIMIT_OF_RUNS) // max(len(unit), 1))
    return "".join(dice.choices(BITS, k=dice.randint(1, 200)))


def _written(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", errors="surrogatepass"))


def whole_text(dice: random.Random, root: Path) -> str:
    """A file that is nothing but harm."""
    name = dice.choice(TEXTS)
    _written(root / name, _run(dice))
    return name


def in_a_body(dice: random.Random, root: Path) -> str:
    """A page whose fields are right."""
    name = dice.choice(TEXTS[:2])
    _written(root / name, str(SMALL[name]) + "\n" + _run(dice))
    return name


def in_a_field(dice: random.Random, root: Path) -> str:
    """A field with a hostile value, as YAML or in quotes."""
    name = dice.choice(TEXTS)
    lines = str(SMALL[name]).splitlines(keepends=True)
    places = [index for index, line in enumerate(lines) if ": " in line and line[0].isalpha()]
    index = dice.choice(places)
    value = _run(dice)
    if dice.random() < 0.5:
        value = "'" + value.replace("'", "''").replace("\n", " ") + "'"
    lines[index] = lines[index].partition(": ")[0] + ": " + value + "\n"
    _written(root / name, "".join(lines))
    return name


def nested(dice: random.Random, root: Path) -> str:
    """Lists, mappings or quotes, deep."""
    depth = dice.randint(5, 3000)
    opening, closing = dice.choice(
        [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("> ", ""), ("1. ", ""), ("((", "))")]
    )
    name = dice.choice(TEXTS)
    _written(
        root / name, str(SMALL[name]) + ("\nx: " if name.endswith("yml") else "\n") + opening * depth + closing * depth
    )
    return name


def damaged(dice: random.Random, root: Path) -> str:
    """A right file with bytes changed, taken out or doubled."""
    name = dice.choice(TEXTS)
    content = bytearray(str(SMALL[name]).encode())
    for _ in range(dice.randint(1, 20)):
        at = dice.randrange(len(content) or 1)
        content[at : at + dice.randint(0, 3)] = dice.randbytes(dice.randint(0, 3))
    (root / name).write_bytes(content)
    return name


def named(dice: random.Random, root: Path) -> str:
    """A file with a name of any bytes."""
    name = dice.randbytes(dice.randint(1, 40)).replace(b"/", b"x").replace(b"\0", b"x").strip(b".") or b"x"
    folder = root / dice.choice(["content/nl", "content/assets", "content/data/partners", "content"])
    folder.mkdir(exist_ok=True)
    path = os.fsencode(folder) + b"/" + name + dice.choice([b"", b".md", b".yml", b".pdf"])
    with open(path, "wb") as file:  # noqa: PTH123 - a name of bytes
        file.write(b"x")
    return repr(path[-60:])


def linked(dice: random.Random, root: Path) -> str:
    """A link, a pipe or a folder where a file should be."""
    folder = root / dice.choice(["content/nl/stories", "content/assets", "content/data/partners", "content/data"])
    folder.mkdir(exist_ok=True)
    path = folder / f"x{dice.choice(['.md', '.yml', '.pdf', ''])}"
    kind = dice.randrange(4)
    if kind == 0:
        os.mkfifo(path)
    elif kind == 1:
        path.mkdir()
    else:
        path.symlink_to(dice.choice(["/etc/hostname", "/", ".", "x.md", "/proc/self/environ", "nowhere", "../../.."]))
    return str(path.relative_to(root))


def download(dice: random.Random, root: Path) -> str:
    """A picture or document that is damaged, or another thing."""
    content = bytearray(
        dice.choice([PDF, PNG, b"GIF89a", b"\x00\x00\x00\x20ftypavif" + bytes(50), b"RIFF\xff\xff\xff\xffWEBP"])
    )
    for _ in range(dice.randint(0, 10)):
        at = dice.randrange(len(content))
        content[at : at + dice.randint(0, 4)] = dice.randbytes(dice.randint(0, 4)) or b"x"
    ending = dice.choice([".pdf", ".png", ".jpg", ".webp", ".avif", ".svg", ".html", ".js", ".txt", ".csv", ".ics"])
    path = root / "content/assets" / dice.choice(["", "pictures"]) / f"x{ending}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return str(path.relative_to(root))


HARMS: tuple[Harm, ...] = (whole_text, in_a_body, in_a_field, in_a_field, nested, damaged, named, linked, download)


def beside(where: str, root: Path, index: int) -> Files:
    """The file with something hostile in it, as one more story or partner of the same site."""
    text = (root / where).read_bytes()
    if where == "content/en/stories/a-story.md":
        text = text.replace(b"slug: a-story", b"only: en", 1)
        return {f"content/en/stories/hostile-{index}.md": text} if b"only: en" in text else {}
    return {f"content/data/partners/hostile-{index}.yml": text} if where.endswith("/hospital.yml") else {}


def built_harm(files: Files, folder: Path) -> Iterator[str]:
    """What the accepted inputs do once they are built together and opened."""
    kept = dict(files)
    while True:
        root = folder / "together"
        shutil.rmtree(root, ignore_errors=True)
        make_project(root, kept)
        problems = examine(root)[1]
        wrong = {str(problem.path) for problem in problems if problem.severity == "error"} & set(kept)
        if not wrong:
            break
        kept = {path: text for path, text in kept.items() if path not in wrong}  # such as two of one name
    before = {path for path in folder.rglob("*") if path.is_file()}
    result = portal("build", cwd=root)
    if result.returncode:
        yield f"together: {result.stderr[-500:]}"
        return
    ours = (root / "site", root / ".cache")
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path not in before):
        if not any(path.is_relative_to(place) for place in ours):
            yield f"together: wrote {path.relative_to(folder)}"
    pages = sorted((root / "site").rglob("*.html"))
    print(f"{len(kept)} accepted inputs built together, {len(pages)} pages opened", flush=True)
    yield from opened(root / "site", pages)


RUNS = """() => [
  ...(window.harm === undefined ? [] : ["ran"]),
  ...[...document.querySelectorAll("*")].flatMap((element) => [...element.attributes]
    .filter(({ name, value }) => /^(on.*|style)$/.test(name) || /^\\s*(javascript|data|vbscript):/i.test(value))
    .map(({ name, value }) => `${element.tagName} ${name}=${value}`)),
]"""


def opened(site: Path, pages: Sequence[Path]) -> Iterator[str]:
    """What runs, or could, on pages in a browser that no policy protects."""
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        tab = browser.new_page()
        asked: list[str] = []
        tab.on("request", lambda request: asked.append(request.url))
        for page in pages:
            asked.clear()
            tab.goto(f"{address}/{page.relative_to(site).as_posix()}")
            for harm in tab.evaluate(RUNS):
                yield f"{page.relative_to(site)}: {harm}"
            yield from (f"{page.relative_to(site)}: asks {url}" for url in asked if not url.startswith(address))
        browser.close()
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A host that sends no policy."""

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


def main(count: str = "2000", seed: str = "", *, together: bool = True) -> int:
    """0 when no input did harm; `together` says whether what passes is built and opened as well."""
    number = int(seed) if seed else random.SystemRandom().randrange(10**9)
    print(f"seed {number}: python -m tests.faults.hostile {count} {number}", flush=True)
    dice, found, refused = random.Random(number), [], 0  # noqa: S311 - the same seed is the same input
    accepted: dict[str, str | bytes | None] = {}
    with tempfile.TemporaryDirectory() as folder:
        clean = make_project(Path(folder, "clean"))
        started = time.process_time()
        read_site(clean)
        usual = time.process_time() - started
        for index in range(int(count)):
            root = Path(folder, "project")
            shutil.rmtree(root, ignore_errors=True)
            shutil.copytree(clean / "content", root / "content")
            shutil.copy(clean / "mkdocs.yml", root)
            where = dice.choice(HARMS)(dice, root)
            before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
            try:
                read_site(root)
                if where in TEXTS and len(accepted) < MOST_TOGETHER:
                    accepted |= beside(where, root, index)
            except ContentError as error:
                refused += 1
                str(error).encode()  # what is said can be printed
            except Exception:
                found.append(f"{index} {where}: {traceback.format_exc(limit=-3)}")
            took = time.process_time() - started - usual
            grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
            if took > MOST_SECONDS or grown > MOST_BYTES:
                found.append(f"{index} {where}: {took:.1f} s more, {grown // 1024**2} MB more")
        if together:
            found += built_harm(accepted, Path(folder))
    print("\n".join(found))
    print(f"{count} hostile inputs: {refused} refused, {len(found)} did harm")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
