"""Addresses elsewhere, in links and in fields: each can be followed by every reader, and follows nobody."""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from portal.checks.targets import Target, targets
from portal.model.page import Page
from portal.model.site import Site
from portal.words.problem import Problem
from portal.words.wording import phrase

_BROKEN = re.compile(
    r"(?i)(?:https?(?::/?(?!/)|//|;//|:///+|:\\+)|(?!https?\W)(?:h{1,2}t{1,3}p{0,2}s{0,2}|ttps?|http\.)[:;]?[/\\]+)(?=[\w-]+\.\w)"
)
"""`https:/x`, `https//x`, `htps://x`, `https:\\\\x`."""
_SCHEME = re.compile(r"(?i)https?://[^/]")
_INSIDE = (".local", ".localhost", ".internal", ".intranet", ".lan", ".home", ".corp", ".test", ".invalid")
_MEMBERS = (".sharepoint.com", "onedrive.live.com", "1drv.ms", "teams.microsoft.com", "teams.live.com",
            "outlook.office.com", "outlook.office365.com")  # fmt: skip
"""Hosts that ask for a login with the organisation of whoever copied the link."""
_WRAPPERS = {
    ".safelinks.protection.outlook.com": "url",
    "l.facebook.com": "u",
    "lm.facebook.com": "u",
    "www.google.com": "url",
    "www.google.nl": "url",
    "urldefense.com": "u",
    "slack-redir.net": "url",
}
"""Hosts that look at who follows a link, and the part of the query in which the link itself stands."""
_FOLLOWERS = re.compile(
    r"(?i)utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|mc_[ce]id|"
    r"_hsenc|_hsmi|mkt_tok|vero_id|oly_\w+_id|s_cid|_ga|_gl|pk_\w+|mtm_\w+"
)
_SHORT = ("bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "buff.ly", "lnkd.in", "rb.gy", "tiny.cc", "t.ly")
"""Hosts of shortened addresses, which see who follows them."""
_FLEETING = ("we.tl", "wetransfer.com", "fromsmash.com", "transfernow.net")
"""Hosts that keep a file for some days."""
_HOST = re.compile(r"(?!-)[^\W_](?:[\w-]*\w)?(?:\.(?!-)\w(?:[\w-]*\w)?)+")
_WRAPPED = re.compile(r"(?i)[(\"'<\[\u201c\u2018]+(https?://[^)\"'>\]\u201d\u2019]+)[)\"'>\]\u201d\u2019]*")
_MAIL = re.compile(r"[^@\s<>]+@[^@\s<>.]+(?:\.[^@\s<>.]+)+")
_PHONE = re.compile(r"\+?\d(?:[-.()]?\d){2,}")


def check(site: Site) -> Iterator[Problem]:
    """Addresses that lead nowhere for a reader, or that tell others about the reader."""
    ours = _own_hosts(site.content.root)
    for target in targets(site):
        yield from _problem(site, target, ours)


def _own_hosts(root: Path) -> frozenset[str]:
    """The hosts on which this site stands: that of SITE_URL, and the one mkdocs.yml falls back on."""
    config = re.search(r"(?m)^site_url:.*?(https?://[^\s\"'\],]+)", (root / "mkdocs.yml").read_text(encoding="utf-8"))
    addresses = (os.environ.get("SITE_URL", ""), config[1] if config else "")
    return frozenset(host for address in addresses if (host := urlsplit(address).hostname))


def _problem(site: Site, target: Target, ours: frozenset[str]) -> Iterator[Problem]:
    address = target.address
    scheme = address.partition(":")[0].lower()
    if scheme == "mailto":
        yield from _mail(target, address[7:])
        return
    if scheme == "tel":
        number = unquote(address[4:])
        if not _PHONE.fullmatch(number):
            yield target.problem("elsewhere.phone", better="tel:" + (re.sub(r"[^\d+]", "", number) or "+31243299000"))
        return
    if better := mended(address):
        yield target.problem("elsewhere.scheme", better=better)
        return
    if scheme in ("http", "https"):
        yield from _web(site, target, ours)


def is_local(address: str) -> bool:
    """Whether an address is a file of one machine or network: of a disk with a letter, or of a server."""
    return re.match(r"(?i)file:|[a-z]:[\\/]|\\\\", unquote(address)) is not None


def mended(address: str) -> str:
    """The address that was meant by one whose beginning is mistyped; empty when there is nothing to mend."""
    if wrapped := _WRAPPED.fullmatch(address):
        return wrapped[1]
    broken = None if _SCHEME.match(address) else _BROKEN.match(address)
    return "https://" + address[broken.end() :] if broken else ""


def _mail(target: Target, rest: str) -> Iterator[Problem]:
    mail = unquote(rest.partition("?")[0])
    if not all(_MAIL.fullmatch(one.strip()) for one in mail.split(",")):
        better = re.sub(r"\s*[\[(]?\s*\b(?:at|apenstaartje)\b\s*[\])]?\s*", "@", mail)
        yield target.problem("elsewhere.mail", better=better if _MAIL.fullmatch(better) else "balie@example.org")


def _web(site: Site, target: Target, ours: frozenset[str]) -> Iterator[Problem]:
    try:
        parts = urlsplit(target.address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return  # the check of links says so
    if _is_inside(host) or host in ours:
        page = _page_at(site, parts.path)
        if page and (host in ours or page.address != "/"):  # the first page of any program on this machine is at /
            own = target.file.path.parts[1]  # a page links within its own language
            page = site.page(own, page.key) or page
            cure = phrase("elsewhere.page", path=f"content/{page.source}")
        else:
            cure = phrase("elsewhere.no-page") if host in ours else phrase("elsewhere.elsewhere")
        yield target.problem("elsewhere.ours" if host in ours else "elsewhere.inside", cure=cure)
    elif "." not in host:
        yield target.problem("elsewhere.host", host=host)
    elif not _HOST.fullmatch(host):
        yield target.problem("elsewhere.name", host=host)
    elif parts.password:
        yield target.problem(
            "elsewhere.password", better=urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
        )
    elif _is_of(host, _SHORT):
        yield target.problem("elsewhere.short", host=host)
    elif _is_of(host, _FLEETING):
        yield target.problem("elsewhere.fleeting", host=host)
    elif wrapper := next((name for name in _WRAPPERS if host.endswith(name)), None):
        inner = parse_qs(parts.query).get(_WRAPPERS[wrapper], [""])[0]
        if inner.startswith("http"):
            yield target.problem("elsewhere.wrapped", better=_without_followers(inner))
    elif host.endswith(_MEMBERS):
        yield target.problem("elsewhere.members", host=host)
    elif (better := _without_followers(target.address)) != target.address:
        yield target.problem("elsewhere.follower", better=better)


def _is_of(host: str, hosts: tuple[str, ...]) -> bool:
    return host in hosts or host.endswith(tuple(f".{name}" for name in hosts))


def _page_at(site: Site, path: str) -> Page[Any] | None:
    """The page of this site at an address that was copied from a browser, sub-path of the site included."""
    whole = path.rstrip("/") + "/"
    found = [
        page for page in site.pages.values() if whole.endswith(page.address) and (page.address != "/" or whole == "/")
    ]
    return max(found, key=lambda page: len(page.address), default=None)


def _is_inside(host: str) -> bool:
    """Whether a host is one that only some machines can reach: this one, or those of a network of an organisation."""
    if host == "localhost" or host.endswith(_INSIDE) or host.startswith("intranet."):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False


def _without_followers(address: str) -> str:
    """The address without the parts of its query that say where the reader came from."""
    parts = urlsplit(address)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _FOLLOWERS.fullmatch(name)]
    return address if len(kept) == len(pairs) else urlunsplit(parts._replace(query=urlencode(kept)))
