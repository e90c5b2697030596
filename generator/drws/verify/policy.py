"""Every page carries the policy that keeps browsers from fetching or running anything else, before all that it is for, and not weaker than it was written.

[Decision 0011](decisions/0011-strict-content-security-policy.md) says why.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from drws.domains.website.policy import CONTENT_SECURITY_POLICY, IN_HEADERS_ONLY
from drws.kernel.problem import Problem
from drws.verify.site import BuiltSite, place_of

ID = "content-policy"

NAME = "Content-Security-Policy"
HARMLESS = frozenset({"'none'", "'self'"})
"""What a directive that ours does not have may allow."""


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every page whose policy is missing, comes too late, or allows more."""
    for document in site.documents.values():
        place = place_of(document.path)
        if not document.policy:
            yield Problem(place, "verify.policy", {"value": NAME})
            continue
        for directive in weaker(document.policy):
            yield Problem(place, "verify.policy", {"value": directive})


@cache
def weaker(policy: str, *, in_headers: bool = False) -> tuple[str, ...]:
    """The directives by which a policy allows more than ours (Content Security Policy Level 3, section 2.2)."""
    ours = {**CONTENT_SECURITY_POLICY, **(IN_HEADERS_ONLY if in_headers else {})}
    theirs = _directives(policy)
    missing = (name for name in ours if name not in theirs)
    more = (name for name, sources in theirs.items() if not sources <= _allowed(name, ours))
    return (*missing, *more)


def _allowed(directive: str, ours: Mapping[str, str]) -> frozenset[str]:
    return frozenset({*ours[directive].split(), "'none'"}) if directive in ours else HARMLESS


def _directives(policy: str) -> dict[str, frozenset[str]]:
    """Only the first of a name counts."""
    directives: dict[str, frozenset[str]] = {}
    for each in policy.split(";"):
        name, *sources = each.split() or [""]
        if name:
            directives.setdefault(name.lower(), frozenset(sources))
    return directives
