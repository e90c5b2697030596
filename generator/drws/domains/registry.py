"""Every domain there is: ours, and those that other packages bring."""

from functools import cache
from importlib.metadata import entry_points

from drws.domains.archives.domain import DOMAIN as ARCHIVES
from drws.domains.diary.domain import DOMAIN as DIARY
from drws.domains.directory.domain import DOMAIN as DIRECTORY
from drws.domains.events.domain import DOMAIN as EVENTS
from drws.domains.figures.domain import DOMAIN as FIGURES
from drws.domains.glossary.domain import DOMAIN as GLOSSARY
from drws.domains.governance.domain import DOMAIN as GOVERNANCE
from drws.domains.guidance.domain import DOMAIN as GUIDANCE
from drws.domains.help.domain import DOMAIN as HELP
from drws.domains.law.domain import DOMAIN as LAW
from drws.domains.open_referral.domain import DOMAIN as OPEN_REFERRAL
from drws.domains.policies.domain import DOMAIN as POLICIES
from drws.domains.website.domain import DOMAIN as WEBSITE
from drws.planning.domain import Domains

DOMAINS = (
    DIRECTORY,
    OPEN_REFERRAL,
    HELP,
    LAW,
    GLOSSARY,
    GOVERNANCE,
    DIARY,
    FIGURES,
    POLICIES,
    EVENTS,
    ARCHIVES,
    GUIDANCE,
    WEBSITE,
)
"""Ours, in their order: each may import those before it."""

GROUP = "drws.domains"
"""The entry points by which another package brings a domain: each names a `Domain`."""


@cache
def installed() -> Domains:
    """Ours, then those of other packages by name. What is installed stays so while a program runs."""
    others = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    return Domains((*DOMAINS, *(point.load() for point in others)))
