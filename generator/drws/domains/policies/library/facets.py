"""The ways in which the library is narrowed down: facets, and what each policy has of them.

Values are ids, the same in every language. A policy of which a facet is not known has the value `NOT_RECORDED`.
"""

from collections import defaultdict
from collections.abc import Mapping
from enum import StrEnum

from drws.domains.directory.audience.record import Audience
from drws.domains.directory.organization.record import Region
from drws.domains.governance.function.record import Function
from drws.domains.governance.post.record import Post
from drws.domains.policies.policy.record import Policy
from drws.domains.policies.policy.standing import current_date, review_state
from drws.kernel.entity import Entity
from drws.kernel.roles import Actor
from drws.kernel.site import Site, derived
from drws.planning.facets import NOT_RECORDED

NATIONAL = "national"
"""The value of a policy that holds in every region."""
OTHER = "other"
"""The value of a policy whose publisher has no record."""


class PolicyFacet(StrEnum):
    """The facets, in the order of the page. Their names stand in its address: `?topic=contact&status=draft`."""

    TOPIC = "topic"
    KIND = "kind"
    STATUS = "status"
    AUDIENCE = "audience"
    FUNCTION = "function"
    OWNER = "owner"
    PUBLISHER = "publisher"
    SCOPE = "scope"
    YEAR = "year"
    REVIEW = "review"


def values_of(policy: Policy, site: Site) -> Mapping[PolicyFacet, tuple[str, ...]]:
    """What a policy has of every facet on the day of the site."""
    date = current_date(policy, site.as_of)
    values = {
        PolicyFacet.TOPIC: policy.topic_ids,
        PolicyFacet.KIND: (policy.policy_type_id,),
        PolicyFacet.STATUS: (policy.status.value,),
        PolicyFacet.AUDIENCE: policy.audience_ids,
        PolicyFacet.FUNCTION: policy.function_ids,
        PolicyFacet.OWNER: (policy.owner_id,) if policy.owner_id else (),
        PolicyFacet.PUBLISHER: policy.publisher_ids + ((OTHER,) if policy.publisher else ()),
        PolicyFacet.SCOPE: policy.region_ids or (NATIONAL,),
        PolicyFacet.YEAR: (str(date.year),) if date else (),
        PolicyFacet.REVIEW: (review_state(policy, site.as_of).value,),
    }
    return {
        facet: tuple(dict.fromkeys(value for value in each if _is_there(facet, value, site))) or (NOT_RECORDED,)
        for facet, each in values.items()
    }


RECORDS: Mapping[PolicyFacet, type[Entity]] = {
    PolicyFacet.AUDIENCE: Audience,
    PolicyFacet.FUNCTION: Function,
    PolicyFacet.OWNER: Post,
    PolicyFacet.PUBLISHER: Actor,
    PolicyFacet.SCOPE: Region,
}
"""The facets whose values are records."""


def _is_there(facet: PolicyFacet, value: str, site: Site) -> bool:
    """A record that cannot be read, which checks tell, is no value: it has no name."""
    return facet not in RECORDS or value in (NATIONAL, OTHER) or value in site.of(RECORDS[facet])


@derived
def policies_by_value(site: Site) -> Mapping[PolicyFacet, Mapping[str, tuple[Policy, ...]]]:
    """The policies under each value of each facet, of the values that any has."""
    found: dict[PolicyFacet, dict[str, list[Policy]]] = {facet: defaultdict(list) for facet in PolicyFacet}
    for policy in site.all(Policy):
        for facet, values in values_of(policy, site).items():
            for value in values:
                found[facet][value].append(policy)
    return {facet: {value: tuple(each) for value, each in by_value.items()} for facet, by_value in found.items()}


def page_of(facet: PolicyFacet, value: str) -> str:
    """The name of the page of a value: `policies-by:topic.contact`."""
    return f"policies-by:{facet}.{value}"
