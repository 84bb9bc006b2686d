"""Terms in running text. Hook layer: a text and terms in, the text taken apart at what is explained out."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.model.glossary import Glossary, Piece
from portal.schema.term import Term
from portal.words.languages import Languages
from tests.real_site import SITE


def _term(name: str, *forms: str, full: str | None = None) -> Term:
    fields = {"name": name, "full": full, "forms": {"nl": forms, "en": forms}, "sources": ["a-source"]}
    definition = {"nl": "Uitleg.", "en": "What it is."}
    return Term.model_validate({**fields, "definition": definition}, context=Languages.of("nl", "en"))


TERMS: Mapping[str, Term] = {
    "bsn": _term("BSN", full="citizen service number"),
    "digid": _term("DigiD"),
    "gp": _term("GP", "GPs"),
    "migrant": _term("migrant", "migrants"),
    "highly-skilled-migrant": _term("highly skilled migrant"),
    "expat": _term("expat"),
    "expat-scheme": _term("expat scheme", "30% ruling", "30%-regeling"),
    "campus": _term("campus", "campuses"),
    "cluster": _term("cluster", "clusters"),
    "start-up": _term("start-up"),
}


def pieces(text: str, terms: Mapping[str, Term], locale: str, known: set[str]) -> list[Piece]:
    return Glossary(terms, locale).pieces(text, known)


def pieces_of_html(html: str, terms: Mapping[str, Term], locale: str, known: set[str]) -> list[Piece]:
    return Glossary(terms, locale).pieces_of_html(html, known)


def explained(text: str, known: set[str] | None = None) -> list[str]:
    """What is explained in a text, as it stands there."""
    return [piece.text for piece in pieces(text, TERMS, "en", set() if known is None else known) if piece.term]


def test_a_term_is_explained_where_it_is_used_first() -> None:
    found = [
        (piece.text, piece.term and piece.term.name["en"]) for piece in pieces("A BSN. Your BSN.", TERMS, "en", set())
    ]
    assert found == [("A ", None), ("BSN", "BSN"), (". Your BSN.", None)]


def test_a_page_explains_a_term_once_in_all_its_texts() -> None:
    known: set[str] = set()
    assert explained("Your BSN.", known) == ["BSN"]
    assert explained("A BSN and a campus.", known) == ["campus"]
    assert known == {"bsn", "campus"}


def test_all_forms_of_a_term_are_one_term() -> None:
    assert explained("The 30% ruling is the expat scheme.") == ["30% ruling"]
    assert explained("Your citizen service number, or BSN.") == ["citizen service number"]


def test_the_longest_form_is_explained() -> None:
    assert explained("A highly skilled migrant is a migrant.") == ["highly skilled migrant", "migrant"]
    assert explained("The expat scheme is for an expat.") == ["expat scheme", "expat"]


@pytest.mark.parametrize("text", ["30% ruling", "The 30% ruling.", "De 30%-regeling stopt.", "(30% ruling)"])
def test_a_term_with_a_percent_sign_is_found(text: str) -> None:
    assert len(explained(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Immigrant.",
        "A migrantless city.",
        "Campusplein",
        "campus-wide",
        "a non-migrant",
        "start-ups",
        "BSNs",
        "130% ruling",
    ],
)
def test_a_part_of_a_word_is_not_the_term(text: str) -> None:
    assert explained(text) == []


@pytest.mark.parametrize("text", ["bsn", "Bsn", "digid", "DIGID", "gps", "GPS"])
def test_a_form_with_a_capital_in_it_stands_as_it_is_written(text: str) -> None:
    assert explained(f"Use {text} now.") == []


@pytest.mark.parametrize(
    "text", ["Go to digid.nl.", "Go to campus.nl.", "Go to www.campus", "Ask info@campus.nl.", "Ask campus@x.nl."]
)
def test_a_part_of_an_address_is_not_a_term(text: str) -> None:
    assert explained(text) == []


@pytest.mark.parametrize("text", ["Campuses grow.", "It grows. Campuses do.", "Why? Campuses!", 'So: "Campuses grow."'])
def test_a_term_may_begin_a_sentence(text: str) -> None:
    assert explained(text) == ["Campuses"]


@pytest.mark.parametrize(
    "text", ["The campus grows.", "Here. The campus.", "Our campus. Nijmegen grows.", "A campus, Mr. X"]
)
def test_a_capital_that_begins_a_sentence_makes_no_name(text: str) -> None:
    assert explained(text) == ["campus"]


@pytest.mark.parametrize(
    "text",
    [
        "Campus Heijendaal grows.",
        "Work on Campus Heijendaal.",
        "Work on campus Heijendaal.",
        "Work at Novio Tech Campus.",
        "Novio Tech Campus grows.",
        "See the Health cluster.",
        "See the High Tech cluster.",
        "See Cluster Health.",
        "See the Campus.",
    ],
)
def test_a_term_within_a_proper_name_is_not_explained(text: str) -> None:
    assert explained(text) == []


def test_a_name_does_not_use_up_the_explanation() -> None:
    known: set[str] = set()
    assert explained("On Campus Heijendaal you see what a campus is.", known) == ["campus"]


def test_an_abbreviation_beside_a_capital_is_still_explained() -> None:
    assert explained("Your Dutch BSN. Ask DigiD Nijmegen.") == ["BSN", "DigiD"]


def test_each_language_has_its_own_words() -> None:
    term = SITE.all(Term)["gp"]
    assert [piece.text for piece in pieces("Bel de huisarts.", {"gp": term}, "nl", set()) if piece.term] == ["huisarts"]
    assert [piece.text for piece in pieces("Call the GP.", {"gp": term}, "en", set()) if piece.term] == ["GP"]


def test_a_text_without_terms_stays_whole() -> None:
    assert [piece.text for piece in pieces("Nothing here.", TERMS, "en", set())] == ["Nothing here."]
    assert [piece.text for piece in pieces("A BSN.", {}, "en", set())] == ["A BSN."]


words = st.sampled_from(
    [*TERMS, "BSN", "Campus", "Heijendaal", "GP", "30%", "ruling", ".", ",", "-", " ", "  ", "\n", "é"]
)


@given(st.lists(words).map("".join) | st.text())
def test_no_letter_is_lost_and_no_term_is_explained_twice(text: str) -> None:
    found = pieces(text, TERMS, "en", set())
    assert "".join(piece.text for piece in found) == text
    terms = [piece.term.name["en"] for piece in found if piece.term]
    assert len(terms) == len(set(terms))


def in_html(html: str) -> list[str]:
    """What is explained in rendered Markdown, once it is certain that every character of it is still there."""
    found = pieces_of_html(html, TERMS, "en", set())
    assert "".join(piece.text + piece.html for piece in found) == html
    return [piece.text for piece in found if piece.term]


def test_a_term_is_explained_in_a_page() -> None:
    assert in_html("<p>You get a BSN &amp; a <em>DigiD</em>.<br>The GP</p>") == ["BSN", "DigiD", "GP"]


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="bsn">Your BSN</h2>',
        '<p><a href="../bsn/">Get a <em>BSN</em> and more</a></p>',
        "<p><code>BSN</code></p>",
        "<pre><code>BSN</code></pre>",
        "<table><thead><tr><th>BSN</th></tr></thead></table>",
        "<dl><dt>BSN</dt></dl>",
        '<p class="admonition-title">BSN</p>',
        '<p>In Dutch: <em lang="nl">een BSN</em></p>',
        '<div lang="nl"><div><p>Een</p></div><p>BSN</p></div>',
    ],
)
def test_in_a_heading_a_link_or_another_language_nothing_is_explained(html: str) -> None:
    assert in_html(html) == []
    assert in_html(f"{html}<p>The BSN.</p>") == ["BSN"]


@given(
    st.recursive(
        st.sampled_from(["BSN", "a GP ", "&lt;", "&#8217;", "<br>", '<a href="#">BSN</a>', "campus."]),
        lambda inner: st.tuples(st.sampled_from(["p", "em", "h2", "li"]), st.lists(inner)).map(
            lambda it: f"<{it[0]}>{''.join(it[1])}</{it[0]}>"
        ),
    )
)
def test_taking_a_page_apart_loses_nothing(html: str) -> None:
    found = in_html(html)
    assert len(found) == len(set(found))
