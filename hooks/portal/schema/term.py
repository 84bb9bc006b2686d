"""Terms: words a newcomer meets, explained once."""

from __future__ import annotations

from typing import ClassVar

from portal.schema.entry import Entry
from portal.schema.fields import Localized, Name, SomeSources, Text
from portal.schema.meaning import Meaning, meaning, means
from portal.schema.per_language import PerLanguage


class Term(Entry):
    """What a file in content/data/terms says."""

    collection: ClassVar[str] = "terms"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Terms", "words a newcomer meets, explained"),
        nl=("Begrippen", "woorden die een nieuwkomer tegenkomt, uitgelegd"),
    )

    name: Name = means(
        en=("Term", "the word"),
        nl=("Begrip", "het woord"),
    )
    full: Name | None = means(
        default=None,
        en=("In full", "what an abbreviation stands for"),
        nl=("Voluit", "waar een afkorting voor staat"),
    )
    definition: Localized = means(
        en=("Explanation", "what it means, in one or two plain sentences"),
        nl=("Uitleg", "wat het betekent, in een of twee gewone zinnen"),
    )
    forms: PerLanguage[tuple[Text, ...]] | None = means(
        default=None,
        en=("Other forms", "other forms of it in running text"),
        nl=("Andere vormen", "andere vormen ervan in lopende tekst"),
    )
    sources: SomeSources
