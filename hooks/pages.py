"""Pages: from the site to MkDocs and back, whatever their kind. The kind names the template: `story.html`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from portal.engine import i18n, mkdocs_files
from portal.engine.figures import draw
from portal.engine.template_tools import page_context
from portal.views import view_of


def _add(files: Files, config: MkDocsConfig) -> Files:
    site = mkdocs_files.current(config).site
    mkdocs_files.drop_what_was_not_checked(files, site)
    mkdocs_files.add_generated(files, site, config)
    return files


@event_priority(i18n.AFTER_PLUGIN)
def _place(files: Files, config: MkDocsConfig) -> Files:
    build = mkdocs_files.current(config)
    i18n.set_addresses(files, build.site, config)
    # MkDocs warns of what its own navigation lacks; in a partial language doors lead to another language.
    site, locale = build.site, i18n.build_locale(config)
    config.nav = [f"{key}.md" for key in build.doors if site.page(locale, key) or not site.nearest(locale, key)]
    return files


on_files = CombinedEvent(_add, _place)


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """Nothing yet: MkDocs would take `Update: ...` on the first line for a field and leave it out of the page."""
    return ""


@event_priority(i18n.AFTER_PLUGIN)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give MkDocs the text as it was read and checked, whatever became of it on the way, with its template and title.

    static-i18n splits it at every character that Python calls the end of a line, and no Markdown parser does.
    """
    ours = mkdocs_files.our_page(page, config)
    page.meta = {"template": f"{ours.kind}.html", "title": ours.title}
    return mkdocs_files.text_of(ours, config)


@event_priority(50)
def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    """Give every template what every template may use, and what the view of its kind adds."""
    build = mkdocs_files.current(config)
    ours = mkdocs_files.our_page(page, config)
    doors = [door for key in build.doors if (door := build.site.nearest(ours.locale, key))]
    context.update(page_context(build.site, ours, doors, config.site_url or "/"))
    context["assets"] = build.assets
    context["pictures"] = build.pictures
    context.update(_added(context, view_of(ours, build.site)))
    page.content = draw(page.content or "", ours, build, context)
    return context


def _added(context: Any, view: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a view adds: a key of its own that hid what every template is given would be a riddle."""
    if hidden := sorted(view.keys() & context.keys()):
        raise ValueError(f"the view gives {', '.join(hidden)}, which every template is given already")
    return view


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Move the progress bar."""
    mkdocs_files.current(config).step()
    return output
