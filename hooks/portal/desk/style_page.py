"""The style page: every component with its contract and an example. `portal style` adds it to a build of the site.

The build is the real one, hooks and all: the page is given what the home page is given, and the examples what the
templates of real pages are given. Nothing of it is in the site that is published.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from portal.desk.components import Component, components
from portal.engine import mkdocs_files
from portal.engine.template_tools import page_context
from portal.model import addresses
from portal.model.page import Page


class StylePage:
    """A hook that keeps what each page of a language is given, and draws the style page when all of them are drawn."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.components = components(root)
        self.views: dict[str, dict[str, Any]] = defaultdict(dict)
        """What the template of each page was given, by locale and key."""

    def on_env(self, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Let templates include the examples: `docs/style/card.html`."""
        assert env.loader
        env.loader = jinja2.ChoiceLoader([env.loader, jinja2.FileSystemLoader(self.root)])
        return env

    @event_priority(-100)  # when every hook has added to the context
    def on_page_context(self, context: Any, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
        """Keep it."""
        ours = mkdocs_files.our_page(page, config)
        self.views[ours.locale][ours.key] = context
        return context

    @event_priority(100)  # before the plugin i18n builds the next language
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the style page of the language that was built."""
        build = mkdocs_files.current(config)
        assert build.environment
        for locale, views in self.views.items():
            home = build.site.pages[locale, "index"]
            here = _style_page(home)
            base = (config.site_url or "/").rstrip("/")
            context = views[home.key] | page_context(build.site, here, views[home.key]["doors"], config.site_url or "/")
            homes = {version.locale: version for version in build.site.versions(home)}
            context |= {
                "views": views,
                "versions": [(other, base + _style_page(version).address) for other, version in homes.items()],
                "switches": [
                    replace(way, target=_style_page(homes[way.locale]), there=True) for way in context["switches"]
                ],
            }
            shown = [(component, _drawn(component, build.environment, context)) for component in self.components]
            html = build.environment.get_template("style-page.html").render(context, components=shown)
            path = Path(config.site_dir, addresses.destination(here.address))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(html, encoding="utf-8", newline="\n")
        self.views.clear()


def _drawn(component: Component, environment: jinja2.Environment, context: dict[str, Any]) -> object:
    """What comes of an example; or what is wrong with it, so that one mistake does not hide all the others."""
    if not component.example:
        return ""
    try:
        return environment.get_template(component.example.path.as_posix()).make_module(context)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def _style_page(home: Page[Any]) -> Page[Any]:
    return replace(home, key="style", title="Components", address=f"{home.address}style/")
