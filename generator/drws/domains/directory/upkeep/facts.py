"""Facts that age: those that are no longer shown, those to confirm again, those that nobody has confirmed, and numbers that are doubted."""

from collections.abc import Iterable, Iterator
from datetime import date

from drws.domains.directory.contact.doubt import doubt_about
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Organization, OrganizationStatus
from drws.domains.directory.queries import provider
from drws.domains.directory.service.record import Service
from drws.kernel.ageing import confirm_from, expires_on, facts_of
from drws.kernel.entity import Entity
from drws.kernel.fact_kind import FactKind
from drws.kernel.site import Site
from drws.planning.plan import Planner
from drws.planning.upkeep import Task, task


def no_longer_shown(planner: Planner) -> Iterator[Task]:
    """Every record that has lost facts because they were confirmed too long ago."""
    site = planner.site
    for record in _in_use(site):
        if kinds := site.withheld_from(record):
            yield _task(record, planner, (kind for kind in FactKind if kind in kinds))


def to_confirm(planner: Planner) -> Iterator[Task]:
    """Every record of which pages ask people to confirm it, from the day on which they do."""
    for record in _in_use(planner.site):
        lives = _lives(record, planner.site)
        if record.assured_date and lives:
            yield _task(record, planner, lives, day=confirm_from(record.assured_date, min(lives.values())))


def to_be_withheld(planner: Planner) -> Iterator[Task]:
    """Every kind of fact that pages are going to leave out, with the first day on which they do."""
    for record in _in_use(planner.site):
        if assured := record.assured_date:
            for kind, days in _lives(record, planner.site).items():
                yield _task(record, planner, (kind,), day=expires_on(assured, days))


def unconfirmed(planner: Planner) -> Iterator[Task]:
    """Every record with facts that age and that nobody has ever confirmed."""
    for record in _in_use(planner.site):
        if record.assured_date is None and (kinds := [kind for kind, _ in facts_of(record)]):
            yield _task(record, planner, kinds)


def doubted_numbers(planner: Planner) -> Iterator[Task]:
    """Every contact beside whose number its page says that it may be wrong."""
    site = planner.site
    for contact in site.all(Contact):
        if doubt := doubt_about(contact, site):
            said = (
                planner.say("upkeep.source_dated", date=planner.date(doubt.source_date)) if doubt.source_date else None
            )
            yield _task(contact, planner, said=said)


def _in_use(site: Site) -> Iterator[Entity]:
    """Records with facts that age, but for those of what is no more."""
    for record in site.entities:
        is_over = (isinstance(record, Organization) and record.status is OrganizationStatus.DEFUNCT) or (
            isinstance(record, Service) and not record.is_listed
        )
        if record.AGES and not is_over:
            yield record


def _lives(record: Entity, site: Site) -> dict[FactKind, int]:
    """The half-life, in days, of each kind of fact that a record shows. What stands in the place of one that is too old is none."""
    halves, withheld = site.partnership.half_lives, site.withheld_from(record)
    shown = (kind for kind, _ in facts_of(record) if kind not in withheld)
    return {kind: days for kind in shown if (days := halves.of(kind)) is not None}


def _organization_of(record: Entity, site: Site) -> Organization | None:
    """Who can confirm a record: the organization that it is, or that it belongs to (HSDS `organization_id`)."""
    return record if isinstance(record, Organization) else provider(getattr(record, "organization_id", None), site)


def _task(
    record: Entity,
    planner: Planner,
    kinds: Iterable[FactKind] = (),
    *,
    said: str | None = None,
    day: date | None = None,
) -> Task:
    """A contact and a location show on the page of their organization."""
    organization = _organization_of(record, planner.site)
    detail = said or ", ".join(planner.say(f"upkeep.fact.{kind}") for kind in kinds) or None
    return task(record, planner, page=organization, owner=organization, day=day, detail=detail)
