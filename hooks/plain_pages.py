"""Plain pages: every page as Markdown beside it, and `llms.txt`, which leads programs that read to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from portal.engine import mkdocs_files
from portal.engine.i18n import build_locale
from portal.engine.plain_pages import NAME, plain_page
from portal.model.addresses import destination
from portal.model.site import Site
from portal.schema.page import FrontMatter


def on_post_build(config: MkDocsConfig) -> None:
    """Write each page of the language that was built as Markdown, kept ones too, and once llms.txt."""
    site, locale = mkdocs_files.current(config).site, build_locale(config)
    folder, base = Path(config.site_dir), (config.site_url or "/").rstrip("/")
    for page in site.pages.values():
        # What a host serves for no page is none.
        if page.locale == locale and page.kind != "not-found" and not mkdocs_files.current(config).drafts:
            file = folder / destination(page.address)
            text = plain_page(site, page, file.read_text(encoding="utf-8"), base)
            file.with_name(NAME).write_text(text, encoding="utf-8", newline="\n")
    if locale == site.languages.default:
        text = "\n".join(_guide(site, base))
        (folder / "llms.txt").write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _guide(site: Site, base: str) -> Iterator[str]:
    """What the site is and where its pages are, in each language: those that lead to the rest."""
    home = site.pages[site.languages.default, "index"]
    yield f"# {site.string('site.name', home.locale)}"
    yield f"\n> {_plain(home.description)}"
    for locale in site.languages:
        yield f"\n## {_plain(site.string('language.switch', locale))}\n"
        yield _plain(site.string("llms.how", locale, name=NAME))
        yield f"\n- [sitemap-{locale}.xml]({base}/sitemap-{locale}.xml)"
        for page in site.pages.values():
            alone = isinstance(page.about, FrontMatter) and page.part == 1 and not page.choice
            if page.locale == locale and alone and "*" not in page.about.at and page.kind != "not-found":
                yield f"- [{_plain(page.title)}]({base}{page.address}{NAME}): {_plain(page.description)}"
        for page in site.pages.values():
            if page.locale == locale and page.kind == "page":
                yield f"- [{_plain(page.title)}]({base}{page.address}{NAME}): {_plain(page.description)}"


def _plain(text: str) -> str:
    """A text in Markdown that cannot become markup."""
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)
