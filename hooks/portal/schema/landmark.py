"""What campuses and clusters have in common: a colour, an arch and a picture, by which one knows them anywhere."""

from __future__ import annotations

from typing import get_args

from portal.schema.drawings import Arch, Hue, Scene
from portal.schema.entry import Entry
from portal.schema.fields import LocalizedDescription, Name, SomeSources, hint


class Landmark(Entry):
    """A campus or a cluster. It has a page of its own, which an editor writes."""

    name: Name
    summary: LocalizedDescription
    sources: SomeSources
    hue: Hue = hint(f"Add its colour: {', '.join(get_args(Hue))}.", f"Voeg de kleur toe: {', '.join(get_args(Hue))}.")
    arch: Arch = hint(f"Add its arch: {', '.join(get_args(Arch))}.", f"Voeg de boog toe: {', '.join(get_args(Arch))}.")
    drawing: Scene = "arches"
    """What stands in its arch where there is room."""
