"""What a page costs does not depend on how many there are. Build layer: the same story on a small and a large site."""

from __future__ import annotations

from pathlib import Path

from portal.checks import read_site
from portal.model.related import SHOWN
from portal.model.site import Site
from tests.build.conftest import built_in
from tests.conftest import PARTNER, STORY, Files, make_project

STORIES = ("verhalen/een-verhaal/index.html", "en/stories/a-story/index.html")


def others(first: int, last: int, as_of: str) -> dict[str, str]:
    """Stories in Dutch, all of one title, so that one card is drawn for them."""
    text = STORY.replace("slug:", "only: nl\nslug:").replace("2026-11-20", as_of)
    return {
        f"content/nl/stories/story-{number}.md": text.format(title="Another story", slug=f"story-{number}")
        for number in range(first, last)
    }


def test_a_story_is_the_same_page_on_a_site_of_sixty_more_stories_and_partners(tmp_path: Path) -> None:
    few: Files = others(0, 3, "2026-11-19")
    partners = {f"content/data/partners/partner-{number}.yml": PARTNER for number in range(60)}
    many: Files = {**few, **others(3, 63, "2026-01-01"), **partners}
    small = built_in(make_project(tmp_path / "few", few))
    large = built_in(make_project(tmp_path / "many", many))
    assert len(list(large.rglob("partner-*/index.html"))) == 120
    assert len(list(large.rglob("story-*/index.html"))) == len(list(small.rglob("story-*/index.html"))) + 60
    for story in STORIES:
        assert _without_neighbours(large / story) == _without_neighbours(small / story)


def _without_neighbours(file: Path) -> str:
    """A page without the few that belong with it: who they are depends on who there is, how many does not."""
    text = file.read_text(encoding="utf-8")
    start, mark, rest = text.partition('<section class="section" aria-labelledby="related">')
    section, end, after = rest.partition("</section>\n")
    assert section.count("<li>") <= SHOWN
    return start + after if mark and end else text


def test_a_question_about_the_whole_site_is_answered_once(tmp_path: Path) -> None:
    site = read_site(make_project(tmp_path))
    asked = []

    def keys(site: Site, locale: str) -> list[str]:
        asked.append(locale)
        return [key for of, key in site.pages if of == locale]

    assert site.once(keys, "nl") is site.once(keys, "nl")
    assert site.once(keys, "en") == keys(site, "en")
    assert asked == ["nl", "en", "en"]
