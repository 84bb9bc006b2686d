"""Build: a page as Markdown says what the page says, and no text of the content becomes markup there."""

from __future__ import annotations

from pathlib import Path

import cmarkgfm
import pytest

from portal.engine.plain_pages import markdown_of

URL = "https://x.example/en/a/"


def drawn(inside: str) -> str:
    return f'<body><nav>Menu</nav><main id="main" tabindex="-1">{inside}</main><footer>Foot</footer></body>'


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>A start-up, 3.5 years</h1>", "# A start-up, 3.5 years\n"),
        ('<p>See <a href="../b/">B</a>.</p>', "See [B](https://x.example/en/b/).\n"),
        ("<ul><li>One</li><li>Two</li></ul>", "- One\n- Two\n"),
        ("<p>1. no list</p>", "1\\. no list\n"),
        ("<form><label>Kind <select><option>All</option></select></label></form><p>Text</p>", "Text\n"),
        ('<p>A <button>BSN</button><span popover id="t">A number.</span> here</p>', "A BSN here\n"),
        ("<details><summary><h2>Sources</h2> 3</summary><p>One</p></details>", "## Sources\n\n3\n\nOne\n"),
    ],
)
def test_what_a_page_shows_is_markdown(html: str, text: str) -> None:
    assert markdown_of(drawn(html), URL) == text


@pytest.mark.parametrize(
    "text",
    [
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "[click](javascript:alert(1))",
        "[click](/en/)",
        "# no heading",
        "*stars* and _lines_",
        "`code`",
        "&amp;lt;b&amp;gt;",
        "- no list",
        "| no | table |",
    ],
)
def test_a_text_of_the_content_stays_a_text(text: str) -> None:
    made = cmarkgfm.github_flavored_markdown_to_html(markdown_of(drawn(f"<p>{text}</p>"), URL))
    assert made == f"<p>{text}</p>\n"


def test_each_page_has_its_markdown_beside_it_and_says_so(small: Path) -> None:
    text = (small / "site/en/stories/a-story/index.md").read_text(encoding="utf-8")
    assert "# A story\n" in text
    assert "\n## A heading\n\nA second paragraph.\n" in text
    assert "language: en\n" in text
    assert 'type="text/markdown" href="index.md"' in (small / "site/en/stories/a-story/index.html").read_text(
        encoding="utf-8"
    )
    assert not (small / "site/404.md").exists()
