"""Desk: what an editor or a maintainer types: check, build, preview, release, style."""

import portal.engine  # noqa: F401 - before a module of this room imports MkDocs, which may be another
