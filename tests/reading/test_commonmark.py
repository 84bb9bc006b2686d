"""Markdown is drawn as CommonMark and GitHub draw it: GitHub's own parser is asked the same. Nothing is built."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.independent_parser import comparable, ours, shared, theirs

WORDS = st.sampled_from(
    ["a", "Nijmegen", "de Waal", "10.000", "b_c", "d*e", "f & g", "h\u00e9", "see https://a.nl/b now"]
)
# Within each other only where GitHub's parser keeps to the specification: it draws bold within bold once.
STRESSED = st.tuples(st.sampled_from(["*", "**", "~~", "_", "__"]), WORDS).map(lambda pair: pair[0] + pair[1] + pair[0])
INLINE = st.recursive(
    WORDS
    | STRESSED
    | st.sampled_from(["**a *b* c**", "*a **b** c*", "**a", "a*", "~~a"])
    | st.sampled_from(
        [r"\*", r"\#", r"\$", r"\|", "`c *d*`", "<https://a.nl>", "&amp;", "a@b.nl", "![a](b.png) c", "[a]"]
    ),
    lambda inner: st.one_of(
        inner.map(lambda text: f"[{text}](c.md)"),
        st.lists(inner, min_size=2, max_size=3).map(" ".join),
        st.tuples(inner, st.sampled_from(["\\\n", "  \n", "\n"]), inner).map("".join),
    ),
    max_leaves=4,
)
LINE = INLINE.filter(lambda text: "\n" not in text)


def _list(items: list[str], marker: str, blank: bool) -> str:
    lines = []
    for number, item in enumerate(items, start=1):
        sign = marker.replace("1", str(number))
        indent = " " * len(sign)
        lines.append(sign + f"\n{indent}".join(item.split("\n")).replace(f"\n{indent}\n", "\n\n"))
    return ("\n\n" if blank else "\n").join(lines)


BLOCKS = st.recursive(
    st.one_of(
        INLINE,
        st.tuples(st.sampled_from(["# ", "## ", "### "]), LINE).map("".join),
        st.sampled_from(["---", "```sh\n# a\n\n- b\n```", "~~~\na\n~~~", "    # a"]),
        st.tuples(LINE, LINE).map(lambda cells: f"| {cells[0]} | b |\n|:--|--:|\n| 1 | {cells[1]} |"),
    ),
    lambda inner: st.one_of(
        st.builds(
            _list, st.lists(inner, min_size=1, max_size=3), st.sampled_from(["- ", "* ", "1. ", "1) "]), st.booleans()
        ),
        inner.map(lambda text: "> " + text.replace("\n", "\n> ")),
        st.tuples(inner, st.sampled_from(["\n", "\n\n"]), inner).map("".join),
    ),
    max_leaves=6,
)


@given(BLOCKS)
@settings(max_examples=300)
@example("- a\n  - b\n    - c\n\n1. a\n   - b\n\n   c")
@example("Text:\n- a\n- b\n\nText:\n| a |\n|---|\n| b |")
@example("1. a\n\n   ```\n   # b\n   ```\n2. c")
@example("* a\n+ b\n- c\n\n10) a\n11) b")
def test_the_structure_of_a_text_is_that_of_an_independent_parser(text: str) -> None:
    text = shared(text)
    if comparable(text):
        assert ours(text) == theirs(text)


@pytest.mark.parametrize(
    ("text", "structure"),
    [
        ("- a\n  - b", ["<ul>", "<li>", "a", "<ul>", "<li>", "b", "</li>", "</ul>", "</li>", "</ul>"]),
        ("# a\n\n*b*", ["<h1>", "a", "</h1>", "<p>", "<em>", "b", "</em>", "</p>"]),
    ],
)
def test_what_is_compared_is_all_of_the_structure(text: str, structure: list[str]) -> None:
    assert theirs(text) == structure
