"""Words as they are looked for: without accents and capitals, compounds with their parts, and those that are known."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from portal.search.records import Record

KNOWN = 6000
"""How many words are told to whoever mistypes one: the names first, then those on most pages."""
SHORTEST = 4
"""Letters of a part of a compound, and of a word worth correcting."""
LINKS = ("", "s", "e", "en", "n")
"""What stands between the parts of a compound: `verblijf-s-vergunning`."""
LONGEST = 40
_WORD = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """A text without accents and capitals."""
    folded = unicodedata.normalize("NFD", text.lower())
    return "".join(character for character in folded if not unicodedata.combining(character))


def words(text: str) -> list[str]:
    """The words of a text, as they are looked for."""
    return _WORD.findall(plain(text))


def telling(record: Record) -> Iterator[str]:
    """The words by which a thing is called."""
    for text in (record.title, *record.names, *record.duties):
        yield from words(text)


def known(records: Iterable[Record]) -> tuple[list[str], list[str]]:
    """The words that a mistyped one may have been meant as, in the order of the alphabet: of names, and of texts."""
    names: set[str] = set()
    pages: Counter[str] = Counter()
    for record in records:
        names |= set(telling(record))
        pages.update({word for text in record.text for word in words(text)})
    worth = [word for word in names if SHORTEST <= len(word) <= LONGEST and not word.isdigit()]
    often = sorted(
        (word for word, count in pages.items() if count > 1 and SHORTEST <= len(word) <= LONGEST and word.isalpha()),
        key=lambda word: (-pages[word], word),
    )
    first = sorted(worth, key=lambda word: (-pages[word], word))[:KNOWN]
    taken = set(first)
    return sorted(first), sorted([word for word in often if word not in taken][: KNOWN - len(first)])


def parts(word: str, lexicon: Collection[str]) -> tuple[str, ...]:
    """The two words that a compound is made of, both of which are known; none when it is no compound."""
    for end in range(len(word) - SHORTEST, SHORTEST - 1, -1):
        last = word[end:]
        if last not in lexicon:
            continue
        for link in LINKS:
            first = word[: end - len(link)]
            if len(first) >= SHORTEST and word[:end] == first + link and first in lexicon:
                return first, last
    return ()
