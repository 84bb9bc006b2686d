"""Social cards: a picture for every page, for those who see a link to it elsewhere. `social_cards` in mkdocs.yml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from portal.art import cards
from portal.art.cards import Card
from portal.art.emblem import CITY, Emblem
from portal.art.lettering import legible
from portal.assets.cache import make_each
from portal.engine import i18n, mkdocs_files
from portal.engine.mkdocs_files import Build
from portal.engine.template_tools import trail
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.campus import Campus
from portal.schema.cluster import Cluster
from portal.schema.landmark import Landmark
from portal.schema.page import CampusPage, ClusterPage, Story
from portal.schema.partner import Partner


@dataclass(frozen=True)
class SocialCard:
    """The picture of a page for those who show a link to it."""

    image: str
    """An absolute address, as the networks want it."""
    alt: str
    width: int
    height: int


def _on(config: MkDocsConfig) -> bool:
    return bool(config.extra.get("social_cards", True))


def card(build: Build, page: Page[Any]) -> Card:
    """The words and the picture of a page's card."""
    site = build.site
    landmark = _landmark(site, page)
    above = [step.menu for step in trail(site, page)[-1:] if step.kind != "home"]
    if landmark and not isinstance(page.about, ClusterPage | CampusPage):
        above.append(landmark.name[page.locale])
    emblem = Emblem(landmark.hue, landmark.arch, landmark.drawing) if landmark else CITY
    return Card(
        title=legible(page.title),
        kicker=" · ".join(filter(None, map(legible, above))),
        site_name=legible(site.string("site.name", page.locale)),
        picture=build.drawing("social_card", emblem, bolder=2),  # a card is shown at half its size
        hue=emblem.hue,
    )


def _landmark(site: Site, page: Page[Any]) -> Landmark | None:
    """The cluster or campus that a page is about: of several the first, and a cluster before a campus."""
    match page.about:
        case ClusterPage():
            return site.all(Cluster)[page.slug]
        case CampusPage():
            return site.all(Campus)[page.slug]
        case Partner(clusters=(cluster, *_)) | Story(cluster=cluster):
            return site.all(Cluster)[cluster]
        case Partner(campus=str(campus)):
            return site.all(Campus)[campus]
    return None


def _path(page: Page[Any], key: str) -> str:
    """Where a card is published. A new card has a new address: networks keep what they saw at the old one."""
    return f"assets/cards/{page.locale}/{page.key}.{key[:10]}.png"


def on_page_context(context: Any, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
    """Tell the template where the card is. Nobody shares the page that says there is no page."""
    ours = mkdocs_files.our_page(page, config)
    if _on(config) and ours.kind != "not-found":
        build = mkdocs_files.current(config)
        shown = card(build, ours)
        context["social_card"] = SocialCard(
            image=f"{(config.site_url or '/').rstrip('/')}/{_path(ours, cards.key(shown, build.palette))}",
            alt=build.site.string("social-card.alt", ours.locale, title=shown.words),
            width=cards.WIDTH,
            height=cards.HEIGHT,
        )
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write the cards of every language at once; those that were painted before are only copied."""
    build = mkdocs_files.current(config)
    if build.drafts or not _on(config) or i18n.build_locale(config) != build.site.languages.default:
        return
    cache = mkdocs_files.cache(config, "cards")
    pages = [page for page in build.site.pages.values() if page.kind != "not-found"]
    wanted = [card(build, page) for page in pages]
    keys = [cards.key(item, build.palette) for item in wanted]
    new = {key: item for key, item in zip(keys, wanted, strict=True) if not cache.holds([f"{key}.png"])}
    # Few looks, many pages: each is rasterised once, and after that a card costs what its words cost.
    looks = {item.picture: item for item in new.values()}
    backdrops = {
        picture: cache.kept(
            f"{cards.backdrop_key(item, build.palette)}.png", partial(cards.backdrop, item, build.palette)
        )
        for picture, item in looks.items()
    }

    def paint(named: tuple[str, Card]) -> None:
        key, item = named
        cache.write(f"{key}.png", cards.paint(item, backdrops[item.picture]))

    make_each(paint, list(new.items()), "build.cards", build.progress)
    for page, key in zip(pages, keys, strict=True):
        cache.copy(f"{key}.png", Path(config.site_dir, _path(page, key)))
