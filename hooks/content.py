"""Content: everything in content/ is read and checked before MkDocs looks at a single page."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from portal.assets.published import assets
from portal.checks import read_site
from portal.engine.mkdocs_files import Build, cache, handed_over, root
from portal.publish import site_url
from portal.publish.site_url import SiteUrlError
from portal.words.problem import ContentError
from portal.words.wording import say


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take the site that the command has read, or read it; the second language of the same build finds it there."""
    if "portal" not in config.extra:
        try:
            config.site_url = site_url.check(config.site_url)
            handed = handed_over(config)
            site = handed.site or read_site(root(config))
        except (SiteUrlError, ContentError) as error:
            raise PluginError(str(error)) from error
        doors = tuple(str(item).removesuffix(".md") for item in config.nav or ())
        if missing := [door for door in doors if site.page(site.languages.default, door) is None]:
            raise PluginError(say("nav.missing", found=f"{missing[0]}.md", locale=site.languages.default))
        config.extra["portal"] = Build(
            site,
            assets(cache(config, "font")),
            doors=doors,
            progress=handed.progress,
            drafts=handed.drafts,
        )
    # None of Material's templates reaches the site, and MkDocs would look through its fourteen thousand icons.
    config.theme.dirs = [folder for folder in config.theme.dirs if folder == config.theme.custom_dir]
    # Material's; ours are pages, one in each language.
    config.theme.static_templates.discard("404.html")
    return config
