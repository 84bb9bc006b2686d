"""Site, the real build: the ecosystem is on it, counted from the data, in every language and with its sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.model.action_plan import news
from portal.model.counts import over_time
from portal.model.ecosystem import links, most_connected, order, two_steps
from portal.schema.action_plan import Action, ActionLine, Goal
from portal.schema.event import Event
from portal.schema.figure import Figure
from portal.schema.partner import Partner
from portal.schema.programme import Programme
from portal.schema.region import Region
from portal.schema.relation import Relation
from portal.schema.term import Term
from portal.words.formats import number
from tests.real_site import PAGES, SITE, html

each_locale = pytest.mark.parametrize("locale", SITE.languages)


def _text(key: str, locale: str, selector: str, built: Path) -> list[str]:
    page = SITE.page(locale, key)
    assert page
    return [" ".join(node.text().split()) for node in html(page, built).css(selector)]


@each_locale
def test_all_23_actions_of_the_plan_are_on_its_page(locale: str, built: Path) -> None:
    titles = [title.partition(" ")[2] for title in _text("action-plan", locale, ".action__title", built)]
    assert titles == [action.title[locale] for action in SITE.all(Action).values()]
    assert (len(titles), len(SITE.all(ActionLine)), len(SITE.all(Goal))) == (23, 3, 3)


@each_locale
def test_an_action_that_somebody_reported_on_says_who(locale: str, built: Path) -> None:
    told = [action for action in SITE.all(Action).values() if action.status.state != "unknown"]
    page = SITE.page(locale, "action-plan")
    assert page
    assert [a.slug for a in told if not html(page, built).css(f"#{a.slug} dd small a")] == []
    assert len(told) >= 5


@each_locale
def test_every_figure_that_may_be_published_is_on_their_page_with_its_definition_and_source(
    locale: str, built: Path
) -> None:
    page = SITE.page(locale, "figures")
    assert page
    rows = {row.attributes["id"]: row for row in html(page, built).css(".section > .table .counts tbody tr")}
    shown = {slug: figure for slug, figure in SITE.all(Figure).items() if not figure.withheld}
    assert set(rows) == set(shown)
    assert len(rows) >= 25
    for slug, figure in shown.items():
        said = rows[slug].text()
        assert number(figure.amount, SITE.territory(locale)) in said
        assert figure.counted[locale] in said
        assert rows[slug].css("td:last-child a, td:last-child cite"), slug


@each_locale
def test_two_counts_that_seem_to_contradict_each_other_stand_side_by_side(locale: str, built: Path) -> None:
    said = _text("figures", locale, ".figures summary b", built)
    broad, narrow = (number(amount, SITE.territory(locale)) for amount in (30000, 11160))
    assert [broad in said[0], narrow in said[1]] == [True, True]


def test_a_figure_that_may_not_be_published_is_on_no_page(built: Path) -> None:
    withheld = [figure for figure in SITE.all(Figure).values() if figure.withheld]
    assert withheld
    told = {
        text for figure in withheld for text in (*(text for _, text in figure.counted.items()), "3 op de 7", "3 in 7")
    }
    assert [page.source for page in PAGES if any(text in (html(page, built).html or "") for text in told)] == []


@each_locale
def test_every_event_is_on_the_agenda_and_the_seven_of_the_plan_among_them(locale: str, built: Path) -> None:
    page = SITE.page(locale, "agenda/index")
    assert page
    rows = {row.attributes["id"]: row for row in html(page, built).css(".agenda-row")}
    assert set(rows) == set(SITE.all(Event))
    assert sum(event.rhythm is not None for event in SITE.all(Event).values()) == 7
    assert [slug for slug, row in rows.items() if not row.css("small a, small cite")] == []


@each_locale
def test_every_programme_has_a_page_that_the_index_leads_to(locale: str, built: Path) -> None:
    titles = _text("programmes/index", locale, "[aria-labelledby=programmes] .card__title", built)
    assert sorted(titles) == sorted(one.name[locale] for one in SITE.all(Programme).values())
    assert len(titles) >= 8
    assert [one.slug for one in SITE.all(Programme).values() if not SITE.page(locale, one.key)] == []


@each_locale
def test_every_relation_is_a_sentence_with_its_source_on_the_table(locale: str, built: Path) -> None:
    page = SITE.page(locale, "ecosystem/table")
    assert page
    rows = {row.attributes["id"]: row for row in html(page, built).css(".counts tbody tr")}
    assert set(rows) == set(SITE.all(Relation))
    assert len(rows) >= 31
    assert sum(len(one.to) for one in SITE.all(Relation).values()) >= 34
    assert [slug for slug, row in rows.items() if not row.css("td:last-child a, td:last-child cite")] == []
    for slug, relation in SITE.all(Relation).items():
        names = [SITE.parties[end].name_in_text[locale] for end in (relation.from_, *relation.to)]
        said = rows[slug].text().casefold()
        assert [name for name in names if name.casefold() not in said] == [], slug


@each_locale
@pytest.mark.parametrize("drawing", [".bow", ".strand"])
def test_everyone_in_a_relation_is_a_link_in_the_drawing(drawing: str, locale: str, built: Path) -> None:
    page = SITE.page(locale, "ecosystem/index")
    assert page
    names = [" ".join(link.text().split()) for link in html(page, built).css(f"{drawing} a")]
    assert names == [SITE.parties[slug].name[locale] for slug in order(SITE)]


@each_locale
def test_everyone_keeps_their_place_on_the_drawing_of_every_choice(locale: str, built: Path) -> None:
    pages = [page for page in PAGES if page.kind == "ecosystem" and page.locale == locale]
    drawn = {page.key: [(n.text(), n.attributes["x"]) for n in html(page, built).css(".bow text")] for page in pages}
    assert len(drawn) > 10
    assert len(set(map(tuple, drawn.values()))) == 1
    thin = {page.key: len(html(page, built).css(".bow__party--far")) for page in pages}
    assert [key for key, count in thin.items() if (count == 0) != (key == "ecosystem/index")] == []


@each_locale
def test_the_square_counts_every_relation_among_those_it_shows_from_both_ends(locale: str, built: Path) -> None:
    page = SITE.page(locale, "ecosystem/matrix")
    assert page
    rows = [[cell.text(strip=True) for cell in row.css("td")] for row in html(page, built).css(".matrix tbody tr")]
    assert rows == [list(column) for column in zip(*rows, strict=True)]
    counted = sum(int(cell or 0) for row in rows for cell in row)
    shown = set(most_connected(SITE)[: len(rows)])
    assert counted == 2 * sum({link.from_, link.to} <= shown for link in links(SITE))


def test_the_page_of_the_han_says_that_it_knows_nxp_through_citc() -> None:
    through = {via.slug: {party.slug for party in others} for via, others in two_steps(SITE, "han")}
    assert {"nxp", "nexperia", "ampleon"} <= through["citc"]
    told = [slug for others in through.values() for slug in others]
    assert len(told) == len(set(told))
    assert "han" not in told


@each_locale
def test_the_comparison_has_every_ecosystem_with_its_place_and_source_the_nearest_first(
    locale: str, built: Path
) -> None:
    page = SITE.page(locale, "region/index")
    assert page
    rows = html(page, built).css(".counts tbody tr")
    assert [row.attributes["id"] for row in rows] == list(SITE.all(Region))
    for row, region in zip(rows, SITE.all(Region).values(), strict=True):
        said = " ".join(row.text().split())
        assert SITE.string(f"place.{region.area}", locale) in said
        told = (region.strong_in, *region.numbers)
        assert [fact.text[locale] for fact in told if fact.text[locale] not in said] == []
        assert row.css("td:last-child a, td:last-child cite")


def test_no_page_of_the_region_passes_a_neighbour_off_as_nijmegen() -> None:
    regions = SITE.all(Region)
    assert [slug for slug, region in regions.items() if region.area == "nijmegen"] == ["nijmegen"]
    near = {slug: {SITE.all(Partner)[one].place for one in region.partners} for slug, region in regions.items()}
    assert [slug for slug, region in regions.items() if region.area != "nijmegen" and near[slug] <= {"nijmegen"}] == []


SEEDS = {
    "000 The Economic Board": ["The Economic Board", "Lifeport", "Briskr", "Digital health"],
    "001 Northern Netherlands": ["UMCG", "Lifelines", "Life Cooperative", "HTRIC", "Campus Groningen"],
    "002 action plan": [
        *("Municipality of Nijmegen", "Province of Gelderland", "Radboudumc", "Radboud University"),
        *("HAN University of Applied Sciences", "ROC Nijmegen", "Oost NL", "High Tech NL", "Kadans", "NXP", "CITC"),
        *("Robotlab", "Mercator Launch", "Business Angels Network Nijmegen", "Digital Health Challenge Lab"),
        *("Lifeport Welcome Center", "IND", "IntoNijmegen", "NFIA", "Network of Dutch Knowledge Cities"),
        *("Universities of the Netherlands", "Green Metropolitan Region", "Novio Tech Campus", "Campus Heijendaal"),
        *("Scale-up Nijmegen", "The Newsroom", "Campus Nijmegen", "Innobooth", "Radboudumc Investment Day"),
        *("Health Valley Event", "RF conference", "Vibe of the Future", "INNOVATE", "Parkinson op Maat"),
        *("European Union", "National campus", "Human capital agreement", "Brand team"),
    ],
    "003 Health~Holland": ["Health~Holland", "TI-Pharma", "CTMM", "BMM", "NGI"],
    "004 TechMed Centre": [
        *("Health Valley", "MedTech Twente", "Health & High Tech Region Nijmegen", "TechMed Centre", "Kennispark"),
        *("Demcon", "Medspray", "U-Needle", "Micronit", "Inreda", "Flux Robotics", "dRural"),
    ],
}
"""The organisations, programmes and events that the five documents name with which the portal began."""


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_seed_document_names_has_a_page_or_an_entry_on_one(seed: str, built: Path) -> None:
    pages = [page for page in PAGES if page.locale == "en"]
    shown = " ".join(html(page, built).css("main")[0].text() for page in pages if page.kind == "region")
    parts = [part.name["en"] for region in SITE.all(Region).values() for part in region.parts]
    assert [name for name in parts if name not in shown] == []
    aliases = [alias for partner in SITE.all(Partner).values() for alias in partner.aliases]
    every = " | ".join([*(page.title for page in pages), *aliases, *parts]).casefold()
    assert [name for name in SEEDS[seed] if name.casefold() not in every] == []


@each_locale
def test_the_glossary_has_every_term_and_the_28_of_the_facts_among_them(locale: str, built: Path) -> None:
    page = SITE.page(locale, "glossary")
    assert page
    said = " ".join(html(page, built).css("main")[0].text().split())
    assert [slug for slug, term in SITE.all(Term).items() if term.definition[locale] not in said] == []
    facts = [
        *(
            "cluster",
            "campus",
            "innovation-district",
            "ecosystem",
            "triple-helix",
            "valorisation",
            "account-management",
        ),
        *(
            "acquisition",
            "red-carpet",
            "human-capital-accord",
            "untapped-labour",
            "knowledge-anchor",
            "start-up",
            "sme",
        ),
        *("bsn", "brp", "rni", "digid", "ind", "mvv", "tev", "highly-skilled-migrant", "recognised-sponsor"),
        *("orientation-year", "expat-ruling", "gp", "cak", "pwe"),
    ]
    assert len(facts) == 28
    assert [slug for slug in facts if slug not in SITE.all(Term)] == []


@each_locale
def test_every_partner_of_an_action_leads_to_it_from_the_overview_by_partner(locale: str, built: Path) -> None:
    page = SITE.page(locale, "action-plan")
    assert page
    told = [" ".join(summary.text().split()) for summary in html(page, built).css(".jump details summary")]
    named = {slug for action in SITE.all(Action).values() for slug in action.with_}
    assert len(named) > 10
    assert [slug for slug in named if not any(SITE.parties[slug].name[locale] in text for text in told)] == []


@each_locale
def test_what_was_counted_more_than_once_is_drawn_with_the_same_numbers_as_a_table(locale: str, built: Path) -> None:
    page = SITE.page(locale, "figures")
    assert page
    drawn = html(page, built).css(".over-time")
    assert len(drawn) == len(over_time(SITE)) >= 3
    for figure, series in zip(drawn, over_time(SITE), strict=True):
        said = [cell.text(strip=True) for cell in figure.css("td:nth-child(2)")]
        assert said == [number(point.amount, SITE.territory(locale)) for point in series.points]
        assert len(figure.css("svg path")) == len(said)
        assert [row for row in figure.css("tbody tr") if not row.css("td:last-child a, td:last-child cite")] == []


@each_locale
def test_a_cluster_a_campus_and_a_year_have_a_factsheet_with_their_own_figures(locale: str, built: Path) -> None:
    sheets = {page.choice: page for page in PAGES if page.kind == "factsheet" and page.locale == locale and page.choice}
    for facet in ("cluster", "campus", "year"):
        assert [choice for choice in sheets if choice[0] == facet], facet
    for (facet, value), page in sheets.items():
        shown = len(html(page, built).css(".numbers dt"))
        assert shown <= 12
        if facet == "year":
            figures = [one for one in SITE.all(Figure).values() if not one.withheld and value in one.facets()["year"]]
            assert shown == min(len(figures), 12)


@each_locale
def test_the_page_of_a_cluster_says_what_is_on_its_figures_and_who_and_a_campus_its_actions(
    locale: str, built: Path
) -> None:
    pages = [page for page in PAGES if page.kind in ("cluster", "campus") and page.locale == locale]
    missing = {page.key for page in pages if not html(page, built).css("#figures, #events")}
    assert missing == set()
    assert [page.key for page in pages if page.kind == "campus" and not html(page, built).css("#actions")] == []


@each_locale
def test_the_home_page_says_what_is_new_in_the_plan(locale: str, built: Path) -> None:
    links = html(SITE.pages[locale, "index"], built).css("[aria-labelledby=news] .actions a")
    assert [link.text(strip=True) for link in links] == [one.action.title[locale] for one in news(SITE)]
    assert len(links) == 3
