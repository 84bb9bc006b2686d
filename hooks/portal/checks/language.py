"""The right language: a text that is in another language of the site than it stands under.

py3langid judges, among the languages of the site alone, and only by words in lower case: names, titles and quotations
are often in another language, and are meant to be.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from portal.assets.cache import Cache
from portal.model.site import Site
from portal.words.problem import Place, Problem
from portal.words.wording import Tongue

FEW = 5
"""Words in lower case, below which nothing is said of a text: of 2,476 texts of this site none was then misjudged."""
MANY = 12
"""Words from which on it is no matter of doubt."""
SURE = 0.95

_LEFT_ALONE = re.compile(
    r"\"[^\"\n]{0,400}\"|\u201c[^\u201d\n]{0,400}\u201d|\u201e[^\u201d\u201c\n]{0,400}[\u201d\u201c]"
    r"|\u2018[^\u2019\n]{0,400}\u2019|\u00ab[^\u00bb\n]{0,400}\u00bb|(?<!\w)'[^'\n]{0,400}'(?!\w)"
    r"|\{\w{0,40}\}|(?<!\S)[^\s@/]*+[@/]\S*"
)
"""Quotations, places to be filled in, addresses."""
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")


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
    """The language of each text; where the judge is not sure, the one it stands under.

    Loading what py3langid knows takes a second, so what it said of the very same texts is kept.
    """
    texts = [[text.locale, text.words] for text in found]
    asked = json.dumps([version("py3langid"), SURE, list(site.languages), texts])
    name = f"{hashlib.sha256(asked.encode()).hexdigest()[:24]}.json"
    kept = Cache(site.content.root / ".cache/languages")

    def judge() -> bytes:
        return json.dumps([_language(text, tuple(site.languages)) for text in found]).encode()

    try:
        return list(json.loads(kept.kept(name, judge)))
    except OSError:  # a folder that may not be written: then it takes a second each time
        return list(json.loads(judge()))


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
