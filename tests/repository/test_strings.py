"""Repository: the templates and the short texts of content/data/strings fit. Nothing is built.

That both languages have the same keys is checked by `portal check` already.
"""

from __future__ import annotations

import re
from typing import get_args

import pytest

from portal.schema.action_plan import ActionState
from portal.schema.eligibility import Chance, Op
from portal.schema.event import EventRhythm
from portal.schema.fields import Area
from portal.schema.figure import FigureSubject
from portal.schema.partner import PartnerKind
from portal.schema.relation import PartyKind
from portal.schema.step import Company, Origin, Role
from tests.claims import every
from tests.conftest import ROOT
from tests.real_site import SITE

STRINGS = SITE.content.strings["en"]
CHOICES = {
    **{"kind": PartyKind, "kinds": PartnerKind, "place": Area},
    "action.state": ActionState,
    "event.rhythm": EventRhythm,
    "figures.subject": FigureSubject,
    **{"chance": Chance, "op": Op, "origin": Origin, "role": Role, "with": Company},
}
"""Keys that are put together from a prefix and a choice of a schema, as `kind.hospital`."""

_FILES = [path for folder in ("overrides", "hooks") for path in sorted((ROOT / folder).rglob("*"))
          if path.suffix in (".html", ".xml", ".txt", ".py")]  # fmt: skip
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in _FILES)
ASKED = sorted(set(re.findall(r"\b(?:t|string)\(\s*\"([^\"]+)\"\s*[,)]", TEXT)))
PREFIXES = {
    *re.findall(r"\blabel\(\s*\"([^\"]+)\"", TEXT),
    *re.findall(r"\bt\(\s*\"([^\"]+)\.\"\s*~", TEXT),
    *re.findall(r"\bstring\(\s*f\"([^\"{]+)\.\{", TEXT),
}


@every("key", ASKED)
def test_a_string_that_a_template_asks_for_exists(key: str) -> None:
    assert key in STRINGS


def test_a_page_asks_for_strings() -> None:
    assert {"skip", "sources.title"} <= set(ASKED)
    assert {"kind", "place"} <= PREFIXES


@every("prefix", CHOICES)
def test_every_choice_has_a_name(prefix: str) -> None:
    assert [choice for choice in get_args(CHOICES[prefix]) if f"{prefix}.{choice}" not in STRINGS] == []


def _used(key: str) -> bool:
    prefix, _, rest = key.rpartition(".")
    if rest in get_args(CHOICES.get(prefix)):
        return True
    return f'"{key}"' in TEXT or any(key.startswith(f"{prefix}.") for prefix in PREFIXES - set(CHOICES))


@every("key", STRINGS)
def test_a_string_is_used(key: str) -> None:
    assert _used(key)


@pytest.mark.parametrize("locale", SITE.languages)
def test_no_string_is_empty_or_has_white_space_around_it(locale: str) -> None:
    assert [key for key, text in SITE.content.strings[locale].items() if not text or text != text.strip()] == []
