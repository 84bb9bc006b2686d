"""Edits as people make them, in any order: after each the site is built with what was kept, and from nothing."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from portal.checks import read_site
from portal.engine.build import build_into
from portal.words.problem import ContentError
from tests.build.conftest import contents
from tests.build.test_third_campus import CAMPUS
from tests.checks.test_events import EVENT
from tests.checks.test_steps import PHASE, STEP
from tests.conftest import PARTNER, SOURCE, STORY, VERHAAL, Files, make_project, page

PARTNERS = ("hospital", "university", "lab")
STORIES = ("a-story", "second", "third", "fourth")
LANDMARK = (
    "hue: river\narch: pointed\ndrawing: park\nmap: {x: 520, y: 250, where: {nl: in het oosten, en: in the east}}\n"
)
IN_THE_MENU = ("stories/index", "index", "guide/index", "clusters/health")
TEMPLATES = ("story.html", "components/card.html", "partials/footer.html", "drawings/mark.html")
FACT = (
    "facts:\n  - text: {nl: Het kost vandaag tien euro., en: Today it costs ten euros.}\n    source: a-source\n"
    "    about: {nl: de prijs, en: the price}\n    valid_until: 2026-11-27\n"
)


def _pair(slug: str, partner: str, day: int) -> Files:
    texts = {"nl": VERHAAL, "en": STORY}
    return {
        f"content/{locale}/stories/{slug}.md": text.format(title=f"Story {slug} {locale}", slug=f"{slug}-{locale}")
        .replace("partners: [hospital]", f"partners: [{partner}]")
        .replace("2026-11-20", f"2026-11-{day}")
        for locale, text in texts.items()
    }


TERM = (
    "title: {nl: BSN, en: BSN}\nexplanation: {nl: Een nummer dat in deze test bestaat., en: A number in this test.}\n"
    "sources: [a-source]\n"
)
EVERYTHING: Files = {
    **_pair("second", "university", 12),
    **_pair("third", "lab", 13),
    **_pair("fourth", "hospital", 14),
    "content/data/partners/lab.yml": PARTNER.replace("Ziekenhuis", "Lab").replace("Hospital", "Laboratory"),
    "content/data/events/a-day.yml": EVENT.replace("2027-02-01", "2026-11-28"),
    "content/data/phases/week1.yml": PHASE,
    "content/data/steps/step.yml": STEP + FACT,
    "content/data/sources/b-source.yml": SOURCE.replace("/a\n", "/b\n").replace("A page", "Another page"),
    **{f"content/{locale}/agenda.md": page("Agenda", "sources: [b-source]", locale=locale) for locale in ("nl", "en")},
    **{f"content/{locale}/guide/index.md": page("Guide", locale=locale) for locale in ("nl", "en")},
}


def everything(root: Path) -> Path:
    """A small project with something of most kinds, and without cards, which are not pages."""
    make_project(root, EVERYTHING)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("social_cards: true", "social_cards: false"), "utf-8")
    return root


def built(root: Path) -> dict[str, bytes] | str:
    """The site of a project, or what is wrong with it."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            build_into(root, Path(folder), Path(folder), read_site(root))
        except ContentError as error:
            return str(error)
        return contents(Path(folder))


@contextmanager
def nothing_kept(root: Path) -> Iterator[None]:
    """A build in the block knows of no page before; what is kept is kept for the next."""
    kept, aside = root / ".cache/pages", root / ".cache/aside"
    kept.rename(aside)
    try:
        yield
    finally:
        shutil.rmtree(kept, ignore_errors=True)
        aside.rename(kept)


