"""What campuses and clusters have in common: a colour, an arch and a picture, by which one knows them anywhere."""

from __future__ import annotations

from portal.schema.drawings import Arch, Hue, Scene
from portal.schema.entry import Entry
from portal.schema.fields import LocalizedDescription, Name, SomeSlugs, hint


class Landmark(Entry):
    """A campus or a cluster. It has a page of its own, which an editor writes."""

    name: Name
    summary: LocalizedDescription
    sources: SomeSlugs
    hue: Hue = hint("Add its colour, such as sea.", "Voeg de kleur toe, bijvoorbeeld sea.")
    arch: Arch = hint("Add its arch, such as roman.", "Voeg de boog toe, bijvoorbeeld roman.")
    drawing: Scene = "arches"
    """What stands in its arch where there is room."""
