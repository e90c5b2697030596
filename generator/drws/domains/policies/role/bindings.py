"""What the words of policies ask of each role, on the day of the site."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from drws.domains.diary.duty.record import Strength
from drws.domains.policies.local.areas import LocalArea, local_areas
from drws.domains.policies.local.parts import own_words
from drws.domains.policies.local.view import local_page
from drws.domains.policies.policy.record import Policy, PolicyStatus
from drws.domains.policies.policy.standing import VersionState, current_version, standings
from drws.domains.policies.settings import PolicyRole, PolicySettings
from drws.domains.policies.text.queries import text_of
from drws.domains.policies.text.record import Clause
from drws.domains.policies.text.strength import Binding, bindings
from drws.kernel.site import grouped
from drws.planning.addresses import name_of
from drws.planning.plan import Planner

BINDING = (VersionState.IN_FORCE, VersionState.UNDATED)
"""The states of a version whose words bind somebody. A draft binds nobody yet."""


@dataclass(frozen=True, slots=True)
class BindingClause:
    """A clause and what it asks."""

    policy: Policy
    clause: Clause
    sentences: tuple[Binding, ...]
    is_draft: bool
    """Is it part of a draft, which binds nobody yet?"""
    page: str
    """The name of the page on which it stands."""
    anchor: str
    """Where on that page."""
    area: LocalArea | None = None
    """The area whose annex asks it. None for the words of the policy itself."""


@dataclass(frozen=True, slots=True)
class RoleBindings:
    """What the policies ask of one role."""

    role: PolicyRole
    clauses: tuple[BindingClause, ...]

    def count(self, strength: Strength) -> int:
        """How many sentences are as strong as that."""
        return sum(each.strength is strength for clause in self.clauses for each in clause.sentences)


def bindings_by_role(planner: Planner) -> Mapping[str, RoleBindings]:
    """By the id of the role, in the order of the site's list; roles of which nothing is asked are left out."""
    site = planner.site
    roles = {role.id: role for role in site.settings(PolicySettings).policy_roles}
    found = grouped((id_, clause) for clause in _clauses(planner) for id_ in clause.clause.role_ids if id_ in roles)
    return {id_: RoleBindings(role, found[id_]) for id_, role in roles.items() if id_ in found}


def _clauses(planner: Planner) -> Iterator[BindingClause]:
    """Every clause that asks something, of the version of each policy that counts and of the annexes to it."""
    site = planner.site
    for policy in planner.by_name(site.all(Policy)):
        if policy.status in (PolicyStatus.SUPERSEDED, PolicyStatus.WITHDRAWN):
            continue
        version = current_version(policy, site.as_of)
        state = next(each.state for each in standings(policy, site.as_of) if each.version is version)
        text = text_of(policy, version, site)
        is_draft = state not in BINDING
        for clause in text.clauses if text else ():
            if sentences := tuple(bindings(clause.texts[planner.code], site)):
                yield BindingClause(policy, clause, sentences, is_draft, name_of(policy), clause.anchor)
        for area in planner.by_name(local_areas(policy, site)):
            yield from _of_annex(policy, area, planner, is_draft=is_draft)


def _of_annex(policy: Policy, area: LocalArea, planner: Planner, *, is_draft: bool) -> Iterator[BindingClause]:
    """Every clause to which an area itself adds something that asks: with the roles and the words of the annex."""
    for part in own_words(policy, area, planner.site):
        if sentences := tuple(bindings(part.words[planner.code], planner.site)):
            clause = replace(part.clause, role_ids=tuple(role.id for role in part.roles))
            page = local_page(policy, area)
            yield BindingClause(policy, clause, sentences, is_draft or part.is_draft, page, part.anchor, area)
