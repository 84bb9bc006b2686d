"""The shapes of content: one collection or group of pages a module. No field is read that is not declared here."""

from portal.schema.campus import Campus
from portal.schema.cluster import Cluster
from portal.schema.eligibility import Eligibility
from portal.schema.entry import Entry, PagedEntry
from portal.schema.event import Event
from portal.schema.partner import Partner
from portal.schema.picture import Picture
from portal.schema.programme import Programme
from portal.schema.relation import Relation, Verb
from portal.schema.series import Series
from portal.schema.source import Source
from portal.schema.step import Phase, Step
from portal.schema.term import Term

COLLECTIONS: tuple[type[Entry], ...] = (
    *(Picture, Source, Partner, Programme, Campus, Cluster, Verb, Relation),
    *(Phase, Step, Term, Eligibility, Series, Event),
)
"""Every folder of content/data that holds one entry a file."""

__all__ = [
    "COLLECTIONS",
    "Campus",
    "Cluster",
    "Eligibility",
    "Entry",
    "Event",
    "PagedEntry",
    "Partner",
    "Phase",
    "Picture",
    "Programme",
    "Relation",
    "Series",
    "Source",
    "Step",
    "Term",
    "Verb",
]
