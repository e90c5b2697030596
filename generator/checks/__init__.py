"""Rules over the whole site, one a file, in the order in which they run."""

from generator.checks import (
    addresses,
    areas,
    audiences,
    confidence,
    contact_routes,
    coverage,
    dates,
    duties,
    geography,
    identity,
    links,
    meetings,
    references,
    schedules,
    search_words,
    summaries,
)
from generator.checks.check import Check

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
)
