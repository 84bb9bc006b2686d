"""Desk: what an editor or a maintainer types: check, build, preview, release, style."""
