"""Numbers that belong to a person: a citizen service number, a payment card, a bank account."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.model.texts import Written
from portal.words.problem import Problem

_LONG = re.compile(r"\d[\d. -]{7}|[A-Z]{2}\d{2}")
"""What every such number has; most texts have none."""
_NINE = re.compile(
    r"(?<![\w.,/+=&?#-])(?<!\d )(?:\d{9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3})(?![\w/-]|[.,]\d| \d)"
)
_OF_AN_ORGANISATION = re.compile(
    r"(?i)\b(?:rsin|fiscaal\w*|kvk|btw|vat|e?oin)\W*(?:\w+\W+){0,2}$|organisati\w*\W{0,9}$"
)
"""An RSIN, the number of an organisation, has the same form and the same test, and may be known."""
_CARD = re.compile(r"(?<![\w.,/+=&?#-])(?:\d{4}[ -]){3}\d{4}(?![\w/-])|(?<![\w.,/+=&?#-])[3-6]\d{15}(?![\w/-])")
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")


def look(text: Written) -> Iterator[Problem]:
    """Numbers of citizens and cards, which no page may hold, and of bank accounts, which an editor may mean."""
    if not _LONG.search(text.text):
        return
    for match in _NINE.finditer(text.prose):
        if not _OF_AN_ORGANISATION.search(text.prose[: match.start()][-60:]) and _is_bsn(match[0]):
            yield text.problem("personal.bsn", match.start(), found=f"{match[0][:2]}\u2026{match[0][-2:]}")
    for match in _CARD.finditer(text.prose):
        if _is_card(match[0]):
            yield text.problem("personal.card", match.start(), found=f"{match[0][:2]}\u2026{match[0][-2:]}")
    for match in _ACCOUNT.finditer(text.prose):
        if _is_iban(match[0]):
            yield text.problem("personal.iban", match.start(), found=match[0])


def _is_bsn(number: str) -> bool:
    from stdnum.nl import bsn  # only where there is something to look at

    return bool(bsn.is_valid(number))


def _is_card(number: str) -> bool:
    from stdnum import luhn

    return bool(luhn.is_valid(re.sub(r"\D", "", number)))


def _is_iban(number: str) -> bool:
    from stdnum import iban

    return bool(iban.is_valid(number))
