"""The names of pictures as they were delivered: each can be kept and found on every system."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from portal.content.file_names import name_problem
from portal.model.site import Site
from portal.schema.picture import PICTURES
from portal.words.problem import Place, Problem


def check(site: Site) -> Iterator[Problem]:
    """Names that a system cannot hold, copies, and two names that differ in capitals alone."""
    seen: dict[str, PurePosixPath] = {}
    for path in sorted(map(PurePosixPath, site.content.assets)):
        if not path.is_relative_to(PICTURES):
            continue  # what is published under its own name has to be fit for an address, which says more
        if problem := name_problem(path):
            yield problem
        other = seen.setdefault(str(path).casefold(), path)
        if other != path:
            yield Place(path).problem("file.case", other=other)
