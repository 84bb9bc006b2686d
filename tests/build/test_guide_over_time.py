"""The guide as it stands on another day. Build layer: the real content, built once a day, since what is proved is that
this content turns over at midnight in Nijmegen. Both moments are still the old year in Greenwich.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from portal.schema.entry import Statement
from portal.schema.source import Source
from portal.schema.step import Step
from portal.words.formats import day as written
from tests.command import portal
from tests.conftest import ROOT
from tests.real_site import SITE, file_at

NEW_YEARS_EVE, NEW_YEAR = date(2026, 12, 31), date(2027, 1, 1)
LAST_MINUTE = datetime(2026, 12, 31, 22, 59, tzinfo=UTC)
FIRST_MINUTE = datetime(2026, 12, 31, 23, 0, tzinfo=UTC)


def _ending(step: str) -> list[Statement]:
    """The facts of a step whose last day is New Year's Eve."""
    return [fact for fact in SITE.all(Step)[step].facts if fact.valid_until == NEW_YEARS_EVE]


def _next(step: str, fact: Statement) -> Statement | None:
    """What takes the place of a fact at midnight."""
    after = (other for other in SITE.all(Step)[step].facts if fact.series and other.series == fact.series)
    return next((other for other in after if other.valid_from == NEW_YEAR), None)


ENDING = [(slug, i) for slug in SITE.all(Step) for i in range(len(_ending(slug)))]
each_ending = pytest.mark.parametrize(("step", "number"), ENDING, ids=[f"{slug} {i + 1}" for slug, i in ENDING])
each_locale = pytest.mark.parametrize("locale", SITE.languages)


def _built(folder: Path, moment: datetime) -> Path:
    result = portal("build", "--out", str(folder / "site"), cwd=ROOT, SOURCE_DATE_EPOCH=str(int(moment.timestamp())))
    assert result.returncode == 0, result.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the last minute of 2026."""
    return _built(tmp_path_factory.mktemp("before"), LAST_MINUTE)


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the first minute of 2027."""
    return _built(tmp_path_factory.mktemp("after"), FIRST_MINUTE)


def _statements(site: Path, locale: str, step: str) -> list[tuple[str, str, list[str]]]:
    """What the page of a step says it knows: the class, the text and the links of each, explanations aside."""
    tree = LexborHTMLParser(file_at(SITE.pages[locale, f"guide/{step}"].address, site).read_text(encoding="utf-8"))
    for note in tree.css(".term__note"):
        note.decompose()
    return [
        (
            item.attributes.get("class") or "",
            " ".join(item.text().split()),
            [link.attributes.get("href") or "" for link in item.css("a")],
        )
        for item in tree.css(".statements > li")
    ]


@each_locale
def test_the_expat_ruling_leads_with_30_percent_and_then_with_27(locale: str, before: Path, after: Path) -> None:
    (_, old, _), (to_come, new, _), *_ = _statements(before, locale, "expat-ruling")
    assert "30%" in old
    assert (to_come, "27%" in new) == ("statements__future", True)
    from_ = SITE.string("statement.from", locale, date=written(NEW_YEAR, SITE.territory(locale)))
    assert new.startswith(from_)
    (kind, leading, _), *rest = _statements(after, locale, "expat-ruling")
    assert (kind, "27%" in leading) == ("", True)
    assert not leading.startswith(from_)
    assert not any(old == text for _, text, _ in rest)


@each_locale
@each_ending
def test_what_holds_until_new_years_eve_stands_there_that_day(
    step: str, number: int, locale: str, before: Path
) -> None:
    fact = _ending(step)[number]
    until = SITE.string("statement.until", locale, date=written(NEW_YEARS_EVE, SITE.territory(locale)))
    (found,) = [(kind, text) for kind, text, _ in _statements(before, locale, step) if fact.text[locale] in text]
    assert found[0] == ""
    assert found[1].startswith(until)


@each_locale
@each_ending
def test_the_day_after_its_place_says_what_is_new_or_whom_to_ask(
    step: str, number: int, locale: str, after: Path
) -> None:
    fact = _ending(step)[number]
    assert fact.about
    statements = _statements(after, locale, step)
    assert not any(fact.text[locale] in text for _, text, _ in statements)
    notice = SITE.string(
        "statement.changed", locale, about=fact.about[locale], date=written(NEW_YEAR, SITE.territory(locale))
    )
    notices = [(kind, links) for kind, text, links in statements if text.startswith(notice)]
    if new := _next(step, fact):
        assert any(new.text[locale] in text and kind == "" for kind, text, _ in statements)
        assert notices == []
    else:
        assert notices == [("statements__gone", [SITE.all(Source)[fact.ask or fact.source].url])]


def test_an_amount_that_ran_out_stands_nowhere_but_among_the_changes(before: Path, after: Path) -> None:
    amounts = set()
    for step in SITE.all(Step):
        for fact in _ending(step):
            new = _next(step, fact)
            said = re.findall(r"\d+\.\d{3}", fact.text["nl"])
            amounts |= {amount for amount in said if not new or amount not in new.text["nl"]}
    amounts |= {amount.replace(".", ",") for amount in amounts}

    def named(site: Path) -> set[str]:
        # What a fact said before is what the page of changes is for.
        changes = {file_at(page.address, site) for page in SITE.pages.values() if page.kind == "changes"}
        assert changes
        pages = (file.read_text(encoding="utf-8") for file in site.rglob("*.html") if file not in changes)
        return amounts & {number for html in pages for number in re.findall(r"\d+[.,]\d{3}", html)}

    assert named(before) == amounts
    assert named(after) == set()
