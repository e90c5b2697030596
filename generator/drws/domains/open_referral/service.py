"""HSDS `service`, with everything that belongs to it, and `service_at_location`."""

from collections.abc import Iterator

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.location.record import Location
from drws.domains.directory.queries import contacts_for, providers, providers_of
from drws.domains.directory.service.record import CostOption, Service
from drws.domains.open_referral.addresses import alternates
from drws.domains.open_referral.contact import contact, languages
from drws.domains.open_referral.ids import uuid_of, uuid_of_record
from drws.domains.open_referral.location import location, virtual_location
from drws.domains.open_referral.organization import brief
from drws.domains.open_referral.provenance import findings, provenance
from drws.domains.open_referral.schedule import schedules
from drws.domains.open_referral.service_area import service_areas
from drws.domains.open_referral.stated import Stated, stated, ui_words
from drws.domains.open_referral.taxonomy import Taxonomy, attributes
from drws.kernel.link import Link
from drws.kernel.site import Site, known
from drws.planning.addresses import name_of
from drws.planning.plan import Planner


def service(record: Service, planner: Planner) -> Stated:
    """A service, whole. Its `url` is its page on this site; its own page elsewhere is among `additional_urls`.

    `last_modified` is the day on which somebody last confirmed it: no record says when its words changed.
    """
    site = planner.site
    own = (record.KIND, record.id)
    providing = providers_of(record, site)
    contacts = contacts_for(record, site)
    assured = record.assured_date.isoformat() if record.assured_date else None
    return {
        **stated(
            planner,
            id=uuid_of(site, *own),
            organization_id=uuid_of_record(site, providing[0]) if providing else None,
            name=record.name,
            description=record.description,
            url=site.partnership.url + planner.addresses.path(record, planner.code),
            email=next((email for each in contacts for email in each.emails), None),
            status=record.status.value,
            alert=record.alert,
            eligibility_description=record.eligibility_description,
            application_process=record.application_process,
            wait_time=record.wait_time,
            fees=record.fees_description,
            fees_description=record.fees_description,
            assured_date=assured,
            last_modified=f"{assured}T00:00:00Z" if assured else None,
            organization=brief(providing[0], planner) if providing else None,
            additional_urls=list(_urls(record, planner)),
            contacts=[contact(each, planner) for each in contacts],
            schedules=[hours for each in contacts for hours in schedules(each, planner, of=own)],
            languages=languages(own, record.languages, planner),
            cost_options=[
                _cost_option(each, number, record, planner) for number, each in enumerate(record.cost_options)
            ],
            service_areas=service_areas(record, planner),
            service_at_locations=service_at_locations(record, planner),
            attributes=[
                *attributes(own, "service", Taxonomy.AUDIENCE, record.audience_ids, planner),
                *attributes(own, "service", Taxonomy.KIND_OF_HELP, record.kind_of_help_ids, planner),
                *attributes(own, "service", Taxonomy.DELIVERY_MODE, record.delivery_modes, planner),
            ],
            x_summary=record.summary,
            x_alternate_names=dict(record.alternate_names.names),
            x_area_note=record.area_note,
            x_statutory=record.statutory,
            x_has_one_provider=record.organization_id is not None,
            x_delivered_by=_names(record.delivered_by, site),
            x_partners=_names(record.partner_ids, site),
            x_contacts_are_its_own=bool(known(site.of(Contact), record.contact_ids)),
            x_facts=findings(record.facts, planner),
            x_alternate=alternates(f"services/{uuid_of(site, *own)}.json", site),
        ),
        **provenance(record, planner),
    }


def service_at_locations(record: Service, planner: Planner) -> list[Stated]:
    """Where one can go or write to about a service, and that it is given by telephone or online."""
    site = planner.site
    own = (record.KIND, record.id)
    contacts = contacts_for(record, site)
    places = dict.fromkeys(known(site.of(Location), (each.location_id for each in contacts)))
    found: list[tuple[tuple[str, ...], Stated]] = [((each.KIND, each.id), location(each, planner)) for each in places]
    if virtual := virtual_location(record, planner):
        found.append((("virtual",), virtual))
    return [
        {
            "id": uuid_of(site, *own, "at", *names),
            "service_id": uuid_of(site, *own),
            "location_id": place["id"],
            "location": place,
        }
        for names, place in found
    ]


def _urls(record: Service, planner: Planner) -> Iterator[Stated]:
    """Pages of others about it (HSDS `url`)."""
    for kind, link in (("website", record.website), ("apply", record.application_link)):
        if link:
            yield _url(kind, link, record, planner)


def _url(kind: str, link: Link, record: Service, planner: Planner) -> Stated:
    return stated(
        planner,
        id=uuid_of(planner.site, record.KIND, record.id, "url", kind),
        label=ui_words(planner, f"service.{kind}"),
        url=link,
        x_kind=kind,
    )


def _cost_option(option: CostOption, number: int, record: Service, planner: Planner) -> Stated:
    return stated(
        planner,
        id=uuid_of(planner.site, record.KIND, record.id, "cost", str(number)),
        option=option.option,
        amount=float(option.amount) if option.amount is not None else None,
        currency=option.currency,
    )


def _names(ids: tuple[str, ...], site: Site) -> list[str]:
    """Organizations as the feeds name them: `region:dyffryn`."""
    return [name_of(each) for each in known(providers(site), ids)]
