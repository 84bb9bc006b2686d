"""What the tests share: small sites from a dict of files, one real build, and a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import hypothesis
import jinja2
import pytest

from tests.command import portal
from tests.static_host import serving

# No clock, and the same examples on every machine: a red test is about the change.
hypothesis.settings.register_profile("portal", deadline=None, derandomize=True)
hypothesis.settings.load_profile("portal")

# So that messages are quoted in one language and nothing depends on the machine's clock or zone.
os.environ["PORTAL_LANG"] = "en"
os.environ["SOURCE_DATE_EPOCH"] = "1795219200"

ROOT = Path(__file__).resolve().parents[1]

# Tests of real servers need programs that an editor's machine lacks. `make audit` asks for them, and fails without.
collect_ignore = [] if os.environ.get("PORTAL_SERVERS") else ["servers"]
BASE = "https://portal.example"
"""Where the one real build (`built`) believes it stands; not the address in mkdocs.yml, so that none is written out."""

SOURCE = "title: A page\npublisher: A publisher\nlang: en\nurl: https://www.example.nl/a\nchecked: 2026-11-21\n"
PARTNER = """\
name: {nl: Ziekenhuis, en: Hospital}
kind: hospital
clusters: [health]
summary:
  nl: Een ziekenhuis dat alleen in deze test bestaat, en dat is genoeg.
  en: A hospital that exists in this test alone, and that is enough.
sources: [a-source]
"""
VERHAAL = """\
---
title: {title}
description: Een verhaal dat alleen in deze test bestaat, lang genoeg voor een beschrijving.
slug: {slug}
as_of: 2026-11-20
cluster: health
place: nijmegen
partners: [hospital]
sources: [a-source]
---
Een eerste alinea over [het ziekenhuis](../partners/hospital.md).

## Een tussenkop

Een tweede alinea.
"""
STORY = """\
---
title: {title}
description: A story that exists in this test alone, long enough to be a description.
slug: {slug}
as_of: 2026-11-20
cluster: health
place: nijmegen
partners: [hospital]
sources: [a-source]
---
A first paragraph about [the hospital](../partners/hospital.md).

## A heading

A second paragraph.
"""


DESCRIPTIONS = {
    "nl": "een pagina die alleen in deze test bestaat, in een enkele zin.",
    "en": "a page that exists in this test alone, in one sentence.",
}


def page(title: str, *lines: str, body: str = "Text.\n", locale: str = "en") -> str:
    """A page with a title, a description and whatever else stands in its front matter."""
    description = f"description: {title}, {DESCRIPTIONS[locale]}"
    fields = "\n".join([f"title: {title}", description, "as_of: 2026-11-21", *lines])
    return f"---\n{fields}\n---\n{body}"


def cluster(name: str, look: str = "hue: sea\narch: roman\ndrawing: brain\ncovers: care\n") -> str:
    """A cluster with one spearhead."""
    dutch = f"{name} is een cluster dat alleen in deze test bestaat, en dat is genoeg."
    english = f"{name} is a cluster that exists in this test alone, and that is enough."
    return f"""\
name: {name}
summary: {{nl: "{dutch}", en: "{english}"}}
{look}spearheads:
  - {{slug: spear, name: Spear, summary: {{nl: Scherp., en: Sharp.}}, sources: [a-source]}}
