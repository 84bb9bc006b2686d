"""What the text of a page may hold. Hook layer: small sites are read, nothing is built; messages to the letter."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Problems
from tests.conftest import PNG, STORY

EN = "content/en/stories/a-story.md"


def story(text: str) -> str:
    """The English story with a paragraph on line 17."""
    return f"{STORY.format(title='A story', slug='a-story')}\n{text}\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'A <b class="x">bold</b> word.',
            "'<b class=\"x\">' is raw HTML, which is refused. Write **words** instead.",
        ),
        (
            "[x](javascript:alert)",
            "The link 'javascript:alert' is refused. "
            "Link to a file (../stories/x.md) or an address that starts with https://.",
        ),
        (
            "A text.\n{: onclick=x }",
            "The attribute 'onclick' is refused. Allowed in {: ...}: class, id, lang, dir, hreflang, title.",
        ),
        (
            "<!-- for `me` -->",
            "'<!-- for `me` -->' is a comment in HTML, which readers would see. "
            "Take the comment out: nothing in a page is hidden.",
        ),
        (
            "| a |\n|---|\n| b<br>c |",
            "'<br>' is raw HTML, which is refused. "
            "For a new line end this one with \\; within a cell of a table write ' \\ '.",
        ),
        (
            "{: .x } a",
            "'{: .x }' stands behind nothing. Write it right behind a word in *...*, a link or a picture, "
            "or on the last line of its paragraph.",
        ),
        (
            "Text.\n\n[^1]: A note.",
            "Nothing refers to the footnote '[^1]', so it is not on the page. "
            "Write [^1] in the text where it belongs, or take it out.",
        ),
        (
            "Text.\n\n[here]: ../index.md",
            "Nothing refers to '[here]', so this line is not on the page. "
            "Use it in the text, [words][here], or take it out.",
        ),
        (
            "| a |\n|---|\n| b | c |",
            "This row has more cells than the table has columns, so 'c' is not on the page. "
            "Add a column to the first two lines, or write \\| for a bar that is text.",
        ),
        ("# A title", "'# A title' is a second page title. Use '## A title'; the title stands in 'title' at the top."),
    ],
)
def test_what_is_refused_is_a_problem(problems: Problems, text: str, message: str) -> None:
    assert message in [line.split(": ", 1)[1] for line in problems({EN: story(text)})]


def test_a_box_needs_a_title_in_the_language_of_the_page(problems: Problems) -> None:
    assert problems({EN: story('!!! tip "Mind this"\n    A text.\n\n!!! note\n    A text.')}) == [
        f"{EN}:20: The box '!!! note' has no title, so it would be called by its English kind. "
        'Write one in quotes: !!! note "Mind this".'
    ]


def test_a_picture_needs_a_description(problems: Problems) -> None:
    assert problems({EN: story("![](../../assets/map.png)"), "content/assets/map.png": PNG}) == [
        f"{EN}:17: The picture '../../assets/map.png' has no description. "
        "Write what it shows: ![...](../../assets/map.png)."
    ]


def test_a_tag_has_the_line_where_it_stands(problems: Problems) -> None:
    assert problems({EN: story("One.\n\n`<br>`\n\nTwo <br> three.")})[0].startswith(f"{EN}:21: '<br>' is raw HTML")


def test_a_shout_stands_in_the_story(problems: Problems) -> None:
    text = story("This is *the [sentence](../index.md)* of\nthe story.")
    assert problems({EN: text.replace("slug:", "shout: This is the sentence of the story.\nslug:")}) == []


def test_a_shout_that_does_not_stand_in_the_story_is_a_problem(problems: Problems) -> None:
    assert problems({EN: story("x").replace("slug:", "shout: Nobody said this.\nslug:")}) == [
        f"{EN}:4: 'shout' is not a sentence of the story. Copy it from the text, to the letter."
    ]
