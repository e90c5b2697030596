"""Rules over the whole site, one a file, in the order in which they run."""

from generator.checks import (
    addresses,
    audiences,
    confidence,
    contact_routes,
    coverage,
    dates,
    identity,
    links,
    references,
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
    audiences,
    summaries,
    dates,
    confidence,
    search_words,
)