class Edits(RuleBasedStateMachine):
    """A project that is edited. Each step is compared, and named where it is not the same."""

    base: ClassVar[Path]
    """A project to begin with, built once."""
    each_step: ClassVar[bool] = True
    """Whether the site is compared after each edit, or after the last; it is built after each."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.root = self.folder / "project"
        self.day = 27
        self.clock = os.environ.get("SOURCE_DATE_EPOCH")
        self.warm: dict[str, bytes] | str = ""

    @initialize()
    def begin(self) -> None:
        shutil.copytree(self.base, self.root)

    def teardown(self) -> None:
        try:
            if self.warm and not self.each_step:
                self.compare()
        finally:
            shutil.rmtree(self.folder)
            os.environ.pop("SOURCE_DATE_EPOCH", None)
            if self.clock:
                os.environ["SOURCE_DATE_EPOCH"] = self.clock

    def change(self, path: str, edit: Callable[[str], str]) -> None:
        file = self.root / path
        if file.is_file():
            file.write_text(edit(file.read_text(encoding="utf-8")), encoding="utf-8")
        self.build()

    def replace(self, path: str, pattern: str, new: str) -> None:
        self.change(path, lambda text: re.sub(pattern, lambda _: new, text, count=1, flags=re.MULTILINE))

    def build(self) -> None:
        os.environ["SOURCE_DATE_EPOCH"] = str(1795780800 + 86400 * (self.day - 27))  # noon on 27 November 2026
        self.warm = built(self.root)
        if self.each_step:
            self.compare()

    def compare(self) -> None:
        warm = self.warm
        with nothing_kept(self.root):
            cold = built(self.root)
        if isinstance(warm, str) or isinstance(cold, str):
            assert warm == cold
            return
        assert warm.keys() == cold.keys()
        assert [name for name in cold if warm[name] != cold[name]] == []

    @rule(story=st.sampled_from(STORIES), locale=st.sampled_from(["nl", "en"]), words=st.sampled_from(["One", "Two"]))
    def a_title(self, story: str, locale: str, words: str) -> None:
        self.replace(f"content/{locale}/stories/{story}.md", r"^title: .*", f"title: {words} of {story}")

    @rule(path=st.sampled_from(IN_THE_MENU), words=st.sampled_from("AB"))
    def a_title_in_the_menu(self, path: str, words: str) -> None:
        self.replace(f"content/nl/{path}.md", r"^title: .*", f"title: Title {words}")

    @rule(story=st.sampled_from(STORIES), day=st.integers(1, 26))
    def a_date(self, story: str, day: int) -> None:
        for locale in ("en", "nl"):
            path = self.root / f"content/{locale}/stories/{story}.md"
            if path.is_file():
                text = re.sub(r"^as_of: .*", f"as_of: 2026-11-{day:02}", path.read_text("utf-8"), flags=re.MULTILINE)
                path.write_text(text, encoding="utf-8")
        self.build()

    @rule(story=st.sampled_from(STORIES), slug=st.sampled_from(["one", "two", "three"]))
    def an_address(self, story: str, slug: str) -> None:
        self.replace(f"content/nl/stories/{story}.md", r"^slug: .*", f"slug: {slug}-{story}")

    @rule(story=st.sampled_from(STORIES), other=st.sampled_from(STORIES))
    def a_link(self, story: str, other: str) -> None:
        self.change(
            f"content/nl/stories/{story}.md", lambda text: f"{text}\nLees ook [een ander verhaal]({other}.md).\n"
        )

    @rule(path=st.sampled_from(["index", "agenda", "stories/second", "stories/third"]))
    def a_text(self, path: str) -> None:
        self.change(f"content/nl/{path}.md", lambda text: f"{text}\nEr is een zin bij gekomen.\n")

    @rule(partner=st.sampled_from(PARTNERS), name=st.sampled_from(["Aa", "Zz"]))
    def the_name_of_a_partner(self, partner: str, name: str) -> None:
        self.replace(f"content/data/partners/{partner}.yml", r"^name: .*", f"name: {name} {partner}")

    @rule(to=st.sampled_from(PARTNERS))
    def a_relation(self, to: str) -> None:
        self.replace("content/data/relations/hospital-works-with.yml", r"^to: .*", f"to: [{to}]")

    @rule()
    def a_relation_is_gone(self) -> None:
        (self.root / "content/data/relations/hospital-works-with.yml").unlink(missing_ok=True)
        self.build()

    @rule(source=st.sampled_from("ab"), day=st.integers(1, 26))
    def a_source_is_read_again(self, source: str, day: int) -> None:
        self.replace(f"content/data/sources/{source}-source.yml", r"^checked: .*", f"checked: 2026-11-{day:02}")

    @rule(publisher=st.sampled_from(["One", "Two"]))
    def a_source(self, publisher: str) -> None:
        self.replace("content/data/sources/a-source.yml", r"^publisher: .*", f"publisher: {publisher}")

    @rule(locale=st.sampled_from(["nl", "en"]), name=st.sampled_from(["City", "Town"]))
    def a_string(self, locale: str, name: str) -> None:
        self.replace(f"content/data/strings/{locale}.yml", r"^site\.name: .*", f"site.name: {name} of {locale}")

    @rule(template=st.sampled_from(TEMPLATES))
    def a_template(self, template: str) -> None:
        self.change(f"overrides/{template}", lambda text: text.replace("</", "\n</", 1))

    @rule()
    def a_campus_is_new(self) -> None:
        (self.root / "content/data/campuses").mkdir(exist_ok=True)
        entry = CAMPUS.format(name="{nl: Oost, en: East}", look=LANDMARK)
        (self.root / "content/data/campuses/east.yml").write_text(entry, encoding="utf-8")
        for locale in ("nl", "en"):
            (self.root / f"content/{locale}/campuses").mkdir(exist_ok=True)
            text = page("East", "sources: [a-source]", locale=locale)
            (self.root / f"content/{locale}/campuses/east.md").write_text(text, encoding="utf-8")
        self.build()

    @rule()
    def a_language_is_new(self) -> None:
        line = "        - {locale: en, name: English}\n"
        more = line + "        - {locale: de, name: Deutsch, extra: {partial: true}}\n"
        strings = self.root / "content/data/strings"
        english = (strings / "en.yml").read_text(encoding="utf-8")
        (strings / "de.yml").write_text(english.replace("en_GB", "de_DE"), encoding="utf-8")
        for name in ("index", "404"):
            (self.root / "content/de").mkdir(exist_ok=True)
            (self.root / f"content/de/{name}.md").write_text(page("Seite"), encoding="utf-8")
        config = (self.root / "mkdocs.yml").read_text(encoding="utf-8")
        if "locale: de" not in config:
            (self.root / "mkdocs.yml").write_text(config.replace(line, more), encoding="utf-8")
        self.build()

    @rule(story=st.sampled_from(STORIES))
    def a_file_is_gone(self, story: str) -> None:
        for locale in ("nl", "en"):
            (self.root / f"content/{locale}/stories/{story}.md").unlink(missing_ok=True)
        self.build()

    @rule(address=st.sampled_from(["https://x.example/", "https://y.example/sub/"]))
    def the_address_of_the_site(self, address: str) -> None:
        self.replace("mkdocs.yml", r"^site_url: .*", f"site_url: {address}")

    @rule(days=st.integers(1, 3))
    def the_clock(self, days: int) -> None:
        self.day += days
        self.build()
