"""Programmes: what organisations do together without being an organisation."""

from __future__ import annotations

from typing import ClassVar

from portal.schema.entry import Party
from portal.schema.fields import LocalizedDescription, SomeSources


class Programme(Party):
    """What a file in content/data/programmes says."""

    collection: ClassVar[str] = "programmes"

    summary: LocalizedDescription
    sources: SomeSources
