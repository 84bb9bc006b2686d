"""Content: every organisation has a gate of its own, and keeps it."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import get_args

import pytest

from portal.art.portals import portal
from portal.schema.partner import Partner, PartnerKind
from portal.views import view_of
from tests.real_site import PAGES, SITE

PARTNERS = [page for page in PAGES if page.kind == "partner" and page.locale == "nl"]


def test_no_two_organisations_have_the_same_gate() -> None:
    gates = Counter(view_of(page, SITE)["portal"] for page in PARTNERS)
    assert [gate for gate, count in gates.items() if count > 1] == []
    assert len(gates) == len(SITE.all(Partner))


@pytest.mark.parametrize("kind", get_args(PartnerKind))
def test_every_kind_has_an_arch_that_holds_its_rings(kind: PartnerKind) -> None:
    partner = next(iter(SITE.all(Partner).values())).model_copy(update={"kind": kind})
    assert portal(partner, None).arch


def test_a_gate_has_no_two_colours_alike_side_by_side() -> None:
    for page in PARTNERS:
        gate = view_of(page, SITE)["portal"]
        colours = [gate.ground, *gate.rings, gate.leaf]
        assert all(one != other for one, other in itertools.pairwise(colours)), page.title


def test_the_gate_of_an_organisation_is_the_same_in_both_languages() -> None:
    for page in PARTNERS:
        twin = SITE.page("en", page.key)
        assert twin
        assert view_of(twin, SITE)["portal"] == view_of(page, SITE)["portal"]
