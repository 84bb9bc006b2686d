"""Press kits: what a journalist needs of a story, an organisation, a cluster or a campus, in every language.

The same content gives the same bytes: nothing in a kit is of the clock or of the machine.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from portal.model.counts import figures_of
from portal.model.page import Page
from portal.model.sentences import sentences
from portal.model.site import Site
from portal.schema.campus import Campus
from portal.schema.cluster import Cluster
from portal.schema.contact import Contact
from portal.schema.entry import Entry, Party, Statement
from portal.schema.marks import records_in
from portal.schema.page import CampusPage, ClusterPage, Story
from portal.schema.partner import Partner
from portal.schema.picture import Picture
from portal.schema.press import PressPage
from portal.schema.source import Source
from portal.words import formats

Kitted = (Story, ClusterPage, CampusPage, Partner)
"""What has a kit."""


def name_of(page: Page[Any]) -> str:
    """What the kit of a page is called: the same in every language."""
    return f"{page.key.replace('/', '-')}.zip"


def texts(site: Site, page: Page[Any], base: str) -> dict[str, str]:
    """The texts of the kit of a page by their paths in it; `base` is where the site stands, without a slash."""
    found = {}
    for version in site.versions(page):
        folder = version.locale
        found[f"{folder}/short.txt"] = f"{version.title}\n\n{version.description}\n"
        found[f"{folder}/long.txt"] = "\n\n".join([version.title, *_long(site, version), base + version.address]) + "\n"
        found[f"{folder}/facts.txt"] = "\n\n".join(_facts(site, version)) + "\n"
        found[f"{folder}/contact.txt"] = _contact(site, version.locale)
    return {path: text for path, text in found.items() if text.strip()}


def credits_of(site: Site, picture: Picture, locale: str) -> str:
    """Who made a picture and how it may be used, in a line."""
    licence = picture.licence or site.string("press.ask-first", locale)
    return f"{picture.credit.told(locale)} ({licence})"


def packed(files: Mapping[str, bytes]) -> bytes:
    """Files as a zip: stored and not compressed, without a time, so that it is the same on every machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as kit:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            kit.writestr(entry, files[path])
    return buffer.getvalue()


def entry_of(site: Site, page: Page[Any]) -> Entry | None:
    """The entry that a page is about or describes; a story has none."""
    match page.about:
        case Partner():
            return page.about
        case ClusterPage():
            return site.all(Cluster)[page.slug]
        case CampusPage():
            return site.all(Campus)[page.slug]
    return None


def _long(site: Site, page: Page[Any]) -> Iterator[str]:
    yield page.intro or page.description
    if isinstance(page.about, Partner) and page.about.role:
        yield str(page.about.role.told(page.locale))
    yield from (passage.text for passage in site.findings(page).passages)


def _facts(site: Site, page: Page[Any]) -> Iterator[str]:
    locale = page.locale
    entry = entry_of(site, page)
    for _, statement in records_in(entry or page.about, Statement):
        yield _said(site, str(statement.text.told(locale)), [statement.source], locale)
    for figure in figures_of(site, entry) if entry else ():
        number = formats.number(figure.amount, site.territory(locale))
        yield _said(
            site, f"{number} {figure.unit.told(locale)}. {figure.counted.told(locale)}", [figure.source], locale
        )
    if isinstance(entry, Party):
        for sentence in sentences(site, entry.slug, locale):
            yield _said(site, "".join(part.text for part in sentence.parts), sentence.relation.sources, locale)
    if isinstance(page.about, Story) and page.about.key_number:
        number_ = page.about.key_number
        yield _said(site, f"{number_.value} {number_.label}. {number_.definition}", [number_.source], locale)
    yield _said(site, site.string("sources.title", locale), page.sources, locale)


def _said(site: Site, text: str, sources: Any, locale: str) -> str:
    lines = [text]
    for slug in sources:
        source = site.all(Source)[slug]
        checked = site.string("sources.checked", locale, date=formats.day(source.checked, site.territory(locale)))
        lines.append("  " + ", ".join(filter(None, [source.publisher, source.title, source.url, checked])))
    return "\n".join(lines)


def _contact(site: Site, locale: str) -> str:
    page = site.nearest(locale, PressPage.at)
    if not page:
        return ""
    contact = site.all(Contact)[page.about.contact]
    known = [contact.name, contact.mail, contact.phone, contact.url]
    lines = [str(contact.role.told(locale)), *filter(None, known)]
    if not contact.reachable:
        lines.append(site.string("contact.unknown", locale))
    if contact.hours:
        lines.append(str(contact.hours.told(locale)))
    return "\n".join([*lines, "", *page.about.credit_rules, "", site.string("site.licence", locale)]) + "\n"
