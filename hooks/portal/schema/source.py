"""Sources: where facts come from. Said once, referred to by slug."""

from __future__ import annotations

from typing import ClassVar

from pydantic import StrictBool

from portal.schema.entry import Entry
from portal.schema.fields import Day, HttpUrl, LanguageTag, Localized, PartialDate, Text
from portal.schema.meaning import Meaning, meaning, means


class Source(Entry):
    """What a file in content/data/sources says."""

    collection: ClassVar[str] = "sources"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Sources", "where every fact comes from, and when somebody read it"),
        nl=("Bronnen", "waar elk feit vandaan komt, en wanneer iemand het las"),
    )

    title: Text = means(
        en=("Title", "the title of the page or document, as it stands there"),
        nl=("Titel", "de titel van de pagina of het stuk, zoals die daar staat"),
    )
    publisher: Text = means(
        en=("Publisher", "who published it"),
        nl=("Uitgever", "wie het heeft gepubliceerd"),
    )
    lang: LanguageTag = means(
        en=("Language", "the language of the title, such as nl"),
        nl=("Taal", "de taal van de titel, zoals nl"),
    )
    url: HttpUrl | None = means(
        default=None,
        en=("Web address", "its address. Without it, the page says that no address is known"),
        nl=("Webadres", "het adres. Zonder adres zegt de pagina dat er geen bekend is"),
    )
    published: PartialDate | None = means(
        default=None,
        en=("Published", "when it was published"),
        nl=("Gepubliceerd", "wanneer het is gepubliceerd"),
    )
    checked: Day = means(
        en=("Checked", "the day on which somebody read it: 2026-11-21"),
        nl=("Nagekeken", "de dag waarop iemand het las: 2026-11-21"),
    )
    note: Localized | None = means(
        default=None,
        en=("Remark", "a remark for the reader"),
        nl=("Opmerking", "een opmerking voor de lezer"),
    )
    authority: StrictBool = means(
        default=False,
        en=("Authority", "whether it is of the body that carries the matter out: a step then says 'do it here'"),
        nl=("Instantie", "of het van de instantie is die het uitvoert: een stap zegt dan 'regel het hier'"),
    )
