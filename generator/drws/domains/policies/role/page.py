"""What policies ask: a list of roles, and for each the sentences that bind it."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.diary.duty.record import Strength
from drws.domains.policies.addresses import role_page
from drws.domains.policies.role.bindings import BindingClause, RoleBindings, bindings_by_role
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role in the list."""

    bindings: RoleBindings
    page: str
    must: int
    should: int


@dataclass(frozen=True, slots=True)
class RolesView:
    """What the list prints."""

    rows: tuple[RoleRow, ...]


@dataclass(frozen=True, slots=True)
class RoleView:
    """What the page of a role prints."""

    bindings: RoleBindings
    in_force: tuple[Group, ...]
    """The clauses that bind now, under their policy."""
    drafts: tuple[Group, ...]
    """Those of drafts."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The list, then one page for each role of which something is asked."""
    by_role = planner.once(bindings_by_role)
    yield from planner.page("policy-duties", "policies/roles.html", RolesView(tuple(map(row, by_role.values()))))
    for bindings in by_role.values():
        view = RoleView(
            bindings,
            in_force=_by_policy(each for each in bindings.clauses if not each.is_draft),
            drafts=_by_policy(each for each in bindings.clauses if each.is_draft),
        )
        title = planner.say("policy_duties.role_title", role=planner.plain(bindings.role.name))
        name = role_page(bindings.role)
        yield planner.list_page(name, title, "policies/role.html", view, above="policy-duties")


def row(bindings: RoleBindings) -> RoleRow:
    """A role with how much is asked of it."""
    return RoleRow(bindings, role_page(bindings.role), bindings.count(Strength.MUST), bindings.count(Strength.SHOULD))


def _by_policy(clauses: Iterator[BindingClause]) -> tuple[Group, ...]:
    groups: dict[str, list[BindingClause]] = {}
    for each in clauses:
        groups.setdefault(each.policy.id, []).append(each)
    return tuple(Group(members[0].policy, tuple(members)) for members in groups.values())
