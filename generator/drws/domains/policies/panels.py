"""What policies add to the pages of other records: the policies about them, and what is asked of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drws.domains.directory.audience.record import Audience
from drws.domains.policies.policy.record import Policy
from drws.domains.policies.role.bindings import bindings_by_role
from drws.domains.policies.role.page import RoleRow, row
from drws.kernel.entity import Entity
from drws.kernel.form_of_address import FormOfAddress
from drws.kernel.site import Site, derived, grouped
from drws.planning.plan import Planner

MOST = 6
"""Policies that a panel names; where there are more it leads to the library."""


@dataclass(frozen=True, slots=True)
class RelatedView:
    """The policies about a record."""

    policies: tuple[Policy, ...]
    count: int
    """How many there are, with those that are not named."""


def related(record: Entity, planner: Planner) -> RelatedView | None:
    """The policies that name a record, in alphabetical order. They are written for people at work, so no page for children has them."""
    if isinstance(record, Audience) and record.form_of_address is FormOfAddress.FAMILIAR:
        return None
    found = planner.by_name(dict.fromkeys(_by_record(planner.site).get(f"{record.FOLDER}:{record.id}", ())))
    return RelatedView(found[:MOST], len(found)) if found else None


def asked(record: Entity, planner: Planner) -> tuple[RoleRow, ...] | None:
    """What policies ask of a body, post or organization, as each of its roles."""
    rows = [row(each) for each in planner.once(bindings_by_role).values() if record.id in each.role.actor_ids]
    return tuple(rows) or None


def in_words(_page: str, planner: Planner) -> str | None:
    """On the register of duties, the name of the page with what policies ask in words."""
    return "policy-duties" if planner.once(bindings_by_role) else None


@derived
def _by_record(site: Site) -> Mapping[str, tuple[Policy, ...]]:
    return grouped(pair for policy in site.all(Policy) for pair in _pairs(policy))


def _pairs(policy: Policy) -> Iterator[tuple[str, Policy]]:
    """By the folder and id of each record that a policy names."""
    named = {
        "functions": policy.function_ids,
        "duties": policy.duty_ids,
        "services": policy.service_ids,
        "audiences": policy.audience_ids,
        "regions": policy.region_ids,
        "posts": (policy.owner_id,),
        "bodies": tuple(version.approved_by_id for version in policy.versions),
        "meetings": tuple(version.approved_at_id for version in policy.versions),
        "legislation": tuple(each.legislation_id for each in policy.provisions),
        "agreements": tuple(each.agreement_id for each in policy.provisions),
    }
    for folder, ids in named.items():
        yield from ((f"{folder}:{id_}", policy) for id_ in ids if id_)
    for id_ in policy.publisher_ids:
        yield from ((f"{folder}:{id_}", policy) for folder in ("regions", "authorities", "organizations", "bodies"))
