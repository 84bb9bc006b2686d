"""What the hooks and the `portal` command share: reading, checking, building. Nothing here knows a page kind."""

LOCALES = ("nl", "en")
"""The language versions, the default first: it stands at the root of the site."""

DEFAULT_LOCALE = LOCALES[0]
