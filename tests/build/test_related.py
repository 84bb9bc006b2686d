"""What belongs together, from a small site: by what is shared, told why, bounded. Nothing is built."""

from __future__ import annotations

from portal.checks import read_site
from portal.model.related import SHOWN, WEIGHED, related
from portal.model.site import Site
from tests.conftest import PARTNER, STORY, VERHAAL, Files, Project, cluster, page

PROGRAMME = """\
name: {nl: Samen, en: Together}
summary:
  nl: Een programma dat alleen in deze test bestaat, en dat is genoeg.
  en: A programme that exists in this test alone, and that is enough.
partners: [hospital]
sources: [a-source]
"""
BOTH = (("nl", VERHAAL), ("en", STORY))


def _stories(*slugs: str, partners: str = "[hospital]") -> Files:
    return {
        f"content/{locale}/stories/{slug}.md": text.format(title=slug, slug=slug).replace("[hospital]", partners, 1)
        for slug in slugs
        for locale, text in BOTH
    }


def _found(site: Site, key: str, *besides: str) -> list[tuple[str, str, str]]:
    return [(one.page.key, one.how, one.what) for one in related(site, site.pages["en", key], besides)]


def test_pages_that_share_a_partner_belong_together_and_say_so(project: Project) -> None:
    site = read_site(project({"content/data/programmes/together.yml": PROGRAMME}))
    assert ("programmes/together", "about", "Hospital") in _found(site, "stories/a-story")
    assert _found(site, "programmes/together") == [("stories/a-story", "about", "Hospital")]


def test_what_few_share_joins_more_than_what_many_do(project: Project) -> None:
    clinic = PARTNER.replace("Ziekenhuis", "Kliniek").replace("Hospital", "Clinic").replace("ziekenhuis", "huis")
    files = {
        "content/data/partners/clinic.yml": clinic.replace("A hospital", "A clinic").replace("Een huis", "Een kliniek"),
        **_stories("one", "two", partners="[clinic]"),
        **_stories("three", "four"),
    }
    first, *_ = _found(read_site(project(files)), "stories/one")
    assert first == ("stories/two", "about", "Clinic")


def test_what_a_page_names_and_what_it_shows_besides_is_not_told_again(project: Project) -> None:
    site = read_site(project(_stories("b-story", "c-story")))
    keys = [key for key, _, _ in _found(site, "stories/a-story", "stories/c-story")]
    assert "stories/b-story" in keys
    assert {"stories/a-story", "stories/c-story", "partners/hospital"} & set(keys) == set()


def test_a_town_joins_them_too(project: Project) -> None:
    town = {
        path: text.replace("place: nijmegen", "place: east-netherlands\ntown: Goor").replace("[hospital]", "[]", 1)
        for path, text in {**_stories("b-story"), **_stories("a-story")}.items()
        if isinstance(text, str)
    }
    town = {path: text.replace("cluster: health", "cluster: other") if "b-story" in path else text
            for path, text in town.items()}  # fmt: skip
    other: Files = {
        "content/data/clusters/other.yml": cluster("Other"),
        **{f"content/{locale}/clusters/other.md": page("Other", "sources: [a-source]", locale=locale)
           for locale in ("nl", "en")},
    }  # fmt: skip
    assert _found(read_site(project({**town, **other})), "stories/a-story")[0] == ("stories/b-story", "in", "Goor")


def test_a_page_shows_so_many_and_no_more_always_in_one_order(project: Project) -> None:
    site = read_site(project(_stories(*(f"story-{number:02}" for number in range(SHOWN + 4)))))
    found = _found(site, "stories/a-story")
    assert len(found) == SHOWN
    assert found == sorted(found)


def test_what_more_share_than_can_be_weighed_joins_nothing(project: Project) -> None:
    site = read_site(project(_stories(*(f"story-{number:02}" for number in range(WEIGHED)))))
    assert _found(site, "stories/a-story") == []


def test_a_reader_of_another_language_is_told_in_it(project: Project) -> None:
    site = read_site(project({"content/data/programmes/together.yml": PROGRAMME}))
    told = related(site, site.pages["nl", "stories/a-story"])
    assert [(one.page.address, one.what) for one in told if one.page.key.startswith("programmes")] == [
        ("/programmes/together/", "Ziekenhuis")
    ]
