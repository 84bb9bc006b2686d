"""What templates can ask for, and how they are kept safe: content is escaped unless it is rendered Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import jinja2
from mkdocs.utils import get_relative_url

from portal.art.covers import count, seed
from portal.art.emblem import CITY
from portal.model import glossary, shelf_life
from portal.model.site import Page, Site
from portal.schema.entry import Statement
from portal.words import formats

Context = jinja2.runtime.Context


def prepare(environment: jinja2.Environment) -> jinja2.Environment:
    """Make MkDocs' Jinja environment ours. MkDocs leaves autoescape off; a misspelt name would print nothing."""
    environment.autoescape = True
    environment.undefined = jinja2.StrictUndefined
    environment.trim_blocks = True
    environment.lstrip_blocks = True
    environment.globals.update(t=t, label=label, href=href, other=other)
    environment.globals.update(day=day, partial_date=partial_date, shown=shown, explain=explain, seed=seed, count=count)
    return environment


@jinja2.pass_context
def t(context: Context, key: str, **words: object) -> str:
    """The string `key` in the language of the page, or in `locale` when that is given."""
    locale = str(words.pop("locale", None) or context["locale"])
    site: Site = context["site"]
    return site.string(key, locale, **words)


@jinja2.pass_context
def label(context: Context, prefix: str, value: str) -> str:
    """The name of a choice of a schema, such as `kind` and `hospital`."""
    return t(context, f"{prefix}.{value}")


@jinja2.pass_context
def href(context: Context, target: Page | str) -> str:
    """The link from this page to a page, an address or an asset.

    Relative, so that the site works under any path; but a host serves the 404 page at whatever address was asked
    for, so its links start at the root.
    """
    address = target.address if isinstance(target, Page) else target
    here: Page = context["here"]
    if here.kind == "not-found":
        base: str = urlsplit(context["config"].site_url).path.rstrip("/")
        return f"{base}/{address.removeprefix('/')}"
    return get_relative_url(address.removeprefix("/"), here.address.removeprefix("/"))


@jinja2.pass_context
def day(context: Context, value: date, locale: str | None = None) -> str:
    """A day, as the language of the page writes it."""
    return formats.day(value, context["site"].territory(locale or context["locale"]))


@jinja2.pass_context
def partial_date(context: Context, value: str) -> str:
    """A year, a month or a day, as the language of the page writes it."""
    return formats.partial_date(value, context["site"].territory(context["locale"]))


@jinja2.pass_context
def other(context: Context, locale: str) -> str | None:
    """`locale` when it is not that of the page: for `lang` and `hreflang`. None leaves the attribute out."""
    return None if locale == context["locale"] else locale


@jinja2.pass_context
def shown(context: Context, statements: Iterable[Statement]) -> list[shelf_life.Shown]:
    """The statements that hold on the day of the build, those to come, and where one has run out."""
    return shelf_life.on(statements, context["today"])


@jinja2.pass_context
def explain(context: Context, text: str) -> list[glossary.Piece]:
    """A text, or rendered Markdown, taken apart at the terms that this page has not used before."""
    site: Site = context["site"]
    take_apart = glossary.pieces_of_html if hasattr(text, "__html__") else glossary.pieces
    return take_apart(text, site.terms, context["locale"], context["terms_used"])


def page_context(site: Site, page: Page, doors: list[Page], site_url: str) -> dict[str, Any]:
    """What every template is given."""
    twin = site.twin(page)
    versions = sorted((version for version in (page, twin) if version), key=lambda version: version.locale != "nl")
    base = site_url.rstrip("/")
    return {
        "site": site,
        "here": page,
        "locale": page.locale,
        "today": site.day,
        "city": CITY,
        "social_card": None,  # until the hook that makes cards says otherwise
        "terms_used": set(),
        "twin": twin,
        "doors": doors,
        "home": site.page(page.locale, "index"),
        "trail": trail(site, page),
        "canonical": base + page.address,
        "versions": [(version.locale, base + version.address) for version in versions],
        "sources": [site.sources[slug] for slug in source_slugs(page)],
    }


def trail(site: Site, page: Page) -> list[Page]:
    """The pages above a page, from the home page down; what has no index page is left out."""
    parts = page.key.split("/")
    keys = ["index", *("/".join([*parts[:depth], "index"]) for depth in range(1, len(parts)))]
    return [above for key in keys if key != page.key and (above := site.page(page.locale, key))]


def source_slugs(page: Page) -> list[str]:
    """The sources of a page, each once, in the order in which they are named."""
    slugs = list(getattr(page.front or page.entry, "sources", ()))
    slugs += [fact.source for fact in getattr(page.entry, "facts", ())]
    return list(dict.fromkeys(slugs))
