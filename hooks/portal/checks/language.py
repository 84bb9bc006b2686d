"""The right language: a text that is in another language of the site than it stands under.

Judged by words in lower case alone: names, titles and quotations are often in another language, and are meant to be.
On a site with many texts most are clear from the others; of the rest py3langid says which language of the site they
are in.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from portal.model.site import Site
from portal.words.problem import Place, Problem
from portal.words.wording import Tongue

FEW = 5
"""Words in lower case, below which nothing is said of a text: of 2,476 texts of this site none was then misjudged."""
MANY = 12
"""Words from which on it is no matter of doubt."""
SURE = 0.95
ENOUGH = 200
"""Texts of each language from which on they tell what is written in it."""
CLEAR = 2.0
"""How far, as a logarithm, the words of a text must be more at home in its language than in any other.

Of 2,827 texts of this site all are, and none of them when it is put under the other language.
"""

_LEFT_ALONE = re.compile(
    r"\"[^\"\n]{0,400}\"|\u201c[^\u201d\n]{0,400}\u201d|\u201e[^\u201d\u201c\n]{0,400}[\u201d\u201c]"
    r"|\u2018[^\u2019\n]{0,400}\u2019|\u00ab[^\u00bb\n]{0,400}\u00bb|(?<!\w)'[^'\n]{0,400}'(?!\w)"
    r"|\{\w{0,40}\}|(?<!\S)[^\s@/]*+[@/]\S*"
)
"""Quotations, places to be filled in, addresses."""
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['\u2019][^\W\d_]+)*(?!\w)")


@dataclass(frozen=True)
class _Text:
    words: str
    count: int
    locale: str
    shown: str
    file: Place
    at: tuple[str | int, ...]
    line: int

    @property
    def is_string(self) -> bool:
        """Whether it is a short text of the templates."""
        return self.file.path.parent.name == "strings"


def check(site: Site) -> Iterator[Problem]:
    """Texts that stand under one language and are in another."""
    found = [text for text in _texts(site) if text.count >= FEW]
    wrong = [(text, said) for text, said in zip(found, _languages(site, found), strict=True) if said != text.locale]
    # A string that leads from one language to another is in the other one, in every file of strings.
    strings = Counter(text.at for text, _ in wrong if text.is_string)
    for text, said in wrong:
        if strings[text.at] < len(site.content.strings) or not text.is_string:
            yield _problem(text, said)


def _problem(text: _Text, said: str) -> Problem:
    words = {"found": " ".join(text.shown.split()[:5]), "language": Tongue(said), "locale": Tongue(text.locale)}
    if text.at:  # advice, since in a field there is no place to say that it is meant
        return text.file.problem("language.field", *text.at, **words)
    key = "language.text" if text.count >= MANY else "language.text-maybe"
    return text.file.on(text.line, key, **words, code=said)


def _texts(site: Site) -> Iterator[_Text]:
    known = set(site.languages)
    for text in site.texts:
        if text.locale in known and not text.is_body:
            yield _text(text.text, str(text.locale), text.file, text.at, text.line())
    for page in site.pages.values():
        for passage in site.findings(page).passages if page.body.strip() else ():
            if (passage.lang or page.locale) in known:
                yield _text(passage.text, passage.lang or page.locale, page.file, (), page.line(passage.line))


def _text(text: str, locale: str, file: Place, at: tuple[str | int, ...], line: int) -> _Text:
    words = [word for word in _WORD.findall(_LEFT_ALONE.sub(" ", text)) if not word[0].isupper()]
    return _Text(" ".join(words), len(words), locale, text, file, at, line)


def _languages(site: Site, found: Sequence[_Text]) -> list[str]:
    """The language of each text; where the judge is not sure, the one it stands under."""
    clear = _clear(tuple(site.languages), found)
    return [
        text.locale if own else _language(text, tuple(site.languages)) for text, own in zip(found, clear, strict=True)
    ]


def _clear(languages: tuple[str, ...], found: Sequence[_Text]) -> list[bool]:
    """Of each text whether its words are those of the other texts of its own language, so that nobody need be asked.

    A word speaks for a language by the share of its texts that have it, the text itself aside. Loading what py3langid
    knows takes half a second, counting words a tenth of it.
    """
    words = [frozenset(text.words.casefold().split()) for text in found]
    texts = Counter(text.locale for text in found)
    if any(texts[language] < ENOUGH for language in languages):
        return [False] * len(found)
    having: dict[str, Counter[str]] = {language: Counter() for language in languages}
    for text, its in zip(found, words, strict=True):
        having[text.locale].update(its)

    clear = {
        (own, other): _weights(having[own], having[other], math.log((texts[other] + 1) / (texts[own] + 1)))
        for own in languages
        for other in languages
        if other != own
    }
    return [
        all(sum(map(clear[text.locale, other].__getitem__, its)) > CLEAR for other in languages if other != text.locale)
        for text, its in zip(found, words, strict=True)
    ]


def _weights(here: Counter[str], there: Counter[str], share: float) -> dict[str, float]:
    """How much more each word of a language is at home there than in another, as a logarithm, one text aside."""
    return {
        word: math.log((count - 0.5) / (there[word] + 0.5)) + share if count > 1 or word in there else 0.0
        for word, count in here.items()
    }


def _language(text: _Text, languages: tuple[str, ...]) -> str:
    codes = {locale.split("-")[0]: locale for locale in languages}
    identifier = _identifier(tuple(codes))
    if text.locale not in (codes[code] for code in identifier.labels):
        return text.locale
    code, sure = identifier.classify(text.words)
    return codes[code] if sure >= SURE else text.locale


@functools.cache
def _identifier(codes: tuple[str, ...]) -> Any:
    """What tells these languages apart, as far as py3langid knows them."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(set(codes) & set(identifier.labels) or None)
    return identifier
