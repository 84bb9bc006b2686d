"""Words that stand for something else: the words of a link, the description of a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from portal.checks.language import FEW
from portal.checks.targets import nearly_a_link
from portal.markdown import Link
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.picture import Picture
from portal.words.phrases import phrases
from portal.words.problem import Problem

_FILE = re.compile(
    r"(?i)(?:img|image|dscn?|dscf|pict?|pxl|photo|foto|scan|screenshot|schermafbeelding|whatsapp[ _-]image|untitled)"
    r"[ _.-]?\(?\d[\w .()-]*|[\w .()-]*\.(?:jpe?g|png|gif|webp|avif|heic|svg|tiff?|bmp|pdf)|[0-9a-f]{12,}|[\d_ -]{6,}"
)
_ADDRESS = re.compile(r"(?i)(?:https?://|www\.)\S+")


def check(site: Site) -> Iterator[Problem]:
    """Links called 'here', pictures described by the name of their file or in one language."""
    for page in site.pages.values():
        if page.body.strip():
            yield from _of_page(site, page)
    for picture in site.all(Picture).values():
        if picture.alt:
            for locale, alt in picture.alt.items():
                if key := _vague(alt):
                    yield picture.file.problem(key, "alt", locale, found=alt)
            alts = [alt for _, alt in picture.alt.items()]
            same = len(set(map(str.casefold, alts))) < len(alts)
            words = [word for word in alts[0].split() if word[0].islower()]  # a name is the same in every language
            if same and 2 <= len(words) < FEW:  # from there on the language tells
                yield picture.file.problem("picture.same-alt", "alt", found=alts[0])


def _of_page(site: Site, page: Page[Any]) -> Iterator[Problem]:
    found = site.findings(page)
    for link in found.links:
        line = page.line(link.line)
        named = f"[{link.text}](" in page.body  # in <...> an address stands bare on purpose
        if link.bare or (named and _ADDRESS.fullmatch(link.text.strip())):
            if not (link.bare and nearly_a_link(page, link)):
                yield page.file.on(line, "link-text.bare", found=link.text, address=_secure(link))
        elif not _bare(link.text) and not re.search(r"\w|[^\W_]", link.text):
            yield page.file.on(line, "link-text.none", found=unquote(link.address))
        elif _bare(link.text) in phrases("link", page.locale):
            yield page.file.on(line, "link-text.vague", found=link.text)
    for picture in found.pictures:
        if key := _vague(picture.alt):
            yield page.file.on(page.line(picture.line), key, found=picture.alt)


def _secure(link: Link) -> str:
    """The address of a bare link; one without a scheme was never meant to be without encryption."""
    address = unquote(link.address)
    return address.replace("http://", "https://", 1) if link.text.lower().startswith("www.") else address


def _vague(alt: str) -> str:
    """What is wrong with the description of a picture; empty when nothing is."""
    if alt.strip() and _FILE.fullmatch(alt.strip()):
        return "picture.file-alt"
    return "picture.vague-alt" if _bare(alt) in phrases("picture") else ""


def _bare(text: str) -> str:
    return re.sub(r"[^\w\s]", "", text).strip().casefold()
