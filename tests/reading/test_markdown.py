"""The Markdown of pages, as rendered and as checked. Hook layer: text in, markup out; nothing is built."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portal.markdown import PortalMarkdown, findings


def rendered(text: str) -> str:
    return markdown.Markdown(extensions=[PortalMarkdown()]).convert(text)


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ('a <b onclick="x">b</b>', '<p>a &lt;b onclick="x"&gt;b&lt;/b&gt;</p>'),
        ("<!-- a -->", "<p>&lt;!-- a --&gt;</p>"),
        ("<?php a ?>", "<p>&lt;?php a ?&gt;</p>"),
        ("<![CDATA[a]]>", "<p>&lt;![CDATA[a]]&gt;</p>"),
        ("<javascript:alert(1)>", "<p>&lt;javascript:alert(1)&gt;</p>"),
        ("&lt;b&gt; AT&T &euro;", "<p>&lt;b&gt; AT&amp;T &euro;</p>"),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
        ("```\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>"),
    ],
)
def test_raw_html_shows_as_text(text: str, markup: str) -> None:
    assert rendered(text) == markup


def test_raw_html_is_reported_as_it_was_written() -> None:
    assert findings("a <b\nid=x>b</b> `<i>` and 1 < 2").raw_html == ["<b\nid=x>", "</b>"]


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
    assert rendered(f"![x]({link})") == '<p><img alt="x" /></p>'
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
    assert findings(f"[x]({link})").links == [link]


def test_a_mail_address_is_a_link() -> None:
    assert findings("<a@b.nl>").links == ["mailto:a@b.nl"]


@pytest.mark.parametrize("attribute", ["onclick", "style", "onmouseover", "srcdoc", "formaction", "data-x", "href2"])
def test_an_attribute_that_is_not_ours_is_left_out_and_reported(attribute: str) -> None:
    text = f'A text.\n{{: {attribute}="x" }}'
    assert rendered(text) == "<p>A text.</p>"
    assert findings(text).bad_attributes == [attribute]


def test_an_attribute_of_a_code_block_is_held_to_the_same_rule() -> None:
    text = '``` { .python #code onclick="x" title="A program" }\npass\n```'
    assert rendered(text) == ('<pre id="code"><code class="language-python" title="A program">pass\n</code></pre>')
    assert findings(text).bad_attributes == ["onclick"]


def test_a_link_cannot_be_changed_by_an_attribute() -> None:
    assert rendered("[x](a.md){: href=javascript:alert(1) }") == "<p><a>x</a></p>"


def test_the_attributes_of_the_handbook_stay() -> None:
    text = '*Gemeente*{: lang=nl .name #here title="Dutch" }'
    assert rendered(text) == '<p><em class="name" id="here" lang="nl" title="Dutch">Gemeente</em></p>'
    assert findings(text).bad_attributes == []


def test_the_alignment_of_a_table_is_a_class() -> None:
    markup = rendered("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |")
    assert '<th class="align-left">a</th>\n<th class="align-center">b</th>\n<th class="align-right">c</th>' in markup
    assert "style" not in markup


@pytest.mark.parametrize("text", ["# Title", "Title\n====="])
def test_a_second_page_title_is_reported(text: str) -> None:
    assert findings(text).top_headings == ["Title"]


@pytest.mark.parametrize("picture", ["![](a.png)", "![ ](a.png)"])
def test_a_picture_without_a_description_is_reported(picture: str) -> None:
    assert findings(picture).pictures_without_text == ["a.png"]
    assert findings("![A bridge](a.png)").pictures_without_text == []


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
    assert (found.raw_html, found.bad_links, found.bad_attributes) == ([], [], [])


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
