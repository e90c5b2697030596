"""What stands beside the clauses of a policy in an area: the words of its annexes, and whom to ask there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Region
from drws.domains.directory.queries import authorities_in, contacts_of, places_by_name
from drws.domains.policies.local.areas import LocalArea, around, current_annex, holds_in, region_id_of
from drws.domains.policies.policy.record import Policy
from drws.domains.policies.policy.standing import current_version
from drws.domains.policies.settings import PolicyRole, PolicySettings
from drws.domains.policies.text.queries import annex_text, text_of
from drws.domains.policies.text.record import Clause, Passage, PolicyText
from drws.kernel.site import Site, grouped, known
from drws.planning.page_plan import Group
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class LocalWords:
    """What the annex of an area adds to a clause."""

    area: LocalArea
    clause: Clause
    """The clause of the policy."""
    words: Mapping[str, Passage]
    """The words in each language, with a heading of their own."""
    roles: tuple[PolicyRole, ...]
    """Whom the words bind."""
    is_draft: bool
    """Is the annex a draft?"""

    @property
    def anchor(self) -> str:
        """The name by which a link on the page of the area leads to it."""
        return f"local-{self.area.id}-{self.clause.id}"


@dataclass(frozen=True, slots=True)
class LocalContact:
    """Whom to ask about a clause in a region."""

    area: LocalArea
    clause: Clause
    contacts: tuple[Contact, ...]
    """The region’s own. None where no source names anybody for it."""
    authorities: tuple[Group, ...]
    """Where the region has none of its own and one of its authorities has: each authority with its contacts."""

    @property
    def anchor(self) -> str:
        """The name by which a link on the page of the area leads to it."""
        return f"local-contact-{self.clause.id}"


LocalPart: TypeAlias = LocalWords | LocalContact


def local_parts(policy: Policy, area: LocalArea, planner: Planner) -> Mapping[str, tuple[LocalPart, ...]]:
    """What holds in an area on the day of the site, by the id of the clause: the wider area first, words before contacts."""
    site = planner.site
    parts: list[LocalPart] = [part for each in around(area, site) for part in own_words(policy, each, site)]
    return grouped((part.clause.id, part) for part in (*parts, *_contacts(policy, area, planner)))


def opening_of(policy: Policy, area: LocalArea, site: Site) -> Mapping[str, Passage] | None:
    """What the annex of an area itself says before its first heading, in each language."""
    found = _annex(policy, area, site)
    return found.text.opening if found and any("".join(each.html) for each in found.text.opening.values()) else None


def own_words(policy: Policy, area: LocalArea, site: Site) -> Iterator[LocalWords]:
    """What the annex of an area itself adds, in its order. A clause that the version does not have is passed over: a check reports it."""
    roles = {role.id: role for role in site.settings(PolicySettings).policy_roles}
    text = text_of(policy, current_version(policy, site.as_of), site)
    found = _annex(policy, area, site)
    if text is None or found is None:
        return
    for each in found.text.clauses:
        if clause := text.clause(each.id):
            yield LocalWords(area, clause, each.texts, known(roles, each.role_ids), found.is_draft)


class _Annex(NamedTuple):
    text: PolicyText
    is_draft: bool


def _annex(policy: Policy, area: LocalArea, site: Site) -> _Annex | None:
    annex = current_annex(policy, area.id, site.as_of)
    text = annex_text(policy, annex, site) if annex else None
    return _Annex(text, annex.is_draft) if annex and text else None


def _contacts(policy: Policy, area: LocalArea, planner: Planner) -> Iterator[LocalContact]:
    site = planner.site
    version = current_version(policy, site.as_of)
    text = text_of(policy, version, site)
    region = site.get(Region, region_id_of(area))
    if region is None or text is None or not holds_in(policy, region):
        return
    for each in version.local_contacts:
        if clause := text.clause(each.clause):
            own = _of_first(each.purposes, contacts_of(region, site))
            within = () if own else tuple(_by_authority(each.purposes, region, planner))
            yield LocalContact(region, clause, own, within if any(group.members for group in within) else ())


def _by_authority(purposes: Iterable[str], region: Region, planner: Planner) -> Iterator[Group]:
    for authority in places_by_name(authorities_in(region, planner.site), planner):
        yield Group(authority, _of_first(purposes, contacts_of(authority, planner.site)))


def _of_first(purposes: Iterable[str], contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """The contacts for the first purpose that any of them has."""
    found = (tuple(each for each in contacts if each.purpose == purpose) for purpose in purposes)
    return next((each for each in found if each), ())
