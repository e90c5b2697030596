"""Rules over the whole site, one a file, in the order in which they run."""

from drws.domains.diary.duty import check as duties
from drws.domains.diary.meeting import check as meetings
from drws.domains.directory.audience import check as audiences
from drws.domains.directory.contact import check_routes as contact_routes
from drws.domains.directory.contact import check_schedules as schedules
from drws.domains.directory.finder import check as geography
from drws.domains.directory.region import check as coverage
from drws.domains.directory.service import check_areas as areas
from drws.domains.directory.service import check_summaries as summaries
from drws.domains.figures.observation import check as observations
from drws.domains.governance import check_hierarchy as answers
from drws.domains.governance.body import check_memberships as memberships
from drws.domains.governance.body import check_patterns as patterns
from drws.domains.governance.complaint import check as complaints
from drws.domains.governance.function import check as functions
from drws.domains.law.agreement import check_clauses as clauses
from drws.domains.law.agreement import check_parties as parties
from drws.domains.website.search import check as search_words
from drws.planning.check import Check
from drws.planning.checks import addresses, confidence, dates, identity, links, references

CHECKS: tuple[Check, ...] = (
    identity,
    references,
    links,
    addresses,
    coverage,
    contact_routes,
    schedules,
    areas,
    audiences,
    summaries,
    dates,
    duties,
    meetings,
    confidence,
    geography,
    search_words,
    answers,
    memberships,
    patterns,
    clauses,
    parties,
    functions,
    complaints,
    observations,
)
