"""Content, the real files: no relation that was known is lost. A floor: there may be more."""

from __future__ import annotations

import pytest

from tests.real_site import SITE

KNOWN = """
    ampleon founding-partner-of 1
    briskr has-member 9
    briskr partner-in 1
    citc developed-with 1
    dhcl has-partner 5
    gemeente-nijmegen finances 2
    gemeente-nijmegen member-of 1
    gemeente-nijmegen partner-in 1
    groene-metropoolregio partner-in 1
    han partner-in 1
    health-valley reinforces 2
    intonijmegen joint-initiative-of 4
    kadans houses 1
    lifeport-welcome-center had-partner 4
    nexperia founding-partner-of 1
    nxp founding-partner-of 1
    oost-nl signed-intent-with 1
    oost-nl works-on 1
    provincie-gelderland finances 2
    radboud-universiteit leads 1
    radboud-universiteit partner-in 1
    radboudumc partner-in 1
    radboudumc works-with 1
    robotlab planned-at 1
    the-economic-board appoints 1
    the-economic-board partner-in 1
    the-economic-board sets-strategy-for 1
    tno absorbs 1
    tu-delft co-founded 1
""".strip().split("\n")
"""Who does what, and with how many others at least."""


@pytest.mark.parametrize("line", [line.strip() for line in KNOWN])
def test_a_known_relation_is_kept(line: str) -> None:
    subject, verb, floor = line.split()
    others = [to for relation in SITE.relations.values() for to in relation.to
              if (relation.from_, relation.verb) == (subject, verb)]  # fmt: skip
    assert len(others) >= int(floor)


def test_no_relation_goes_missing_however_they_are_filed() -> None:
    assert sum(len(relation.to) for relation in SITE.relations.values()) >= 50


@pytest.mark.parametrize("verb", SITE.verbs)
def test_a_verb_is_used(verb: str) -> None:
    assert verb in {relation.verb for relation in SITE.relations.values()}
