"""HSDS `contact`, with its `phone` and `language`. A contact is a team or a line, and no person."""

from collections import Counter
from collections.abc import Iterable, Iterator

from drws.domains.directory.contact.doubt import doubt_about
from drws.domains.directory.contact.record import Contact, ContactPhone, PhoneType
from drws.domains.directory.location.record import Location
from drws.domains.directory.queries import areas, provider
from drws.domains.open_referral.ids import uuid_of, uuid_of_record
from drws.domains.open_referral.provenance import provenance
from drws.domains.open_referral.schedule import holiday_hours, schedules
from drws.domains.open_referral.stated import Stated, stated
from drws.domains.open_referral.taxonomy import Taxonomy, attributes
from drws.kernel.entity import Entity
from drws.kernel.site import Site
from drws.planning.addresses import name_of
from drws.planning.plan import Planner

HSDS_TYPES = {
    PhoneType.VOICE: "voice",
    PhoneType.FREEPHONE: "voice",
    PhoneType.TEXTPHONE: "textphone",
    PhoneType.TEXT: "text",
}
"""What HSDS calls each kind of line (RFC 6350, section 6.4.1)."""


def contact(record: Contact, planner: Planner) -> Stated:
    """A way to reach an organization for one purpose."""
    site = planner.site
    owner = provider(record.organization_id, site)
    place = site.get(Location, record.location_id)
    return {
        **stated(
            planner,
            id=uuid_of_record(site, record),
            organization_id=uuid_of_record(site, owner) if owner else None,
            location_id=uuid_of_record(site, place) if place else None,
            name=record.name,
            email=record.emails[0] if record.emails else None,
            phones=list(_phones(record, planner)),
            attributes=attributes(
                (record.KIND, record.id), "contact", Taxonomy.CONTACT_PURPOSE, (record.purpose,), planner
            ),
            x_description=record.description,
            x_what_happens=record.what_happens,
            x_more_emails=record.emails[1:],
            x_website=record.website,
            x_web_chat=record.web_chat,
            x_sign_language=record.sign_language,
            x_languages=languages((record.KIND, record.id), record.languages, planner),
            x_schedules=schedules(record, planner),
            x_holiday_hours=holiday_hours(record),
            x_areas=area_names(record.area_ids, site),
            x_doubt=_doubt(record, site),
        ),
        **provenance(record, planner),
    }


def languages(of: Iterable[str], codes: Iterable[str], planner: Planner) -> list[Stated]:
    """HSDS `language`: the languages in which something is given or answered."""
    return [
        {
            "id": uuid_of(planner.site, *of, "language", code),
            "name": planner.strings.language_name(code, planner.code),
            "code": code,
        }
        for code in codes
    ]


def area_names(ids: Iterable[str], site: Site) -> list[str]:
    """Areas as the feeds name them: `authority:llanfechan`, `region:dyffryn`, `area:everywhere`."""
    found = ((id_, areas(site).get(id_)) for id_ in ids)
    return [name_of(area) if isinstance(area, Entity) else f"area:{id_}" for id_, area in found if area]


def _phones(record: Contact, planner: Planner) -> Iterator[Stated]:
    """Lines are known by their numbers and kinds, so that their ids stay when their order changes."""
    times = Counter[tuple[str, str]]()
    for phone in record.phones:
        number, kind = phone.number.dialled, HSDS_TYPES[phone.type]
        times[number, kind] += 1
        again = (str(times[number, kind]),) if times[number, kind] > 1 else ()
        yield _phone(phone, (record.KIND, record.id, "phone", number, kind, *again), planner)


def _phone(phone: ContactPhone, names: tuple[str, ...], planner: Planner) -> Stated:
    extension = _number(phone.extension)
    return stated(
        planner,
        id=uuid_of(planner.site, *names),
        number=phone.number.text,
        extension=extension,
        type=HSDS_TYPES[phone.type],
        description=phone.description,
        languages=languages(names, phone.languages, planner),
        x_uri=phone.uri,
        x_extension=phone.extension if extension is None else None,
        x_type=phone.type.value if phone.type.value != HSDS_TYPES[phone.type] else None,
        x_option=phone.option,
        x_message=phone.message,
        x_relay_prefix=phone.relay_prefix,
        x_cost=phone.cost,
    )


def _number(extension: str | None) -> int | None:
    """HSDS wants a number for an extension. One with other signs, or a nought in front, is none."""
    return int(extension) if extension and extension.isdecimal() and str(int(extension)) == extension else None


def _doubt(record: Contact, site: Site) -> str | None:
    """Why its numbers may be wrong, as its page says: the source is weak, or it is old."""
    doubt = doubt_about(record, site)
    if doubt is None:
        return None
    return "old-source" if doubt.source_date else "weak-source"
