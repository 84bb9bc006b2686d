"""The Markdown of pages, as rendered and as checked. Hook layer: text in, markup out; nothing is built."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portal.markdown import Findings, Found, Heading, Lost, Passage, PlacedPicture, PortalMarkdown, convert
from portal.markdown.limits import MAX_BYTES, MAX_OPEN


def rendered(text: str) -> str:
    """As MkDocs calls it."""
    return markdown.Markdown(extensions=[PortalMarkdown()]).convert(text)


def findings(text: str) -> Findings:
    return convert(text).findings


def texts(found: Iterable[Found]) -> list[str]:
    return [one.text for one in found]


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ('a <b onclick="x">b</b>', "<p>a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>"),
        ("<!-- a -->", "<p>&lt;!-- a --&gt;</p>"),
        ("<?php a ?>", "<p>&lt;?php a ?&gt;</p>"),
        ("<![CDATA[a]]>", "<p>&lt;![CDATA[a]]&gt;</p>"),
        ("&lt;b&gt; AT&T &euro;", "<p>&lt;b&gt; AT&amp;T €</p>"),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
        ("```\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>"),
    ],
)
def test_raw_html_shows_as_text(text: str, markup: str) -> None:
    assert rendered(text) == markup


def test_raw_html_is_reported_as_it_was_written() -> None:
    assert findings("a <b\nid=x>b</b> `<i>` and 1 < 2").raw_html == (Found(1, "<b\nid=x>"), Found(2, "</b>"))


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "jAvA&#115;cript:alert(1)",
        "&#x6A;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "javascript\\:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.nl",
    ],
)
def test_a_link_with_a_scheme_that_is_not_ours_is_no_link(link: str) -> None:
    assert rendered(f"[x]({link})") == "<p><a>x</a></p>"
    assert rendered(f"[x][r]\n\n[r]: {link}") == "<p><a>x</a></p>"
    assert rendered(f"![x]({link})") == '<figure><img alt="x" /></figure>'
    assert len(findings(f"[x]({link})").bad_links) == 1


@pytest.mark.parametrize("link", ["<java\tscript:alert(1)>", "< javascript:alert(1)>", "<java script:alert(1)>"])
def test_white_space_does_not_hide_a_scheme(link: str) -> None:
    assert rendered(f"[x]({link})") == "<p><a>x</a></p>"


@pytest.mark.parametrize(
    "link",
    ["https://a.nl/b:c", "http://a.nl", "mailto:a@b.nl", "tel:+3124", "../stories/x.md", "x.md#a:b", "#fn:1", "?a:b"],
)
def test_a_link_of_ours_stays_a_link(link: str) -> None:
    assert rendered(f"[x]({link})") == f'<p><a href="{link}">x</a></p>'
    assert [link.address for link in findings(f"[x]({link})").links] == [link]


def test_a_mail_address_is_a_link() -> None:
    assert [link.address for link in findings("<a@b.nl>").links] == ["mailto:a@b.nl"]


@pytest.mark.parametrize("attribute", ["onclick", "style", "onmouseover", "srcdoc", "formaction", "data-x", "href2"])
def test_an_attribute_that_is_not_ours_is_left_out_and_reported(attribute: str) -> None:
    text = f'A text.\n{{: {attribute}="x" }}'
    assert rendered(text) == "<p>A text.</p>"
    assert findings(text).bad_attributes == (Found(2, attribute),)


def test_an_attribute_of_a_code_block_is_held_to_the_same_rule() -> None:
    text = '``` { .python #code onclick="x" title="A program" }\npass\n```'
    assert rendered(text) == ('<pre id="code"><code class="language-python" title="A program">pass\n</code></pre>')
    assert findings(text).bad_attributes == (Found(1, "onclick"),)


def test_a_link_cannot_be_changed_by_an_attribute() -> None:
    assert rendered("[x](a.md){: href=javascript:alert(1) }") == '<p><a href="a.md">x</a></p>'


def test_the_attributes_of_the_handbook_stay() -> None:
    text = '*Gemeente*{: lang=nl .name #here title="Dutch" }'
    assert rendered(text) == '<p><em class="name" id="here" lang="nl" title="Dutch">Gemeente</em></p>'
    assert findings(text).bad_attributes == ()


def test_the_alignment_of_a_table_is_a_class() -> None:
    markup = rendered("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |")
    assert (
        '<th class="align-left" scope="col">a</th>\n<th class="align-center" scope="col">b</th>\n'
        '<th class="align-right" scope="col">c</th>'
    ) in markup
    assert "style" not in markup


@pytest.mark.parametrize("text", ["# Title", "Title\n====="])
def test_a_second_page_title_is_reported(text: str) -> None:
    assert findings(text).headings == (Heading(1, 1, "Title", "title"),)


@pytest.mark.parametrize("picture", ["![](a.png)", "![ ](a.png)"])
def test_a_picture_without_a_description_is_reported(picture: str) -> None:
    assert findings(picture).pictures == (PlacedPicture(1, "a.png", "", "", alone=True),)
    assert findings("![A bridge](a.png)").pictures[0].alt == "A bridge"


def test_headings_and_marked_places_can_be_linked_to() -> None:
    text = "## A heading\n\n## A heading\n\nText.\n{: #here }\n\n``` { #code }\nx\n```"
    assert findings(text).anchors == {"a-heading", "a-heading_1", "here", "code"}


@pytest.mark.parametrize(
    "text",
    [
        "A note[^1].\n\n[^1]: The note.",
        '!!! note "Title"\n    Text.',
        "Term\n:   What it means.",
        "1. a\n2. b",
        "3. a\n4. b",
        "| a |\n|---|\n| b |",
        "```python\npass\n```",
    ],
)
def test_a_feature_of_the_handbook_is_never_refused(text: str) -> None:
    found = findings(text)
    assert (found.raw_html, found.bad_links, found.bad_attributes) == ((), (), ())


FEATURES = (
    # Every line of the handbook's list, "What you can write in a page", as markup.
    ("## A heading", '<h2 id="a-heading">A heading</h2>'),
    ("**a** *b* ~~c~~", "<p><strong>a</strong> <em>b</em> <s>c</s></p>"),
    ("- a\n  - b\n- c", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>"),
    ("1. a\n   - b\n2. c", "<ol>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ol>"),
    ("A line.\n- a\n- b", "<p>A line.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    ("1. a\n\n   b", "<ol>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ol>"),
    (
        "1. a\n\n   ```sh\n   # b\n   ```\n2. c",
        '<ol>\n<li>\n<p>a</p>\n<pre><code class="language-sh"># b\n</code></pre>\n</li>\n<li>\n<p>c</p>\n</li>\n</ol>',
    ),
    (
        "- [ ] a\n- [x] b",
        '<ul class="contains-task-list">\n<li class="task-list-item">\u2610 a</li>\n'
        '<li class="task-list-item">\u2611 b</li>\n</ul>',
    ),
    ("a\\\nb  \nc", "<p>a<br />\nb<br />\nc</p>"),
    (r"\$ \* \# \| \~ \<", "<p>$ * # | ~ &lt;</p>"),
    ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
    ("[a](../b.md#c)", '<p><a href="../b.md#c">a</a></p>'),
    ("<https://a.nl>", '<p><a href="https://a.nl">https://a.nl</a></p>'),
    ("See https://a.nl/b.", '<p>See <a href="https://a.nl/b">https://a.nl/b</a>.</p>'),
    ("[a][b]\n\n[b]: c.md", '<p><a href="c.md">a</a></p>'),
    (
        "Text.\n| a | b |\n|---|--:|\n| 1 | 2 \\ 3 |",
        '<p>Text.</p>\n<div aria-labelledby="page-title" class="table" role="region" tabindex="0">\n'
        '<table>\n<thead>\n<tr>\n<th scope="col">a</th>\n'
        '<th class="align-right" scope="col">b</th>\n</tr>\n</thead>\n<tbody>\n'
        '<tr>\n<td>1</td>\n<td class="align-right">2<br />\n3</td>\n</tr>\n</tbody>\n</table>\n</div>',
    ),
    (
        '!!! note "Let op"\n    a\n\n    b\n\nc',
        '<div class="admonition note">\n<p class="admonition-title">Let op</p>\n<p>a</p>\n<p>b</p>\n</div>\n<p>c</p>',
    ),
    (
        "a[^1] b[^1]\n\n[^1]: c",
        '<p>a<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup> '
        'b<sup id="fnref2:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>\n'
        '<div class="footnote">\n<hr />\n<ol>\n<li id="fn:1">\n'
        '<p>c&#160;<a class="footnote-backref" href="#fnref:1" title="\u21a9 1">&#8617;</a>'
        '&#160;<a class="footnote-backref" href="#fnref2:1" title="\u21a9 1">&#8617;</a></p>\n</li>\n</ol>\n</div>',
    ),
    ("Term\n:   What it is.", "<dl>\n<dt>Term</dt>\n<dd>What it is.</dd>\n</dl>"),
    ("*b*{: lang=ar dir=rtl }", '<p><em dir="rtl" lang="ar">b</em></p>'),
    ("[b](c.md){: .button }", '<p><a class="button" href="c.md">b</a></p>'),
    ("## H {: #here }", '<h2 id="here">H</h2>'),
    ("a\n{: .lead }", '<p class="lead">a</p>'),
    ("- a\n{: .b }\n- c", '<ul>\n<li class="b">a</li>\n<li>c</li>\n</ul>'),
    ('![a](b.png "c")', '<figure><img alt="a" src="b.png" /><figcaption>c</figcaption></figure>'),
)


@pytest.mark.parametrize(("text", "markup"), FEATURES)
def test_a_feature_of_the_handbook_is_drawn_as_everyone_else_draws_it(text: str, markup: str) -> None:
    assert rendered(text) == markup


@pytest.mark.parametrize(("text", "markup"), FEATURES)
def test_a_feature_of_the_handbook_is_found_to_be_in_order(text: str, markup: str) -> None:
    found = findings(text)
    nothing = ("raw_html", "comments", "bad_links", "bad_attributes", "stray_attributes", "boxes_without_title", "lost",
               "undefined", "unclosed", "tables_without_rule")  # fmt: skip
    assert {name: getattr(found, name) for name in nothing} == dict.fromkeys(nothing, ())


def test_a_comment_in_code_is_no_heading() -> None:
    assert findings("1. a\n\n   ```\n   # b\n   ```\n\n~~~\n# c\n~~~\n\n    # d").headings == ()


def test_a_tilde_below_a_line_explains_nothing() -> None:
    assert rendered("a\n~ 5 km") == "<p>a\n~ 5 km</p>"


def test_a_comment_has_the_line_where_it_stands_and_the_words_that_stand_there() -> None:
    text = "a\n\nb <!-- see `c` --> d\n\n<!--\n# e\n\nf\n-->"
    assert findings(text).comments == (Found(3, "<!-- see `c` -->"), Found(5, "<!--\n# e\n\nf\n-->"))


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("a\n\n[b]: c.md", Lost(3, "[b]", "reference")),
        ("[b]\n\n[b]: c.md\n[b]: d.md", Lost(4, "[b]", "reference-double")),
        ("a\n\n[^1]: b", Lost(3, "[^1]", "footnote")),
        ("a[^1]\n\n[^1]: b\n\n[^1]: c", Lost(5, "[^1]", "footnote-double")),
        ("|a|\n|-|\n|b|c|", Lost(3, "c", "cell")),
        ("> |a|\n> |-|\n> |b|c|", Lost(3, "c", "cell")),
        ("``` mind this\na\n```", Lost(1, "this", "fence")),
        ("\n\n" + "> " * 120 + "a", Lost(3, "", "limit-deep")),
        ("a\n\n" + "[" * (MAX_OPEN + 1), Lost(3, "[", "limit-brackets")),
        ("a" * (MAX_BYTES + 1), Lost(1, "", "limit-size")),
    ],
)
def test_what_is_not_on_the_page_is_named_with_its_line(text: str, lost: Lost) -> None:
    assert findings(text).lost == (lost,)


@pytest.mark.parametrize(
    ("text", "undefined"),
    [("a\nb[^x]", Found(2, "[^x]")), ("[a][b]", Found(1, "[a][b]")), ("*[a\nc][]*", Found(1, "[a\nc][]"))],
)
def test_a_reference_without_its_other_half_is_named(text: str, undefined: Found) -> None:
    assert findings(text).undefined == (undefined,)


@pytest.mark.parametrize(
    ("text", "unclosed"),
    [
        ("a\n**bold text", Found(2, "**bold")),
        ("**bold **text", Found(1, "**bold")),
        ("*bold text", Found(1, "*bold")),
        ("~~gone", Found(1, "~~gone")),
        ("[a **b](c.md)", Found(1, "**b")),
    ],
)
def test_emphasis_that_is_never_closed_is_named(text: str, unclosed: Found) -> None:
    assert unclosed in findings(text).unclosed


@pytest.mark.parametrize("text", ["5 * 3", "2*3", "a price*", "snake_case_name", r"\*a", "`**a`", "**a** *b* __c__"])
def test_a_star_that_is_no_emphasis_is_left_alone(text: str) -> None:
    assert findings(text).unclosed == ()


def test_bars_without_the_line_that_makes_them_a_table_are_named() -> None:
    assert findings("a\n\n| b | c |\n| 1 | 2 |").tables_without_rule == (Found(3, "| b | c |"),)


def test_an_address_that_merely_stands_there_is_told_from_one_that_was_made_a_link() -> None:
    found = findings("https://a.nl <https://b.nl>\n[c](https://c.nl) d@e.nl")
    assert [(link.line, link.address, link.bare) for link in found.links] == [
        (1, "https://a.nl", True),
        (1, "https://b.nl", False),
        (2, "https://c.nl", False),
        (2, "mailto:d@e.nl", True),
    ]


def test_a_passage_has_the_words_of_its_own_language_and_its_line() -> None:
    text = "See *de kaart*{: lang=nl } and `code`\nat https://a.nl.\n\n- a\n\nEen zin.\n{: lang=nl }"
    assert findings(text).passages == (
        Passage(1, "See and at .", "p", ""),
        Passage(4, "a", "li", ""),
        Passage(6, "Een zin.", "p", "nl"),
    )


def test_the_line_is_right_within_a_list_within_a_box_within_a_quotation() -> None:
    text = '> !!! note "a"\n>     - b\n>     - c <i>\n'
    assert findings(text).raw_html == (Found(3, "<i>"),)


def test_what_a_text_gives_depends_on_the_text_alone() -> None:
    assert convert("a[^1]\n\n[^1]: b") == convert("a[^1]\n\n[^1]: b")
    assert convert("## A\n\n[^1]").toc == convert("## A\n\n[^1]: a").toc


def test_headings_stand_within_each_other_in_the_table_of_contents() -> None:
    ((first, second)) = convert("## A & b\n\n### C\n\n## D").toc
    assert (first["name"], first["id"], first["level"]) == ("A &amp; b", "a-b", 2)
    assert [child["id"] for child in first["children"]] == ["c"]
    assert second["id"] == "d"


_REPEATED = (
    *(
        "[",
        "[^",
        "[a](",
        "![",
        "*a ",
        "**a b",
        "_a __b",
        "`",
        "<",
        "<!-- ",
        "&",
        "\\",
        "> ",
        "- ",
        "1. ",
        "[a](b)",
        "[a][b] ",
    ),
    *(
        "|",
        "|a|\n|-|\n|b|c|\n",
        "http://a",
        "www.a",
        "a:",
        "a@b.c ",
        "{:",
        "{: a ",
        "*a*{: .x}",
        "!!! note\n",
        "[^1]: a\n",
    ),
    *(
        "[^1]",
        "[r]: /a\n",
        "a\n: b\n\n",
        "## a\n\n",
        "```\n",
        "~~a ",
        "word\n",
        "*a* `b` [c](d)\n",
        '[a]: b "',
        "- [ ] a\n",
    ),
)


@pytest.mark.parametrize("piece", _REPEATED)
def test_forty_kilobytes_of_anything_are_converted_in_seconds(piece: str) -> None:
    """Most take half a second; what grows with the square of the text takes ten."""
    started = time.process_time()
    convert(piece * (40_000 // len(piece)))
    assert time.process_time() - started < 3


class Reader(HTMLParser):
    """Reads markup as a browser does, and keeps what could run."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.dangers: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "iframe", "object", "embed", "base", "form", "svg"):
            self.dangers.append(tag)
        for name, value in attrs:
            scheme = re.match(r"(javascript|vbscript|data):", re.sub(r"[\x00-\x20]", "", (value or "").lower()))
            if name.startswith("on") or name in ("style", "srcdoc") or scheme:
                self.dangers.append(f"{name}={value}")


