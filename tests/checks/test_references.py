"""References between entries. Hook layer: small sites are read, nothing is built; messages are quoted to the letter."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Problems
from tests.conftest import PARTNER, SOURCE, STORY, cluster, page

HOSPITAL = "content/data/partners/hospital.yml"
NL, EN = "content/nl/stories/a-story.md", "content/en/stories/a-story.md"
UNKNOWN = (
    "{file}: '{field}' names 'a-sourc', but there is no content/data/sources/a-sourc.yml. Did you mean 'a-source'?"
)
FACT = "facts:\n  - {text: {nl: Een feit., en: A fact.}, source: a-sourc}\n"
NUMBER = "key_number: {value: '3', label: banen, definition: Alle banen., source: a-sourc}\n"


def stories(old: str, new: str) -> dict[str, str]:
    """Both languages of the story, with a piece of its fields changed."""
    files = {}
    for path, title, slug in ((NL, "Een verhaal", "een-verhaal"), (EN, "A story", "a-story")):
        files[path] = STORY.format(title=title, slug=slug).replace(old, new)
    return files


def test_a_source_that_is_not_there_is_a_problem(problems: Problems) -> None:
    assert problems({HOSPITAL: PARTNER.replace("[a-source]", "[a-sourc]")}) == [
        UNKNOWN.format(file=f"{HOSPITAL}:7", field="sources")
    ]


def test_a_source_of_a_fact_that_is_not_there_is_a_problem(problems: Problems) -> None:
    assert problems({HOSPITAL: PARTNER + FACT}) == [UNKNOWN.format(file=f"{HOSPITAL}:9", field="facts.source")]


def test_a_source_of_a_spearhead_that_is_not_there_is_a_problem(problems: Problems) -> None:
    path = "content/data/clusters/health.yml"
    text = cluster("Health").replace("sources: [a-source]}", "sources: [a-sourc]}")
    assert problems({path: text}) == [UNKNOWN.format(file=f"{path}:8", field="spearheads.sources")]


def test_a_source_of_a_number_that_is_not_there_is_a_problem(problems: Problems) -> None:
    assert problems(stories("partners:", f"{NUMBER}partners:")) == [
        UNKNOWN.format(file=f"{path}:8", field="key_number.source") for path in (EN, NL)
    ]


def test_a_partner_of_a_story_that_is_not_there_is_a_problem_at_its_line(problems: Problems) -> None:
    assert problems(stories("[hospital]", "\n  - university\n  - hospitl")) == [
        f"{path}:10: 'partners' names 'hospitl', but there is no content/data/partners/hospitl.yml. "
        "Did you mean 'hospital'?"
        for path in (EN, NL)
    ]


@pytest.mark.parametrize(
    ("line", "field", "slug", "path"),
    [
        ("campus: heijendaal\n", "campus", "heijendaal", "content/data/campuses/heijendaal.yml"),
        ("clusters: [high-tech]\n", "clusters", "high-tech", "content/data/clusters/high-tech.yml"),
    ],
)
def test_a_partner_cannot_be_where_nothing_is(problems: Problems, line: str, field: str, slug: str, path: str) -> None:
    text = PARTNER.replace("clusters: [health]\n", line)
    assert problems({HOSPITAL: text})[0].startswith(f"{HOSPITAL}:3: '{field}' names '{slug}', but there is no {path}.")


def test_a_relation_needs_a_verb_that_is_there(problems: Problems) -> None:
    path = "content/data/relations/hospital-works-with.yml"
    assert problems({path: "from: hospital\nverb: work-with\nto: [university]\nsources: [a-source]\n"}) == [
        f"{path}:2: 'verb' names 'work-with', but there is no content/data/verbs/work-with.yml. "
        "Did you mean 'works-with'?"
    ]


def test_a_page_of_a_cluster_needs_its_entry(problems: Problems) -> None:
    files = {
        f"content/{locale}/clusters/high-tech.md": page("High Tech", "sources: [a-source]") for locale in ("nl", "en")
    }
    assert problems(files) == [
        f"content/{locale}/clusters/high-tech.md:2: No entry content/data/clusters/high-tech.yml belongs to this page. "
        "Make it, or rename this page."
        for locale in ("en", "nl")
    ]


def test_a_cluster_needs_its_page(problems: Problems) -> None:
    assert problems({"content/data/clusters/high-tech.yml": cluster("High Tech")}) == [
        "content/data/clusters/high-tech.yml:1: "
        "The page content/nl/clusters/high-tech.md about this entry is missing. Write it."
    ]


def test_a_source_stands_there_once(problems: Problems) -> None:
    again = SOURCE.replace("nl/a\n", "nl/a/\n")
    assert problems({"content/data/sources/b-source.yml": again}) == [
        "content/data/sources/b-source.yml:4: This address is already that of content/data/sources/a-source.yml. "
        "Use that source, and delete this one."
    ]
