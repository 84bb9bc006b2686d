"""Relations as sentences. Hook layer: a site from a dict of files is read, nothing is built."""

from __future__ import annotations

from portal.checks import read_site
from portal.model.sentences import sentences
from portal.model.site import Site
from tests.conftest import PARTNER, Project

RELATION = "content/data/relations/hospital-works-with.yml"
LIBRARY = "content/data/partners/library.yml"


def told(site: Site, slug: str, locale: str) -> list[str]:
    return ["".join(part.text for part in sentence.parts) for sentence in sentences(site, slug, locale)]


def test_a_relation_is_told_from_both_ends_in_both_languages(project: Project) -> None:
    site = read_site(project())
    assert told(site, "hospital", "nl") == ["Ziekenhuis werkt met School."]
    assert told(site, "hospital", "en") == ["Hospital works with School."]
    assert told(site, "university", "nl") == ["School werkt samen met Ziekenhuis."]
    assert told(site, "university", "en") == ["School works together with Hospital."]


def test_several_ends_are_a_list_on_one_side_and_one_each_on_the_other(project: Project) -> None:
    site = read_site(
        project(
            {
                LIBRARY: PARTNER.replace("Hospital", "Library"),
                RELATION: "from: hospital\nverb: works-with\nto: [university, library]\nsources: [a-source]\n",
            }
        )
    )
    assert told(site, "hospital", "en") == ["Hospital works with School and Library."]
    assert told(site, "library", "en") == ["Library works together with Hospital."]


def test_the_name_in_running_text_is_used_with_a_capital_at_the_start(project: Project) -> None:
    name = "name_in_text: {nl: het ziekenhuis, en: the hospital}\n"
    site = read_site(project({"content/data/partners/hospital.yml": name + PARTNER}))
    assert told(site, "hospital", "nl") == ["Het ziekenhuis werkt met School."]
    assert told(site, "university", "nl") == ["School werkt samen met het ziekenhuis."]


def test_each_name_keeps_its_party_so_that_it_can_be_linked(project: Project) -> None:
    (sentence,) = sentences(read_site(project()), "hospital", "en")
    assert [(part.text, part.party.key if part.party else None) for part in sentence.parts] == [
        ("Hospital", "partners/hospital"),
        (" works with ", None),
        ("School", "partners/university"),
        (".", None),
    ]


def test_a_brace_in_a_name_is_only_a_brace(project: Project) -> None:
    files = {"content/data/partners/hospital.yml": PARTNER.replace("en: Hospital", "en: 'H{to}'")}
    assert told(read_site(project(files)), "hospital", "en") == ["H{to} works with School."]


def test_a_party_without_relations_has_no_sentences(project: Project) -> None:
    assert told(read_site(project({RELATION: None})), "hospital", "en") == []
