"""Terms: a word in a text means one of them."""

from __future__ import annotations

from collections.abc import Iterator

from portal.model.glossary import forms
from portal.model.site import Site
from portal.schema.term import Term
from portal.words.problem import Problem


def check(site: Site) -> Iterator[Problem]:
    """Forms that two terms have in common."""
    for locale in site.languages:
        owners: dict[str, Term] = {}
        for term in site.all(Term).values():
            for form in dict.fromkeys(form.lower() for form in forms(term, locale)):
                other = owners.setdefault(form, term)
                if other is not term:
                    yield term.file.problem("term.shared", "name", found=form, other=other.file.path)
