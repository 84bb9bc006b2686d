"""What is meant is left alone. Hook layer: small sites are read; each text would be a false alarm."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from portal.checks import examine, language
from portal.checks.debris import LOOKS
from portal.checks.elsewhere import mended
from portal.checks.language import check as check_language
from portal.content.file_names import is_left_behind
from portal.model.texts import Written
from portal.words.characters import invisible
from portal.words.languages import Languages
from portal.words.problem import Place
from tests.conftest import ROOT, STORY, Project
from tests.real_site import SITE

BODY = "content/en/stories/a-story.md"


def found(text: str, *at: str) -> list[str]:
    written = Written(text, "en", Place(PurePosixPath(BODY), {(): 1}), at)
    return [problem.key for look in LOOKS for problem in look(written)]


@pytest.mark.parametrize(
    "text",
    [
        "Sizes from S to XXL, and the year XXI.",
        "The code says `TODO`, and so does:\n\n```\nTODO [fill in]\n```\n",
        "A task: [x] done, [a link](x.md) and [a reference][more].",
        "The number of the organisation is RSIN 123456782.",
        "There were 123456789 of them; call 024 329 90 00 or +31243299000.",
        "Ten\u00a0kilometres, 5\u202f000 people.",
        "A family \U0001f468\u200d\U0001f469\u200d\U0001f467 and \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645.",
        "\u200f\u0645\u0631\u062d\u0628\u0627\u200f, welcome.",
        "Donau\u00addampf\u00adschiff",
        "Caf\u00e9 \u00c5ngstr\u00f6m \u010cech Erdo\u011fan \u0141\u00f3d, \u00c3 la carte, 20 \u20ac",
        "A dot \u00b7 between words, and \u2022 too.",
        "See <https://www.example.nl> or [the site](https://www.example.nl/a_(b)).",
        'See [the map](map.pdf "A map of the city").',
        "Use &eacute; in Markdown.",
    ],
)
def test_what_is_meant_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["Health & High Tech", "AT&T; and more", "R&D", "50 % [sic] of them"])
def test_a_field_may_hold_signs(text: str) -> None:
    assert found(text, "title") == []


@pytest.mark.parametrize(
    "address",
    ["https://www.nijmegen.nl", "http://a.nl/https:/x", "HTTPS://A.nl", "mailto:a@b.nl", "../a.md", "htm.nl/x"],
)
def test_an_address_that_is_right_is_not_mended(address: str) -> None:
    assert mended(address) == ""


@pytest.mark.parametrize(
    "address",
    [
        "https:/a.nl",
        "https:a.nl",
        "https//a.nl",
        "htps://a.nl",
        "http:\\\\a.nl",
        "ttps://a.nl",
        "https:///a.nl",
        "hhttps://a.nl",
    ],
)
def test_an_address_that_begins_wrongly_is_mended(address: str) -> None:
    assert mended(address) == "https://a.nl"


def test_an_invisible_character_is_found_once_however_often_it_stands_there() -> None:
    assert list(invisible("a\u200b\u200b\u200bb")) == [(1, "\u200b")]


@pytest.mark.parametrize(
    "name", ["about.md~", "#about.md#", ".DS_Store", "@eaDir/about.md@SynoEAStream", "~$x.docx", "Thumbs.db", "x.swp"]
)
def test_what_a_program_leaves_for_itself_is_passed_over(name: str) -> None:
    assert is_left_behind(PurePosixPath(name))


@pytest.mark.parametrize("name", ["about.md", "a-story.yml", "stories/about (1).md", "map.pdf", "temp.md"])
def test_what_an_editor_made_is_not_passed_over(name: str) -> None:
    assert not is_left_behind(PurePosixPath(name))


@pytest.mark.parametrize(
    "text",
    [
        "De stad heet *Ulpia Noviomagus Batavorum*, says the guide.",
        'She said: "Het loket is open op dinsdag en op vrijdag, en wie later komt belt even aan bij de buren."',
        "Het loket is open op dinsdag en op vrijdag, en wie later komt belt even aan bij de buren.\n{: lang=nl }",
        "Stichting Huis van de Binnenstad, Gemeente Nijmegen en Radboud Universiteit.",
        "Welkom!",
    ],
)
def test_names_quotations_and_what_is_marked_may_be_in_another_language(project: Project, text: str) -> None:
    site, _ = examine(project({BODY: STORY.format(title="A story", slug="a-story") + f"\n{text}\n"}))
    assert list(check_language(site)) == []


GERMAN = (
    "Das Rathaus ist am Dienstag und am Freitag bis zum Abend offen, und wer hier wohnen will, kann dort seine Papiere "
    "holen."
)


def test_a_third_language_is_judged_as_the_others(project: Project) -> None:
    site, _ = examine(project({BODY: STORY.format(title="A story", slug="a-story") + f"\n{GERMAN}\n"}))
    object.__setattr__(site.content, "languages", Languages.of("nl", "en", "de"))
    (problem,) = check_language(site)
    assert problem.phrase.text("en").startswith("This is in German")


SEED = (
    "Ook Flux Robotics, een spin-off van de Universiteit Twente, brengt de zorg een stap verder. Het bedrijf voorziet "
    "chirurgen van hulpmiddelen en ontwikkelt innovatieve magnetische robottechnologie\u00ebn die preciezere en minder "
    "invasieve procedures mogelijk maken. Ze kunnen door clinici worden gebruikt om hun chirurgische handigheid te "
    "verbeteren, de duur van de procedure te verkorten en de positioneringsnauwkeurigheid te verbeteren."
)
"""A paragraph that an English article of the region was published with."""


def test_a_dutch_paragraph_in_an_english_page_is_a_mistake(project: Project) -> None:
    site, _ = examine(project({BODY: STORY.format(title="A story", slug="a-story") + f"\n{SEED}\n"}))
    assert [f"{problem.path}:{problem.line} {problem.key}" for problem in check_language(site)] == [
        f"{BODY}:17 language.text"
    ]


def test_who_reads_the_other_texts_of_a_site_need_not_ask_which_language_a_text_is_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def judge(text: language._Text, _: object) -> str:
        asked.append(text.shown)
        return text.locale

    monkeypatch.setattr(language, "_language", judge)
    assert list(check_language(SITE)) == []
    assert len(asked) <= 5, asked


def test_a_text_under_the_wrong_language_is_never_cleared_by_the_other_texts() -> None:
    other = {"nl": "en", "en": "nl"}
    texts = [text for text in language._texts(SITE) if text.count >= language.FEW]
    put = [replace(text, locale=other[text.locale]) if number % 20 == 0 else text for number, text in enumerate(texts)]
    cleared = language._clear(tuple(SITE.languages), put)
    assert [text.shown for number, text in enumerate(put) if number % 20 == 0 and cleared[number]] == []


def test_the_words_of_our_own_site_raise_no_alarm() -> None:
    _, problems = examine(Path(ROOT))
    assert [str(problem) for problem in problems if problem.group in ("texts", "language")] == []
