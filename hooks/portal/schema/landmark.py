"""What campuses and clusters have in common: a colour, an arch and a picture, by which one knows them anywhere."""

from __future__ import annotations

from typing import Annotated

from portal.schema.drawings import Arch, Hue, Scene
from portal.schema.entry import Entry
from portal.schema.fields import LocalizedDescription, Name, SomeSources
from portal.schema.marks import Inward
from portal.schema.meaning import means


class Landmark(Entry):
    """A campus or a cluster. It has a page of its own, which an editor writes."""

    name: Name = means(
        en=("Name", "its name"),
        nl=("Naam", "de naam"),
    )
    summary: LocalizedDescription = means(
        en=("Summary", "what it is in one sentence"),
        nl=("Samenvatting", "wat het is, in een zin"),
    )
    sources: SomeSources
    hue: Annotated[Hue, Inward()] = means(
        en=("Colour", "its colour; two that stand beside each other want two colours"),
        nl=("Kleur", "de kleur; twee die naast elkaar staan willen twee kleuren"),
    )
    arch: Annotated[Arch, Inward()] = means(
        en=("Arch", "the arch by which one knows it, beside its name, on the map and along the footer"),
        nl=("Boog", "de boog waaraan je het herkent, bij de naam, op de kaart en langs de voet van de pagina"),
    )
    drawing: Annotated[Scene, Inward()] = means(
        default="arches",
        en=("Drawing", "what is drawn large in its arch; 'arches', or nothing, is that arch again and again"),
        nl=("Tekening", "wat er groot in de boog staat; 'arches', of niets, is steeds weer die boog"),
    )