_PIECES = (
    *("<script>", "</script>", "<b onclick=1>", "[x](", "](", ")", "javascript:", "jAvA&#115;cript:", "java\tscript:"),
    *(
        "data:text/html,",
        "{: onclick=1 }",
        "{: style=x }",
        "{: href=javascript:x }",
        "``` { .a onclick=1 }\n",
        "\n```\n",
    ),
    *(
        "~~~",
        "\n",
        "\n\n",
        "    ",
        "|",
        "|-|:-:|\n",
        "\\",
        "`",
        "*",
        "[^1]",
        "[^1]: ",
        "!!! note ",
        '"',
        "'",
        "<",
        "&lt;",
    ),
    *("&#106;", "&amp;", "&colon;", "![", "# ", "[TOC]", "> ", "- ", "1. ", ": ", "\x02", "\x03", "wzxhzdk:0"),
    *("klzzwxh:0000", "<http://", "<a@b.c>", "[r]: ", "a", "\x00", "\u2028", "<!--", "-->", "]]>", "<![CDATA["),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=16).map("".join) | st.text(max_size=80))
@example("```{.a onclick=1 style=x}\ncode\n```")
@example("[r]: <javascript:x> \"a' onclick='1\"\n\n[r]")
def test_nothing_in_a_text_can_run(text: str) -> None:
    markup = rendered(text)
    assert Reader(markup).dangers == []
    assert "<script" not in markup


@pytest.mark.parametrize("markup", ["<script>", '<a href="java\tscript:x">', "<p onclick=x>", '<p style="x">'])
def test_the_reader_of_these_tests_sees_a_danger(markup: str) -> None:
    assert Reader(markup).dangers != []
