"""Press kits: a zip for each story, organisation, cluster and campus, with its texts, facts and pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from portal.art.covers import cover_of
from portal.art.emblem import Emblem
from portal.art.portals import portal
from portal.engine import i18n, mkdocs_files
from portal.engine.mkdocs_files import Build
from portal.model.addresses import destination
from portal.model.page import Page
from portal.model.press_kit import Kitted, credits_of, entry_of, name_of, packed, texts
from portal.model.site import Site
from portal.schema.campus import Campus
from portal.schema.cluster import Cluster
from portal.schema.landmark import Landmark
from portal.schema.page import Story
from portal.schema.partner import Partner
from portal.schema.press import PressPage


def _folder(site: Site) -> str | None:
    """The address of the kits; none where there is no newsroom."""
    page = site.nearest(site.languages.default, PressPage.at)
    return f"{page.address}kits/" if page else None


def on_page_context(context: Any, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
    """Tell the template where the kit of its page is."""
    ours = mkdocs_files.our_page(page, config)
    folder = _folder(mkdocs_files.current(config).site)
    if folder and isinstance(ours.about, Kitted):
        context["press_kit"] = folder + name_of(ours)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write the kits, once for all languages, after the pictures."""
    build = mkdocs_files.current(config)
    site = build.site
    folder = _folder(site)
    if not folder or i18n.build_locale(config) != site.languages.default:
        return
    base = (config.site_url or "/").rstrip("/")
    place = Path(config.site_dir, destination(folder)).parent
    place.mkdir(parents=True, exist_ok=True)
    for key in dict.fromkeys(page.key for page in site.pages.values() if isinstance(page.about, Kitted)):
        page = site.nearest(site.languages.default, key)
        assert page
        files = {path: text.encode() for path, text in texts(site, page, base).items()}
        (place / name_of(page)).write_bytes(packed({**files, **_pictures(build, page, Path(config.site_dir))}))


def _pictures(build: Build, page: Page[Any], out: Path) -> dict[str, bytes]:
    """The drawing of what the kit is about, and its photo, each with who made it and under which licence."""
    site = build.site
    name = site.string("site.name", page.locale)
    found = {"pictures/drawing.svg": _drawing(build, page).encode()}
    told = [f"drawing.svg: {name} (CC BY 4.0)"]
    slug = getattr(page.about, "picture", None)
    if published := build.pictures.get(slug or ""):
        rendition = published.files["jpg"][-1]
        found[f"pictures/{slug}.jpg"] = (out / rendition.path).read_bytes()
        assert published.entry
        told.append(f"{slug}.jpg: {credits_of(site, published.entry, page.locale)}")
    return {**found, "pictures/credits.txt": ("\n".join(told) + "\n").encode()}


def _drawing(build: Build, page: Page[Any]) -> str:
    site = build.site
    match page.about:
        case Story():
            cover = cover_of(page)
            family = site.all(Cluster)[page.about.cluster].covers
            return build.drawing("cover", family, cover.seed, cover.count, cover.drawing)
        case Partner():
            places: list[Landmark] = [site.all(Campus)[page.about.campus]] if page.about.campus else []
            places += [site.all(Cluster)[slug] for slug in page.about.clusters]
            return build.drawing("portal", portal(page.about, places[0] if places else None))
    landmark = entry_of(site, page)
    assert isinstance(landmark, Landmark)
    return build.drawing("scene", Emblem(landmark.hue, landmark.arch, landmark.drawing))
