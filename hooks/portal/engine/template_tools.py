"""What templates can ask for, and how they are kept safe: content is escaped unless it is rendered Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import jinja2
from mkdocs.utils import get_relative_url

from portal.art.covers import cover_of
from portal.art.emblem import CITY
from portal.engine import drawn_once, made_once
from portal.engine.drawn_once import Drawings
from portal.engine.strict_templates import strict_generator
from portal.model import shelf_life
from portal.model.changes import corrections
from portal.model.dates import checked, modified, published
from portal.model.glossary import Piece
from portal.model.invitations import invited_to
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.correction import ChangesPage
from portal.schema.entry import Statement
from portal.schema.invitation import Invitation
from portal.schema.per_language import Said
from portal.schema.source import Source
from portal.words import formats

Context = jinja2.runtime.Context


def prepare(
    environment: jinja2.Environment, *, mixed: bool = False, drawn: Drawings | None = None
) -> jinja2.Environment:
    """Make MkDocs' Jinja environment ours. MkDocs leaves autoescape off; a misspelt name would print nothing.

    `mixed`: a language of the site is partial, so that a text on a page may be in another language than the page.
    `drawn`: what other environments of the same build have drawn.
    """
    environment.finalize = in_its_language if mixed else None
    environment.autoescape = True
    environment.undefined = jinja2.StrictUndefined
    environment.trim_blocks = True
    environment.lstrip_blocks = True
    environment.globals.update(
        t=t,
        label=label,
        href=href,
        other=other,
        language_name=language_name,
        day=day,
        partial_date=partial_date,
        number=number,
        shown=shown,
        explain=explain,
        cover_of=cover_of,
        to=to,
        described=described,
        facets=facets,
        invited=invited,
    )
    environment.template_class = made_once.template_class(drawn_once.template_class({} if drawn is None else drawn))
    environment.code_generator_class = strict_generator(environment.globals)
    return environment


@jinja2.pass_context
def in_its_language(context: Context, value: object) -> object:
    """What a template prints: a text in another language than the page says so, wherever it is printed."""
    if isinstance(value, Said) and value.lang != context.get("locale", value.lang):
        said = context.environment.get_template("partials/in_language.html").make_module()
        macro: Callable[[str, str], object] = vars(said)["in_language"]
        return macro(str(value), value.lang)
    return value


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
def href(context: Context, target: Page[Any] | str) -> str:
    """The link from this page to a page, an address or an asset.

    Relative, so that the site works under any path; but a host serves the 404 page at whatever address was asked
    for, so its links start at the root.
    """
    address = target.address if isinstance(target, Page) else target
    here: Page[Any] = context["here"]
    if here.kind == "not-found":
        base: str = urlsplit(context["config"].site_url).path.rstrip("/")
        return f"{base}/{address.removeprefix('/')}"
    return get_relative_url(address.removeprefix("/"), here.address.removeprefix("/"))


@jinja2.pass_context
def to(context: Context, page: Page[Any], anchor: str = "") -> dict[str, str | None]:
    """The attributes of a link to a page: where it leads, and its language where that is not the reader's.

    `anchor` is a place on it: `#briskr`.

    A template writes them with `xmlattr`, which escapes them and leaves out what is None.
    """
    foreign = other(context, page.locale)
    return {"href": href(context, page) + anchor, "lang": foreign, "hreflang": foreign, "data-in": foreign}


def facets(page: Page[Any]) -> dict[str, str]:
    """The attributes by which an item of a list is chosen, for `xmlattr`."""
    return {f"data-{name}": " ".join(values) for name, values in page.about.facets().items()}


@jinja2.pass_context
def invited(context: Context, invitation: Invitation) -> dict[str, str | None]:
    """The attributes of the link of an invitation, for `xmlattr`."""
    page = invited_to(context["site"], context["locale"], invitation)
    return to(context, page) if page else {"href": invitation.url}


@jinja2.pass_context
def described(context: Context, text: str) -> dict[str, str | None]:
    """The attributes of a picture that say what it shows, for `xmlattr`; in its own language where that is another."""
    return {"alt": str(text), "lang": other(context, text.lang) if isinstance(text, Said) else None}


@jinja2.pass_context
def day(context: Context, value: date, locale: str | None = None) -> str:
    """A day, as the language of the page writes it."""
    return formats.day(value, context["site"].territory(locale or context["locale"]))


@jinja2.pass_context
def partial_date(context: Context, value: str) -> str:
    """A year, a month or a day, as the language of the page writes it."""
    return formats.partial_date(value, context["site"].territory(context["locale"]))


@jinja2.pass_context
def number(context: Context, value: int) -> str:
    """A number, as the language of the page writes it."""
    return formats.number(value, context["site"].territory(context["locale"]))


@jinja2.pass_context
def other(context: Context, locale: str) -> str | None:
    """`locale` when it is not that of the page: for `lang` and `hreflang`. None leaves the attribute out."""
    return None if locale == context["locale"] else locale


@jinja2.pass_context
def shown(context: Context, statements: Iterable[Statement]) -> list[shelf_life.Shown]:
    """The statements that hold on the day of the build, those to come, and where one has run out."""
    return shelf_life.on(statements, context["site"].day)


@jinja2.pass_context
def explain(context: Context, text: str) -> list[Piece]:
    """A text, or rendered Markdown, taken apart at the terms that this page has not used before."""
    site: Site = context["site"]
    glossary = site.glossaries[context["locale"]]
    take_apart = glossary.pieces_of_html if hasattr(text, "__html__") else glossary.pieces
    return take_apart(text, context["terms_used"])


@jinja2.pass_context
def language_name(context: Context, code: str) -> str:
    """What a language is called in that of the page."""
    return formats.language(code, context["site"].territory(context["locale"]))


def page_context(site: Site, page: Page[Any], doors: list[Page[Any]], site_url: str) -> dict[str, Any]:
    """What every template is given."""
    base = site_url.rstrip("/")
    versions = site.versions(page)
    return {
        "site": site,
        "here": page,
        "locale": page.locale,
        "city": CITY,
        "press_kit": None,  # until the hook that makes kits says otherwise
        "social_card": None,  # until the hook that makes cards says otherwise
        "terms_used": set(),
        "doors": doors,
        "home": site.nearest(page.locale, "index"),
        "trail": trail(site, page),
        "canonical": base + page.address,
        "dates": {"published": published(page), "modified": modified(page)},
        "versions": [(version.locale, base + version.address) for version in versions],
        "switches": [switch(site, page, locale) for locale in site.languages.others(page.locale)],
        "checked_on": site.once(checked, page),
        "corrections": site.once(corrections, page),
        "changes_page": site.nearest(page.locale, ChangesPage.at),
        "sources": [site.all(Source)[slug] for slug in page.sources],
    }


@dataclass(frozen=True)
class Switch:
    """The way to another language version."""

    locale: str
    target: Page[Any]
    """The same page there; where there is none, its home page."""
    home: Page[Any]
    there: bool
    """Whether it is the same page."""
    whole: bool
    """Whether the language has every page, so that one that is missing wants a word."""


def switch(site: Site, page: Page[Any], locale: str) -> Switch:
    """The way from a page to a language."""
    version = site.page(locale, page.key)
    home = site.pages[locale, "index"]
    return Switch(locale, version or home, home, version is not None, locale in site.languages.whole)


def trail(site: Site, page: Page[Any]) -> list[Page[Any]]:
    """The pages above a page, from the home page down; what has no index page is left out.

    A further part of a list stands below its first one.
    """
    parts = page.key.split("/")
    keys = ["index", *("/".join([*parts[:depth], "index"]) for depth in range(1, len(parts)))]
    return [above for key in keys if key != page.key and (above := site.page(page.locale, key))]
