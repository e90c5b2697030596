"""A page for each policy, with the version that counts, and one for each version at an address of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from drws.domains.diary.duty.record import Duty
from drws.domains.diary.meeting.record import Meeting
from drws.domains.directory.audience.record import Audience
from drws.domains.directory.organization.record import Region
from drws.domains.directory.service.record import Service
from drws.domains.governance.body.record import Body
from drws.domains.governance.function.record import Function
from drws.domains.governance.post.record import Post
from drws.domains.policies.addresses import comparison_page, version_page
from drws.domains.policies.document.copy import ControlledCopy, controlled_copy, copy_in_area
from drws.domains.policies.local.view import NOTHING_LOCAL, LocalView, local_view, view_in
from drws.domains.policies.policy.linked_data import linked_data
from drws.domains.policies.policy.record import Policy, Version
from drws.domains.policies.policy.standing import (
    ReviewState,
    VersionStanding,
    VersionState,
    current_version,
    review_day,
    review_state,
    standings,
    successors,
)
from drws.domains.policies.settings import PolicyRole, PolicySettings
from drws.domains.policies.text.queries import policy_texts, text_of
from drws.domains.policies.text.record import Clause, PolicyText
from drws.kernel.entity import Entity
from drws.kernel.roles import Actor
from drws.kernel.site import Site, known
from drws.kernel.term import Term, term
from drws.planning.page_plan import Group, PagePart, PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class BoundClause:
    """A clause with whom it binds."""

    clause: Clause
    roles: tuple[PolicyRole, ...]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version in the list of versions."""

    standing: VersionStanding
    page: str | None
    """The name of its page. None where its words do not stand here, or where it is the page itself."""
    comparison: str | None
    """The name of the page that compares it with the version before."""


@dataclass(frozen=True, slots=True)
class PolicyView:
    """What the page of a policy, or of one of its versions, prints."""

    policy: Policy
    shown: VersionStanding
    """The version that the page shows."""
    current: Version
    """The version that counts."""
    is_version: bool
    """Is it the page of one version, rather than of whatever counts?"""
    text: PolicyText | None
    clauses: tuple[BoundClause, ...]
    sections: tuple[Group, ...]
    """The list of contents: each section with its clauses."""
    versions: tuple[VersionRow, ...]
    """Every version, the newest first."""
    changed_clauses: Mapping[tuple[str, str], Clause]
    """The clauses that versions say they changed, by the version and the id."""
    type: Term | None
    topics: tuple[Term, ...]
    regions: tuple[Region, ...]
    """Those in which it holds, where not in all."""
    audiences: tuple[Audience, ...]
    serves: tuple[Group, ...]
    """The functions, duties and services that it serves, each under its word."""
    approved_by: Body | None
    approved_at: Meeting | None
    owner: Post | None
    publishers: tuple[Entity, ...]
    successors: tuple[Policy, ...]
    """The policies that took its place."""
    to_come: VersionStanding | None
    """The version that will come into force next."""
    review_day: date | None
    review: ReviewState
    local: LocalView
    """What areas add."""
    copy: ControlledCopy | None
    """What a copy on paper says about itself, where the words stand here."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page for each policy, then one for each area that adds to it and for each of its versions whose words stand here."""
    for policy in planner.by_name(planner.site.all(Policy)):
        rows = standings(policy, planner.site.as_of)
        current = current_version(policy, planner.site.as_of)
        main = next(each for each in rows if each.version is current)
        local = local_view(policy, planner)
        view = replace(_view(policy, main, rows, planner), local=local)
        yield planner.entity_page(
            policy,
            policy.name,
            policy.description,
            view,
            collection="policies",
            parts=tuple(_parts(view, planner)),
            linked_data=linked_data(policy, current, planner),
        )
        for area, name in ((each.area, each.page) for each in local.pages):
            title = planner.say(
                "local_parts.page_title", name=planner.plain(policy.name), area=planner.plain(area.name)
            )
            copy = copy_in_area(view.copy, area.name, name, planner)
            in_area = replace(view, local=view_in(policy, area, planner), copy=copy)
            yield planner.part_page(name, policy, title, "policies/policy.html", in_area, about=policy.description)
        for each in rows:
            name = version_page(policy, each.version)
            if planner.addresses.has(name, planner.code):
                view = _view(policy, each, rows, planner, is_version=True)
                title = planner.say(
                    "policy.version_title", name=planner.plain(policy.name), version=each.version.version
                )
                yield planner.part_page(name, policy, title, "policies/policy.html", view, about=policy.description)


