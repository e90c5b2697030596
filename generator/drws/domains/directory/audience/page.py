"""A page for each audience: what its people come for, whom to ring, their questions and services. And the list of audiences."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from drws.domains.directory.audience.linked_data import linked_data
from drws.domains.directory.audience.record import Audience, Question, Task
from drws.domains.directory.audience.services import Nearby, everywhere_by_kind, nearby
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.finder.geography import Geography, Nation
from drws.domains.directory.finder.page import Answer, answers_of, nations_of
from drws.domains.directory.queries import fallback_contacts
from drws.kernel.form_of_address import FormOfAddress
from drws.kernel.page_link import PageLink
from drws.kernel.site import known
from drws.kernel.text import Text
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner
from drws.planning.way import Way, way


class TaskView(NamedTuple):
    """A task, and where it is done."""

    task: Task
    way: Way


class QuestionView(NamedTuple):
    """A question, and where its answer is told in full."""

    question: Question
    more: tuple[Way, ...]


class GuidesView(NamedTuple):
    """Pages to read that belong together."""

    heading: Text | None
    pages: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class AudienceView:
    """What the page of an audience prints."""

    audience: Audience
    tasks: tuple[TaskView, ...]
    has_finder: bool
    """Can the page find a service by postcode?"""
    answers: tuple[Answer, ...]
    """What its finder says of every authority, on a page in the familiar form. The others fetch it from the page of areas."""
    nations: tuple[Nation, ...]
    """Likewise of other nations."""
    contacts: tuple[Contact, ...]
    """Whom to ring: the audience's own contacts, then the partnership's where none of these has a telephone."""
    questions: tuple[QuestionView, ...]
    guides: tuple[GuidesView, ...]
    nearby: tuple[Nearby, ...]
    """Every region, with its services for the audience."""
    everywhere: tuple[Group, ...]
    """Each kind of help, with the services for the audience that are in every region."""


@dataclass(frozen=True, slots=True)
class AudiencesView:
    """What the list of audiences prints."""

    audiences: tuple[Audience, ...]


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The list, then one page for each audience."""
    audiences = sorted(planner.site.all(Audience), key=lambda audience: audience.order)
    yield from planner.page("audiences", "directory/audiences.html", AudiencesView(tuple(audiences)))
    for audience in audiences:
        said = linked_data(audience, planner)
        yield planner.entity_page(
            audience,
            audience.name,
            audience.description,
            _view(audience, planner),
            page_type="FAQPage" if said else "WebPage",
            linked_data=said,
        )


def _view(audience: Audience, planner: Planner) -> AudienceView:
    site = planner.site
    contacts = known(site.of(Contact), audience.contact_ids)
    is_familiar = audience.form_of_address is FormOfAddress.FAMILIAR

    def ways(links: tuple[PageLink, ...]) -> tuple[Way, ...]:
        return tuple(way(link.target, link.text, planner) for link in links)

    return AudienceView(
        audience=audience,
        tasks=tuple(TaskView(task, way(task.target, task.task, planner)) for task in audience.tasks),
        has_finder=site.dataset(Geography) is not None,
        answers=answers_of(planner) if is_familiar else (),
        nations=nations_of(planner) if is_familiar else (),
        contacts=contacts if any(each.is_rung for each in contacts) else (*contacts, *fallback_contacts(site)),
        questions=tuple(QuestionView(each, ways(each.more)) for each in audience.questions),
        guides=tuple(GuidesView(group.heading, ways(group.pages)) for group in audience.guides),
        nearby=nearby(audience, planner),
        everywhere=everywhere_by_kind(audience, planner),
    )
