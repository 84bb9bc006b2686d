"""Links in texts. Hook layer: small sites are read, nothing is built; messages are quoted to the letter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.checks import read_site
from portal.checks.links import check
from portal.model.site import Site
from tests.checks.conftest import Problems
from tests.checks.test_steps import STEP, steps
from tests.conftest import PDF, STORY, make_project, page

EN = "content/en/stories/a-story.md"


def story(text: str) -> str:
    """The English story with a paragraph on line 17."""
    return f"{STORY.format(title='A story', slug='a-story')}\n{text}\n"


@pytest.mark.parametrize(
    "link",
    [
        "../partners/hospital.md",
        "../partners/index.md",
        "../index.md",
        "a-story.md#a-heading",
        "#a-heading",
        "../clusters/health.md",
        "../../assets/map.pdf",
        "https://example.nl/a b",
        "mailto:a@example.nl",
    ],
)
def test_a_link_to_what_is_there_is_in_order(problems: Problems, link: str) -> None:
    assert problems({EN: story(f"[x](<{link}>)"), "content/assets/map.pdf": PDF}) == []


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("../partners/hospitl.md", "leads to no page. Did you mean '../partners/hospital.md'?"),
        ("../zzz.md", "leads to no page."),
        ("../../nl/stories/a-story.md", "leads to no page. Did you mean 'a-story.md'?"),
        ("#a-headin", "leads to a heading that is not there. Did you mean '#a-heading'?"),
        ("a-story.md#a-headin", "leads to a heading that is not there. Did you mean 'a-story.md#a-heading'?"),
        ("../stories/index.md#a", "leads to a heading that is not there."),
        (
            "/en/stories/",
            "starts at the root. Link to the file instead, such as ../stories/x.md. Did you mean 'index.md'?",
        ),
    ],
)
def test_a_link_to_what_is_not_there_is_a_problem(problems: Problems, link: str, message: str) -> None:
    assert problems({EN: story(f"A text with\n[a link]({link}).")}) == [f"{EN}:18: The link '{link}' {message}"]


@pytest.mark.parametrize("link", ["../partners/hospital", "../partners/hospital.html"])
def test_a_link_without_the_ending_of_its_file_is_told_which_file_is_meant(problems: Problems, link: str) -> None:
    (line,) = problems({EN: story(f"[x]({link})")})
    assert line.endswith("starts with https://. Did you mean '../partners/hospital.md'?")


@pytest.mark.parametrize(
    "link", ["../partners/", "../partners/x", "../partners/x.html", "../../data/x.yml", "http://["]
)
def test_a_link_that_is_not_to_a_file_is_a_problem(problems: Problems, link: str) -> None:
    assert problems({EN: story(f"[x]({link})")}) == [
        f"{EN}:17: The link '{link}' is not to a file. "
        "Link to the .md file of the page, or to an address that starts with https://."
    ]


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("../../assets/mapp.pdf", "Did you mean '../../assets/map.pdf'?"),
        ("../assets/map.pdf", "Did you mean '../../assets/map.pdf'?"),
        ("../../assets/town.png", "Put the file at content/assets/town.png and link to '../../assets/town.png'."),
        ("town.png", "Put the file at content/assets/town.png and link to '../../assets/town.png'."),
    ],
)
def test_a_file_that_is_not_there_is_a_problem(problems: Problems, link: str, message: str) -> None:
    assert problems({EN: story(f"![A map]({link})"), "content/assets/map.pdf": PDF}) == [
        f"{EN}:17: The link '{link}' leads to no file. {message}"
    ]


def test_the_line_is_that_of_the_link_and_not_of_an_example_of_it(problems: Problems) -> None:
    (line,) = problems({EN: story("```\n[x](../zzz.md)\n```\n\n[x](../zzz.md)")})
    assert line == f"{EN}:21: The link '../zzz.md' leads to no page."


@given(
    st.lists(
        st.sampled_from(
            [
                "http://",
                "[",
                "]",
                "(",
                ")",
                ".",
                "..",
                "/",
                "#",
                "?",
                "%5B",
                "%zz",
                "a",
                "story.md",
                "//[",
                "\\",
                ":",
                "é",
            ]
        )
    ).map("".join)
)
def test_any_link_is_in_order_or_a_problem(small: Site, link: str) -> None:
    pages = [replace(page, body=f"[x](<{link}>)") for page in small.content.pages]
    for problem in check(Site(replace(small.content, pages=pages), small.day)):
        assert problem.message.startswith("The link ")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return read_site(make_project(tmp_path_factory.mktemp("small")))


def test_a_page_is_not_blamed_for_a_link_to_a_step_with_a_mistake_of_its_own(problems: Problems) -> None:
    wrong = STEP.replace("obligation: mandatory", "obligation: must")
    body = "Read [this](../guide/a.md).\n"
    files = {**steps(a=""), "content/data/steps/a.yml": wrong}
    texts = {f"content/{locale}/stories/index.md": page("Stories", body=body) for locale in ("nl", "en")}
    assert [line.partition(":")[0] for line in problems({**files, **texts})] == ["content/data/steps/a.yml"]
