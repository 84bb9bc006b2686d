"""The newsroom: whom the press calls, how pictures are credited, and what is new."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from portal.schema.fields import Slug, Text
from portal.schema.marks import Ref
from portal.schema.meaning import means
from portal.schema.page import FrontMatter


class PressPage(FrontMatter):
    """content/<locale>/press/index.md"""

    page_kind: ClassVar[str] = "press"
    at: ClassVar[str] = "press/index"

    contact: Annotated[Slug, Ref("contacts")] = means(
        en=("Contact", "whom the press calls"),
        nl=("Contact", "wie de pers belt"),
    )
    credit_rules: Annotated[tuple[Text, ...], Field(min_length=1)] = means(
        en=("Rules of credit", "how a picture may be used and its maker is named, a sentence each"),
        nl=("Regels voor naamsvermelding", "hoe een foto gebruikt mag worden en de maker wordt genoemd, elk een zin"),
    )
