"""Where the versions of a policy are: below the policy's own page, by the day from which each is in force."""

from collections.abc import Iterator

from drws.domains.policies.policy.record import Policy, Version
from drws.domains.policies.text.queries import text_of
from drws.planning.addresses import Naming, name_of


def addresses(naming: Naming) -> Iterator[tuple[str, str]]:
    """Every version whose words stand here."""
    for policy in naming.site.all(Policy):
        for version in policy.versions:
            if text_of(policy, version, naming.site):
                yield version_page(policy, version), f"{naming.record('policies', policy)}@{point_in_time(version)}/"


def version_page(policy: Policy, version: Version) -> str:
    """The name of the page of a version: `policy:letterbox@1.0`."""
    return f"{name_of(policy)}@{version.version}"


def point_in_time(version: Version) -> str:
    """What stands for a version in its address: the day from which it is in force; its name, where it has never been said to be."""
    start = version.in_force.start_date
    return start.iso if start else version.version