sources: [a-source]
"""


PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n"
    b"trailer<</Size 3/Root 1 0 R>>\nstartxref\n96\n%%EOF\n"
)
"""A document without pages."""
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a"
    "7e9b550000000a49444154789c636800000082008177cd72b60000000049454e44ae426082"
)
"""A picture of one grey pixel."""


SMALL: Mapping[str, str] = {
    "content/data/sources/a-source.yml": SOURCE,
    "content/data/partners/hospital.yml": PARTNER,
    "content/data/partners/university.yml": (
        PARTNER.replace("Ziekenhuis", "School")
        .replace("Hospital", "School")
        .replace("Een ziekenhuis", "Een school")
        .replace("A hospital", "A school")
    ),
    "content/data/clusters/health.yml": cluster("Health"),
    "content/data/verbs/works-with.yml": (
        "forward: {nl: '{from} werkt met {to}.', en: '{from} works with {to}.'}\n"
        "backward: {nl: '{to} werkt samen met {from}.', en: '{to} works together with {from}.'}\n"
    ),
    "content/data/relations/hospital-works-with.yml": (
        "from: hospital\nverb: works-with\nto: [university]\nsources: [a-source]\n"
    ),
    **{
        f"content/{locale}/{path}": text
        for locale, home, nothing, stories, story in (
            ("nl", "Voorpagina", "Niets", "verhalen", VERHAAL.format(title="Een verhaal", slug="een-verhaal")),
            ("en", "Home", "Nothing", "stories", STORY.format(title="A story", slug="a-story")),
        )
        for path, text in {
            "index.md": page(home, locale=locale),
            "404.md": page(nothing, locale=locale),
            "clusters/index.md": page("Clusters", locale=locale),
            "clusters/health.md": page("Health", "sources: [a-source]", locale=locale),
            "stories/index.md": page("Stories", f"slug: {stories}", locale=locale),
            "stories/a-story.md": story,
            "partners/index.md": page("Partners", locale=locale),
        }.items()
    },
}
"""A whole site that is as small as can be: what a test changes is what it is about."""

Files = Mapping[str, str | bytes | None]
Project = Callable[..., Path]


def make_project(root: Path, files: Files | None = None, *, to_build: bool = True) -> Path:
    """Make a project in `root`: SMALL, with `files` added or replaced, and those that are None left out.

    To be read alone (not `to_build`), it shares the templates of this project instead of copying them.
    """
    root.mkdir(parents=True, exist_ok=True)
    for folder in ("hooks", "overrides"):
        if (root / folder).is_symlink():
            (root / folder).unlink()
        if to_build or any(path.startswith(folder) for path in files or ()):
            ignored = shutil.ignore_patterns("__pycache__", "portal")
            shutil.copytree(ROOT / folder, root / folder, ignore=ignored, dirs_exist_ok=True)
        else:
            (root / folder).symlink_to(ROOT / folder, target_is_directory=True)
    shutil.copytree(ROOT / "content/data/strings", root / "content/data/strings", dirs_exist_ok=True)
    if to_build:
        _keep_what_takes_long(root)
    # The doors in the header, less those that a small site does not have.
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    everything = {**SMALL, **(files or {})}
    kept = [line for line in config if not line.endswith(".md\n") or f"content/nl/{line.split()[-1]}" in everything]
    (root / "mkdocs.yml").write_text("".join(kept), encoding="utf-8")
    for path, text in everything.items():
        target = root / path
        target.unlink(missing_ok=True)
        if text is not None:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def _keep_what_takes_long(root: Path) -> None:
    """The font and the compiled templates, which all projects share and which take seconds to make."""
    for path in ROOT.glob(".cache/font/*"):
        _copy(path, root / ".cache/font" / path.name)
    key = jinja2.FileSystemBytecodeCache(".").get_cache_key
    ours, theirs = ROOT / "overrides", root / "overrides"
    names = {path.relative_to(ours).as_posix() for path in ours.rglob("*.html")}
    renamed = {key(name, str(ours / name)): key(name, str(theirs / name)) for name in names}
    for path in ROOT.glob(".cache/templates/*"):
        made_from, _, old = path.name.rpartition("-")
        if old in renamed:
            _copy(path, root / ".cache/templates" / f"{made_from}-{renamed[old]}")


def _copy(path: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, to)


@pytest.fixture
def project(tmp_path: Path, to_build: bool) -> Project:
    """Make a project for one test, as `make_project` does."""

    def make(files: Files | None = None) -> Path:
        return make_project(tmp_path / "project", files, to_build=to_build)

    return make


@pytest.fixture
def to_build() -> bool:
    """Whether the projects of a folder of tests are built, or read alone."""
    return True


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once for all tests that look at it."""
    out = tmp_path_factory.mktemp("real") / "site"
    result = portal("build", "--out", str(out), cwd=ROOT, SITE_URL=f"{BASE}/")
    if result.returncode:
        # Hundreds of tests look at it: the reason without a traceback, for each.
        pytest.fail(f"The real site does not build: {result.stderr[-500:]}", pytrace=False)
    return out


@pytest.fixture(scope="session")
def styled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site with its style pages: every component with its example."""
    out = tmp_path_factory.mktemp("style") / "site"
    result = portal("style", "--out", str(out), cwd=ROOT, SITE_URL=f"{BASE}/")
    assert result.returncode == 0, result.stderr
    return out


@pytest.fixture(scope="session")
def served(built: Path) -> Iterator[str]:
    """The address of the real site on a plain static host."""
    with serving(built) as address:
        yield address
