"""Content, the real files: the organisations that the portal was made for are all there."""

from __future__ import annotations

import pytest

from tests.real_site import SITE

_LIST = """
    gemeente-nijmegen provincie-gelderland groene-metropoolregio rijk eu nfia ind the-economic-board lifeport briskr
    oost-nl health-valley hightech-nl radboud-universiteit radboudumc han roc-nijmegen noviotech-campus-org kadans citc
    robotlab nxp nexperia ampleon tno tu-delft lifeport-welcome-center mercator-launch bann dhcl intonijmegen nkn unl
    nationaal-campusoverleg medtech-twente hht-region-nijmegen utwente-techmed kennispark inreda flux-robotics micronit
    demcon medspray u-needle health-holland tropiq imm donders
"""
ORGANISATIONS = _LIST.split()
"""Written out, since a file that is deleted by mistake takes its own test along."""


def test_the_list_has_48_organisations() -> None:
    assert len(set(ORGANISATIONS)) == 48


@pytest.mark.parametrize("slug", ORGANISATIONS)
def test_an_organisation_of_the_list_has_a_page_in_both_languages(slug: str) -> None:
    assert SITE.page("nl", f"partners/{slug}")
    assert SITE.page("en", f"partners/{slug}")
