"""Every id that is mentioned exists.

A record names others by their ids. An id with no record behind it would be a link that leads nowhere.

Refused::

    data/services/blwch-llythyrau.yml: {organization_id: dyfryn}
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.addresses import PAGES
from generator.checks.check import Subject
from generator.model import Audience, Authority, Contact, Entity, Location, Organization, Region, Service
from generator.problems import Place, Problem, nearest

if TYPE_CHECKING:
    from generator.model.entity import Source

ID = "references"

PROVIDERS = ("regions", "authorities", "organizations")


def check(subject: Subject) -> Iterator[Problem]:
    """Every id that no record has, where it is mentioned."""
    for entity in subject.site.entities:
        yield from _sources(entity, subject)
        match entity:
            case Service():
                yield from _service(entity, subject)
            case Contact():
                yield from _missing(entity, "organization_id", [entity.organization_id], PROVIDERS, subject)
                yield from _missing(entity, "location_id", [entity.location_id], ("locations",), subject)
                yield from _missing(entity, "area_ids", entity.area_ids, ("areas",), subject)
                yield from _listed(
                    entity, "purpose", entity.purpose, [term.id for term in subject.site.partnership.contact_purposes]
                )
            case Location():
                yield from _missing(entity, "organization_id", [entity.organization_id], PROVIDERS, subject)
            case Audience(drawing=str() as drawing):
                yield from _listed(entity, "drawing", drawing, sorted(subject.drawings))
            case Organization():
                yield from _organization(entity, subject)
    yield from _partnership(subject)


def _service(service: Service, subject: Subject) -> Iterator[Problem]:
    yield from _missing(service, "organization_id", [service.organization_id], PROVIDERS, subject)
    yield from _missing(service, "delivered_by", service.delivered_by, PROVIDERS, subject)
    yield from _missing(service, "partner_ids", service.partner_ids, PROVIDERS, subject)
    yield from _missing(service, "audience_ids", service.audience_ids, ("audiences",), subject)
    yield from _missing(service, "kind_of_help_ids", service.kind_of_help_ids, ("kinds_of_help",), subject)
    yield from _missing(service, "area_ids", service.area_ids, ("areas",), subject)
    yield from _missing(service, "contact_ids", service.contact_ids, ("contacts",), subject)


def _organization(organization: Organization, subject: Subject) -> Iterator[Problem]:
    yield from _listed(
        organization,
        "organization_type",
        organization.organization_type,
        [term.id for term in subject.site.partnership.organization_types],
    )
    if isinstance(organization, Authority):
        yield from _missing(organization, "region_id", [organization.region_id], ("regions",), subject)
    if isinstance(organization, Region):
        yield from _missing(
            organization, "lead_authority_id", [organization.lead_authority_id], ("authorities",), subject
        )


def _partnership(subject: Subject) -> Iterator[Problem]:
    partnership = subject.site.partnership
    yield from _missing(partnership, "organization_id", [partnership.organization_id], PROVIDERS, subject)
    yield from _missing(partnership, "fallback_contact_ids", partnership.fallback_contact_ids, ("contacts",), subject)
    yield from _missing(partnership, "helpline_contact_id", [partnership.helpline_contact_id], ("contacts",), subject)
    types = [term.id for term in partnership.organization_types]
    for index, id_ in enumerate(partnership.agency_type_ids):
        if id_ not in types:
            yield _unknown(partnership.at("agency_type_ids", index), id_, types)
    pages = [*PAGES, *(f"page:{path}" for path in (*subject.site.authored, *sorted(subject.unread_pages)) if path)]
    for field in ("navigation", "footer"):
        for index, name in enumerate(getattr(partnership, field)):
            if name not in pages:
                yield _unknown(partnership.at(field, index), name, pages)


def _sources(entity: Entity, subject: Subject) -> Iterator[Problem]:
    """Documents that are named as sources: of the record, and of its facts, its history and its questions."""
    documents = subject.site.documents
    cited: list[tuple[tuple[str | int, ...], tuple[Source, ...]]] = [((), entity.sources)]
    for name in ("facts", "history", "questions"):
        cited += [((name, index), each.sources) for index, each in enumerate(getattr(entity, name, ()))]
    for path, sources in cited:
        for index, source in enumerate(sources):
            if source.document and source.document not in documents:
                yield _unknown(entity.at(*path, "sources", index, "document"), source.document, documents)


def _listed(entity: Entity, field: str, id_: str, known: list[str]) -> Iterator[Problem]:
    if id_ not in known:
        yield _unknown(entity.at(field), id_, known)


def _missing(
    entity: Entity, field: str, ids: Iterable[str | None], folders: tuple[str, ...], subject: Subject
) -> Iterator[Problem]:
    several = not field.endswith("_id")
    for index, id_ in enumerate(ids):
        if id_ is None or any(subject.exists(folder, id_) for folder in folders):
            continue
        if folders == ("areas",) and any(subject.exists(folder, id_) for folder in PROVIDERS[:2]):
            continue
        known = [each for folder in folders for each in subject.ids(folder)]
        yield _unknown(entity.at(field, index) if several else entity.at(field), id_, known)


def _unknown(place: Place, id_: str, known: Iterable[str]) -> Problem:
    return Problem(place, "references.unknown", {"id": id_, "nearest": nearest(id_, known)})
