"""References between entries: whatever is named must exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from portal.model.site import Page, Site, data_path
from portal.schema import Cluster, Eligibility, Event, Partner, Picture, Relation, Step
from portal.schema.page import CampusPage, ClusterPage, Pictured, Story
from portal.words.problem import Place, Problem, guess

MOMENTS = ("arrival", "departure")
"""What a deadline may count from, besides other steps."""

_At = tuple[str | int, ...]


def check(site: Site) -> Iterator[Problem]:
    """Names of entries that are not there."""
    for file, at, collection, slug in _references(site):
        known: Collection[str] = site.content.entries.get(collection, {})
        path = data_path(collection, slug)
        if slug not in known and path not in site.content.unread:
            yield file.problem("reference.unknown", *at, found=slug, path=path, guess=guess(slug, known))
    yield from _pages_and_entries(site)
    yield from _same_address(site)


def _references(site: Site) -> Iterator[tuple[Place, _At, str, str]]:
    """Every reference: the file, where in it, the collection and the slug."""
    for entries in site.content.entries.values():
        for entry in entries.values():
            for i, slug in enumerate(getattr(entry, "sources", ())):
                yield entry.file, ("sources", i), "sources", slug
            for i, fact in enumerate(getattr(entry, "facts", ())):
                yield entry.file, ("facts", i, "source"), "sources", fact.source
                if fact.ask:
                    yield entry.file, ("facts", i, "ask"), "sources", fact.ask
            if isinstance(entry, Step):
                yield from _step_references(entry)
            if isinstance(entry, Eligibility):
                yield entry.file, ("decided_by",), "sources", entry.decided_by
                if entry.step:
                    yield entry.file, ("step",), "steps", entry.step
            if isinstance(entry, Partner):
                if entry.campus:
                    yield entry.file, ("campus",), "campuses", entry.campus
                for i, cluster in enumerate(entry.clusters):
                    yield entry.file, ("clusters", i), "clusters", cluster
            if isinstance(entry, Cluster):
                for i, spearhead in enumerate(entry.spearheads):
                    for j, slug in enumerate(spearhead.sources):
                        yield entry.file, ("spearheads", i, "sources", j), "sources", slug
            if isinstance(entry, Relation):
                yield entry.file, ("verb",), "verbs", entry.verb
            if isinstance(entry, Event):
                yield entry.file, ("organiser",), "partners", entry.organiser
                yield entry.file, ("source",), "sources", entry.source
            if isinstance(entry, Picture) and entry.source:
                yield entry.file, ("source",), "sources", entry.source
    for page in site.pages.values():
        yield from _page_references(page)


def _step_references(step: Step) -> Iterator[tuple[Place, _At, str, str]]:
    yield step.file, ("phase",), "phases", step.phase
    yield step.file, ("official",), "sources", step.official
    if step.deadline and step.deadline.from_ not in MOMENTS:
        yield step.file, ("deadline", "from"), "steps", step.deadline.from_
    for i, slug in enumerate(step.needs):
        yield step.file, ("needs", i), "steps", slug
    for i, slug in enumerate(step.with_):
        yield step.file, ("with", i), "partners", slug


def _page_references(page: Page) -> Iterator[tuple[Place, _At, str, str]]:
    if page.front is None:
        return
    for i, slug in enumerate(page.front.sources):
        yield page.file, ("sources", i), "sources", slug
    if isinstance(page.front, Pictured) and page.front.picture:
        yield page.file, ("picture",), "pictures", page.front.picture
    if isinstance(page.front, Story):
        story = page.front
        yield page.file, ("cluster",), "clusters", story.cluster
        if story.campus:
            yield page.file, ("campus",), "campuses", story.campus
        if story.series:
            yield page.file, ("series",), "series", story.series
        for i, slug in enumerate(story.partners):
            yield page.file, ("partners", i), "partners", slug
        if story.key_number:
            yield page.file, ("key_number", "source"), "sources", story.key_number.source
        if story.quote:
            yield page.file, ("quote", "source"), "sources", story.quote.source
            if story.quote.portrait:
                yield page.file, ("quote", "portrait"), "pictures", story.quote.portrait


def _pages_and_entries(site: Site) -> Iterator[Problem]:
    """A cluster or campus is an entry and a page in each language; neither goes without the other."""
    for page in site.pages.values():
        if isinstance(page.front, ClusterPage | CampusPage):
            collection, slug = page.key.split("/")
            path = data_path(collection, slug)
            if slug not in site.content.entries[collection] and path not in site.content.unread:
                yield page.file.problem("page.no-entry", path=path)
    keys = {page.key for page in site.pages.values()}
    for collection in ("clusters", "campuses"):
        for slug, entry in site.content.entries.get(collection, {}).items():
            paths = [PurePosixPath("content") / locale / collection / f"{slug}.md" for locale in ("nl", "en")]
            if f"{collection}/{slug}" not in keys and not site.content.unread.intersection(paths):
                yield entry.file.problem("entry.no-page", path=paths[0])


def _same_address(site: Site) -> Iterator[Problem]:
    """A source said twice."""
    seen: dict[str, Place] = {}
    for source in site.sources.values():
        if source.url:
            address = source.url.rstrip("/")
            if address in seen:
                yield source.file.problem("source.twice", "url", other=seen[address].path)
            seen.setdefault(address, source.file)
