"""People who come to Nijmegen, or leave: what they fill in, which steps are theirs and what the checks answer them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.answers import Answers

EVERYONE: Mapping[str, str | None] = dict.fromkeys(
    (
        *("legalise-documents", "find-a-home", "book-the-appointment"),
        *("register-and-bsn", "know-emergency-numbers", "public-transport"),
        *("find-a-gp", "open-a-bank-account", "digid", "waste"),
        *("learn-dutch", "rent-allowance", "first-tax-return", "deregister"),
    )
)
"""The steps of whoever moves here, without a date. Who adds a step says here and below for whom it is."""

FROM_OUTSIDE_THE_EU: Mapping[str, str | None] = dict.fromkeys(("check-permit", "collect-permit", "civic-integration"))


@dataclass(frozen=True)
class Answer:
    """What a check asks somebody, and what it tells them: the chance, and words of the answer in each language."""

    given: Answers
    chance: str
    words: Mapping[str, str]


@dataclass(frozen=True)
class Persona:
    """Somebody who comes or goes: what they fill in, the steps that are theirs, each with its date, and the answers."""

    name: str
    steps: Mapping[str, str | None]
    origin: str = ""
    role: str = ""
    with_: tuple[str, ...] = ()
    arrival: str = ""
    departure: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name


_NOT_EU: Answers = {"eu": "no", "long-stay": "yes", "orientation-year": "no"}
_FROM_FAR: Answers = {"recruited": "yes", "distance": 6000, "months": 24}
_NOT_RECRUITED = Answer(
    {"recruited": "no"},
    "unlikely",
    {"nl": "voor wie uit het buitenland wordt gehaald", "en": "for people who are recruited from abroad"},
)

RESEARCHER = Persona(
    "an EU researcher alone",
    {**EVERYONE, "expat-ruling": None, "register-and-bsn": "2027-11-05", "health-insurance": "2028-02-29"},
    origin="eu",
    role="researcher",
    arrival="2027-10-31",
)
POSTDOC = Persona(
    "a postdoc from outside the EU",
    {
        **EVERYONE,
        **FROM_OUTSIDE_THE_EU,
        "check-permit": "2026-11-01",
        "permit-route": None,
        "expat-ruling": None,
        "register-and-bsn": "2027-02-06",
        "health-insurance": "2027-06-01",
    },
    origin="non-eu",
    role="researcher",
    arrival="2027-02-01",
    answers={
        "permit-routes": Answer(
            {
                **_NOT_EU,
                **{"work": "research", "contract": "yes", "sponsor": "recognised"},
                **{"first-day": "2027-02-01", "age": 31, "salary": 4000},
            },
            "good",
            {"nl": "het wettelijk minimumloon is genoeg", "en": "the statutory minimum wage is enough"},
        ),
        "expat-ruling": Answer(
            {**_FROM_FAR, "exempt": "yes", "first-day": "2027-02-01", "salary": 48000, "age": 31, "master": "yes"},
            "good",
            {"nl": "voor jou is er geen minimumsalaris", "en": "there is no minimum salary for you"},
        ),
    },
)
PHD_ON_A_GRANT = Persona(
    "a PhD candidate on a grant",
    {
        **EVERYONE,
        **FROM_OUTSIDE_THE_EU,
        "check-permit": "2027-05-31",
        "permit-route": None,
        "expat-ruling": None,
        "register-and-bsn": "2027-09-05",
        "health-insurance": "2027-12-31",
    },
    origin="non-eu",
    role="researcher",
    arrival="2027-08-31",
    answers={
        "permit-routes": Answer(
            {**_NOT_EU, "work": "research", "contract": "no", "sponsor": "recognised"},
            "possible",
            {"nl": "ook voor wie een beurs heeft", "en": "also there for people with a grant"},
        ),
        "expat-ruling": _NOT_RECRUITED,
    },
)


def _migrant(age: int, chance: str, words: Mapping[str, str], expat: Answer) -> Persona:
    """A highly skilled migrant who earns more than somebody of 29 must, and less than somebody of 30."""
    return Persona(
        f"a highly skilled migrant of {age}",
        {
            **EVERYONE,
            **FROM_OUTSIDE_THE_EU,
            "check-permit": "2026-09-15",
            "permit-route": None,
            "expat-ruling": None,
            "register-and-bsn": "2026-12-20",
            "health-insurance": "2027-04-15",
        },
        origin="non-eu",
        role="employee",
        arrival="2026-12-15",
        answers={
            "permit-routes": Answer(
                {
                    **_NOT_EU,
                    **{"work": "other", "contract": "yes", "sponsor": "recognised"},
                    **{"first-day": "2026-12-20", "age": age, "salary": 4500},
                },
                chance,
                words,
            ),
            "expat-ruling": expat,
        },
    )


MIGRANT_OF_29 = _migrant(
    29,
    "good",
    {"nl": "Je verdient genoeg voor wie jonger is dan 30", "en": "You earn enough for people under 30"},
    Answer(
        {**_FROM_FAR, "exempt": "no", "first-day": "2027-01-04", "salary": 54000, "age": 29, "master": "yes"},
        "possible",
        {"nl": "stijgt elk jaar", "en": "goes up every year"},
    ),
)
MIGRANT_OF_30 = _migrant(
    30,
    "unlikely",
    {"nl": "lager dan het minimum", "en": "below the minimum"},
    Answer(
        {**_FROM_FAR, "exempt": "no", "first-day": "2027-01-04", "salary": 50000, "age": 30, "master": "yes"},
        "unlikely",
        {"nl": "Je loon is lager dan het minimum", "en": "Your salary is below the minimum"},
    ),
)
EU_WORKER = Persona(
    "a worker from Belgium with a driving licence",
    {
        **EVERYONE,
        "expat-ruling": None,
        "register-and-bsn": "2027-03-06",
        "health-insurance": "2027-07-01",
        "parking-permit": None,
        "driving-licence": "2027-09-02",
    },
    origin="eu",
    role="employee",
    with_=("driver",),
    arrival="2027-03-01",
    answers={
        "permit-routes": Answer(
            {"eu": "yes"}, "good", {"nl": "geen verblijfsvergunning nodig", "en": "no residence permit"}
        ),
        "expat-ruling": Answer(
            {"recruited": "yes", "first-day": "2027-03-01", "distance": 90},
            "unlikely",
            {"nl": "150 kilometer", "en": "150 kilometres"},
        ),
    },
)
PARTNER = Persona(
    "the partner of somebody from outside the EU, with a child",
    {
        **EVERYONE,
        **FROM_OUTSIDE_THE_EU,
        "check-permit": "2026-11-01",
        "register-and-bsn": "2027-02-06",
        "health-insurance": "2027-06-01",
        **dict.fromkeys(("school-and-childcare", "child-benefit", "childcare-benefit", "partner-job")),
    },
    origin="non-eu",
    role="partner",
    with_=("children",),
    arrival="2027-02-01",
    answers={
        "permit-routes": Answer(
            {**_NOT_EU, "work": "partner"},
            "unknown",
            {"nl": "hangt af van de vergunning van je partner", "en": "depends on your partner's permit"},
        ),
        "expat-ruling": _NOT_RECRUITED,
    },
)
MIGRANT = Persona(
    "a highly skilled migrant with a family and a driving licence",
    {
        **EVERYONE,
        **FROM_OUTSIDE_THE_EU,
        "check-permit": "2027-09-30",
        "permit-route": None,
        "expat-ruling": None,
        "register-and-bsn": "2028-01-05",
        "health-insurance": "2028-04-30",
        **dict.fromkeys(("school-and-childcare", "child-benefit", "childcare-benefit", "partner-job")),
        "parking-permit": None,
        "driving-licence": "2028-07-03",
    },
    origin="non-eu",
    role="employee",
    with_=("partner", "children", "driver"),
    arrival="2027-12-31",
)
STUDENT = Persona(
    "a student from outside the EU who knows when to leave",
    {
        **EVERYONE,
        **FROM_OUTSIDE_THE_EU,
        "check-permit": "2027-11-29",
        "register-and-bsn": "2028-03-05",
        "student-health-insurance": None,
        "deregister": "2030-07-31",
    },
    origin="non-eu",
    role="student",
    arrival="2028-02-29",
    departure="2030-07-31",
    answers={
        "permit-routes": Answer(
            {**_NOT_EU, "work": "study"},
            "unknown",
            {"nl": "Vraag je school of universiteit", "en": "Ask your school or university"},
        ),
        "expat-ruling": _NOT_RECRUITED,
    },
)
FOUNDER = Persona(
    "a founder from outside the EU",
    {
        **EVERYONE,
        **FROM_OUTSIDE_THE_EU,
        "check-permit": "2027-01-01",
        "start-up-permit": None,
        "register-and-bsn": "2027-04-06",
        "health-insurance": "2027-08-01",
        "register-a-company": None,
    },
    origin="non-eu",
    role="founder",
    arrival="2027-04-01",
    answers={
        "permit-routes": Answer(
            {**_NOT_EU, "work": "company"},
            "possible",
            {"nl": "vergunning voor start-ups kan bij je passen", "en": "start-up permit could fit"},
        ),
        "expat-ruling": _NOT_RECRUITED,
    },
)
EMPLOYER = Persona("an employer", {"recognised-sponsor": None, "expat-ruling": None}, origin="non-eu", role="employer")
LEAVER = Persona("somebody leaving", {"deregister": "2028-02-29"}, departure="2028-02-29")
PERSONAS = (
    *(RESEARCHER, POSTDOC, PHD_ON_A_GRANT, MIGRANT_OF_29, MIGRANT_OF_30, EU_WORKER, PARTNER, MIGRANT, STUDENT),
    *(FOUNDER, EMPLOYER, LEAVER),
)
