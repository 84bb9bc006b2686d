"""Content: the steps and terms of the relocation guide fit together, beyond what `portal check` asks."""

from __future__ import annotations

import pytest

from portal import LOCALES
from tests.real_site import SITE

ORDER = list(SITE.steps)


@pytest.mark.parametrize("slug", ORDER)
def test_a_step_stands_after_the_steps_it_needs(slug: str) -> None:
    assert [other for other in SITE.steps[slug].needs if ORDER.index(other) > ORDER.index(slug)] == []


@pytest.mark.parametrize("slug", ORDER)
def test_a_deadline_counts_from_a_moment_or_from_a_step_after_arrival(slug: str) -> None:
    # The planner counts a deadline after a step from the day of arrival.
    deadline = SITE.steps[slug].deadline
    if deadline and deadline.from_ in SITE.steps:
        assert SITE.steps[deadline.from_].phase not in ("before", "leaving")
        assert not deadline.before


@pytest.mark.parametrize("phase", [phase.slug for phase in SITE.phases])
def test_a_phase_has_steps(phase: str) -> None:
    assert any(step.phase == phase for step in SITE.steps.values())


@pytest.mark.parametrize("locale", LOCALES)
def test_no_two_terms_have_a_form_in_common(locale: str) -> None:
    forms: dict[str, set[str]] = {}
    for slug, term in SITE.terms.items():
        for form in {term.name[locale], *term.forms[locale], *([term.full[locale]] if term.full else [])}:
            forms.setdefault(form.lower(), set()).add(slug)
    assert {form: slugs for form, slugs in forms.items() if len(slugs) > 1} == {}
