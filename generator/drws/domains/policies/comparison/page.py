"""A page for each two versions of a policy, the older first."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from drws.domains.policies.addresses import comparison_page
from drws.domains.policies.comparison.compare import (
    ClauseChange,
    ComparedClause,
    Run,
    RunKind,
    compare,
    opening_changes,
)
from drws.domains.policies.policy.record import Policy, Version
from drws.domains.policies.policy.standing import known_versions
from drws.domains.policies.settings import PolicyRole, PolicySettings
from drws.domains.policies.text.queries import text_of
from drws.domains.policies.text.record import PolicyText
from drws.kernel.site import known
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


class Written(NamedTuple):
    """A version whose words stand here."""

    version: Version
    text: PolicyText


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """What a comparison prints."""

    policy: Policy
    before: Version
    after: Version
    opening: tuple[tuple[Run, ...], ...]
    """The words before the first heading, where something in them changed."""
    changed: tuple[ComparedClause, ...]
    """The clauses that are not the same, in the order of the newer version."""
    same: int
    """How many clauses are the same."""
    others: tuple[tuple[Version, Version], ...]
    """The other pairs of versions."""
    roles: dict[str, tuple[tuple[PolicyRole, ...], tuple[PolicyRole, ...]]]
    """By the id of a clause whom it bound and whom it binds, where that changed."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page for each pair of versions that were published by the day of the site."""
    for policy in planner.site.all(Policy):
        texts = ((each, text_of(policy, each, planner.site)) for each in known_versions(policy, planner.site.as_of))
        versions = [Written(version, text) for version, text in texts if text]
        pairs = tuple(combinations(versions, 2))
        for before, after in pairs:
            others = tuple((one.version, two.version) for one, two in pairs if (one, two) != (before, after))
            view = _view(policy, before, after, others, planner)
            values = {"before": before.version.version, "after": after.version.version}
            title = planner.say("comparison.title", name=planner.plain(policy.name), **values)
            name = comparison_page(policy, before.version, after.version)
            yield planner.part_page(name, policy, title, "policies/comparison.html", view, about=policy.description)


def _view(
    policy: Policy, before: Written, after: Written, others: tuple[tuple[Version, Version], ...], planner: Planner
) -> ComparisonView:
    compared = compare(before.text, after.text, planner.code)
    opening = opening_changes(before.text, after.text, planner.code)
    roles = {role.id: role for role in planner.site.settings(PolicySettings).policy_roles}
    return ComparisonView(
        policy=policy,
        before=before.version,
        after=after.version,
        opening=opening if any(run.kind is not RunKind.KEPT for block in opening for run in block) else (),
        changed=tuple(each for each in compared if each.change is not ClauseChange.SAME),
        same=sum(each.change is ClauseChange.SAME for each in compared),
        others=others,
        roles={
            each.clause.id: (known(roles, each.before.role_ids), known(roles, each.after.role_ids))
            for each in compared
            if each.before and each.after and each.before.role_ids != each.after.role_ids
        },
    )