def _view(
    policy: Policy,
    shown: VersionStanding,
    rows: tuple[VersionStanding, ...],
    planner: Planner,
    *,
    is_version: bool = False,
) -> PolicyView:
    site = planner.site
    settings = site.settings(PolicySettings)
    roles = {role.id: role for role in settings.policy_roles}
    text = text_of(policy, shown.version, site)
    return PolicyView(
        policy=policy,
        shown=shown,
        current=current_version(policy, site.as_of),
        is_version=is_version,
        text=text,
        clauses=tuple(BoundClause(each, known(roles, each.role_ids)) for each in text.clauses) if text else (),
        sections=tuple(_sections(text)) if text else (),
        versions=tuple(_row(policy, each, shown, planner, is_version=is_version) for each in rows),
        changed_clauses=dict(_changed_clauses(policy, site)),
        type=term(settings.policy_types, policy.policy_type_id),
        topics=tuple(found for id_ in policy.topic_ids if (found := term(settings.policy_topics, id_))),
        regions=known(site.of(Region), policy.region_ids),
        audiences=known(site.of(Audience), policy.audience_ids),
        serves=tuple(group for group in _serves(policy, site) if group.members),
        approved_by=site.get(Body, shown.version.approved_by_id),
        approved_at=site.get(Meeting, shown.version.approved_at_id),
        owner=site.get(Post, policy.owner_id),
        publishers=known(site.of(Actor), policy.publisher_ids),
        successors=successors(site).get(policy.id, ()),
        to_come=next((each for each in reversed(rows) if each.state is VersionState.TO_COME), None),
        review_day=review_day(policy, site.as_of),
        review=review_state(policy, site.as_of),
        local=NOTHING_LOCAL,
        copy=controlled_copy(policy, shown, planner),
    )


def _parts(view: PolicyView, planner: Planner) -> Iterator[PagePart]:
    """What the library's search finds by itself: every clause with words of its own."""
    questions = policy_texts(planner.site).questions.get(view.policy.id)
    for section in view.sections:
        above = section.heading.texts[planner.code].title
        for clause in (section.heading, *section.members):
            passage = clause.texts[planner.code]
            if passage.blocks:
                yield PagePart(
                    clause.id,
                    clause.anchor,
                    passage.title,
                    clause.number,
                    above="" if clause is section.heading else above,
                    asked=questions.about(clause.id, planner.code) if questions else (),
                )


def _sections(text: PolicyText) -> Iterator[Group]:
    for place, section in enumerate(text.clauses):
        if section.depth == 1:
            below = takewhile(lambda clause: clause.depth > 1, text.clauses[place + 1 :])
            yield Group(section, tuple(below))


def _changed_clauses(policy: Policy, site: Site) -> Iterator[tuple[tuple[str, str], Clause]]:
    for version in policy.versions:
        text = text_of(policy, version, site)
        for change in version.changes:
            if text and change.clause and (clause := text.clause(change.clause)):
                yield (version.version, change.clause), clause


def _serves(policy: Policy, site: Site) -> Iterator[Group]:
    yield Group("functions", known(site.of(Function), policy.function_ids))
    yield Group("duties", known(site.of(Duty), policy.duty_ids))
    yield Group("services", known(site.of(Service), policy.service_ids))


def _row(
    policy: Policy, each: VersionStanding, shown: VersionStanding, planner: Planner, *, is_version: bool
) -> VersionRow:
    name = version_page(policy, each.version)
    is_here = is_version and each.version is shown.version
    place = policy.versions.index(each.version)
    compared = comparison_page(policy, policy.versions[place - 1], each.version) if place else ""
    return VersionRow(
        each,
        page=name if planner.addresses.has(name, planner.code) and not is_here else None,
        comparison=compared if planner.addresses.has(compared, planner.code) else None,
    )
