"""Relations as sentences. Hook layer: a site from a dict of files is read, nothing is built."""

from __future__ import annotations

from portal.checks import read_site
from portal.model.relation_bridge import relation_bridge
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


FROM_LIBRARY = "content/data/relations/library-works-with.yml"
VERB = "content/data/verbs/works-with.yml"
SAME = {
    LIBRARY: PARTNER.replace("Hospital", "Library").replace("Ziekenhuis", "Bibliotheek"),
    FROM_LIBRARY: "from: library\nverb: works-with\nto: [university]\nsources: [a-source]\n",
}
ONE = (
    "forward: {nl: '{from} werkt met {to}.', en: '{from} works with {to}.'}\n"
    "backward: {nl: '{to} werkt met {from}.', en: '{to} works with {from}.'}\n"
)
MANY = f"{ONE}backward_many: {{nl: 'Met {{to}} werken {{from}}.', en: 'Those who work with {{to}}: {{from}}.'}}\n"


def test_what_several_do_is_one_sentence_where_the_verb_has_words_for_it(project: Project) -> None:
    site = read_site(project({**SAME, VERB: MANY}))
    assert told(site, "university", "nl") == ["Met School werken Ziekenhuis en Bibliotheek."]
    assert told(site, "university", "en") == ["Those who work with School: Hospital and Library."]


def test_a_verb_without_words_for_several_tells_each_by_itself(project: Project) -> None:
    site = read_site(project({**SAME, VERB: ONE}))
    assert told(site, "university", "en") == ["School works with Hospital.", "School works with Library."]


def test_what_was_so_on_another_day_is_told_by_itself(project: Project) -> None:
    site = read_site(project({**SAME, VERB: MANY, FROM_LIBRARY: SAME[FROM_LIBRARY] + "as_of: 2023-04\n"}))
    assert told(site, "university", "en") == ["School works with Hospital.", "School works with Library."]


def test_a_bridge_has_every_other_party_once_with_the_sentences_that_lead_there(project: Project) -> None:
    back = "from: university\nverb: works-with\nto: [hospital]\nsources: [a-source]\n"
    site = read_site(project({**SAME, VERB: MANY, "content/data/relations/university-works-with.yml": back}))
    bridge = relation_bridge("university", sentences(site, "university", "en"))
    assert bridge
    assert [(end.party.slug, end.at, end.goes, end.comes) for end in bridge.ends] == [
        ("hospital", 0, (1,), (2,)),
        ("library", 2, (), (2,)),
    ]
    assert (bridge.centre, bridge.length) == (1, 3)


def test_a_party_without_relations_has_no_bridge() -> None:
    assert relation_bridge("hospital", []) is None
