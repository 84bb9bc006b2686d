"""Where readers say that something is wrong: which addresses are refused, and what is filled in for a page."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath
from typing import Any

import pytest

from portal.engine.corrections import CorrectionError, check, link
from portal.model.page import Page
from portal.schema.page import PlainPage
from portal.words.problem import Place

SCHEME = (
    "mkdocs.yml: 'correct_url' is '{0}'. Write an address that starts with https:// or mailto:, such as"
    " mailto:post@example.org?subject={{title}}."
)
FORM = (
    "mkdocs.yml: 'correct_url' is '{0}', which has a space or a brace that is not closed. Write %20 for a space,"
    " {{title}} for the title."
)
ALLOWED = "which cannot be filled in. Allowed here: {title}, {path}, {as_of}."


@pytest.mark.parametrize(
    "template",
    [
        "mailto:post@example.org",
        "mailto:post@example.org?subject={title}&body={path}%20{as_of}",
        "https://github.com/example/portal/issues/new?title={path}",
        "https://example.org/form",
    ],
)
def test_an_address_of_mail_or_of_a_safe_site_is_taken(template: str) -> None:
    assert check(template) == template


@pytest.mark.parametrize(
    "template",
    [
        "javascript:alert(1)",
        "http://example.org/?{title}",
        "data:text/html,{title}",
        "//example.org/{title}",
        "example.org",
        "https:///issues",
        "mailto:",
        "mailto:nobody?subject={title}",
        "https://{title}/",
        "mailto:post@{title}",
    ],
)
def test_another_address_is_refused(template: str) -> None:
    with pytest.raises(CorrectionError) as refused:
        check(template)
    assert str(refused.value) == SCHEME.format(template)


@pytest.mark.parametrize(
    "template", ["https://example.org/?a b", "https://example.org/{title", "https://example.org/}", "https://x.org/\n"]
)
def test_an_address_that_is_not_well_formed_is_refused(template: str) -> None:
    with pytest.raises(CorrectionError) as refused:
        check(template)
    assert str(refused.value) == FORM.format(template)


@pytest.mark.parametrize("field", ["{page}", "{}", "{0}", "{title.__class__}", "{title!r}", "{title:>99}"])
def test_what_cannot_be_filled_in_is_refused(field: str) -> None:
    with pytest.raises(CorrectionError) as refused:
        check(f"https://example.org/?{field}")
    assert str(refused.value).endswith(ALLOWED)


def test_a_title_cannot_change_the_address() -> None:
    page: Page[Any] = Page(
        locale="nl",
        key="x",
        about=PlainPage.model_construct(),
        title='A & B?subject="#',
        description="",
        address="/verhalen/é/",
        as_of=date(2026, 11, 21),
        file=Place(PurePosixPath("x.md")),
    )
    assert link("mailto:post@example.org?subject={title}&body={path}%20{as_of}", page) == (
        "mailto:post@example.org?subject=A%20%26%20B%3Fsubject%3D%22%23&body=%2Fverhalen%2F%C3%A9%2F%202026-11-21"
    )
