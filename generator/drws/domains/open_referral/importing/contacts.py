"""Contacts as the records that they become, and what others say of a service instead of its contact."""

from drws.domains.open_referral.importing.known import Known, reference
from drws.domains.open_referral.importing.parts import codes, holiday, phone, schedules
from drws.domains.open_referral.importing.told import Told
from drws.domains.open_referral.importing.trust import Fields, trust
from drws.domains.open_referral.taxonomy import Taxonomy


def contact(told: Told, known: Known, owner: str | None) -> Fields:
    """A way to reach somebody. The name of a contact of others may be that of a person, and stays in the feed."""
    told.taken |= {"x_doubt"}
    emails = [each for each in (told.words("email"), *told.strings("x_more_emails")) if each]
    name = told.text("name") if told.is_ours else told.text("department") or told.text("title")
    if not told.is_ours:
        told.taken.discard("name")
    return {
        "organization_id": known.id_of("organization", told.words("organization_id")) or owner,
        "name": name or known.names.get(owner or ""),
        "purpose": next(iter(known.terms(told, Taxonomy.CONTACT_PURPOSE)), known.defaults.purpose),
        "description": told.text("x_description"),
        "what_happens": told.text("x_what_happens"),
        "phones": [phone(each, known) for each in told.parts("phones")],
        "emails": list(emails),
        "website": told.link("x_website"),
        "web_chat": told.link("x_web_chat"),
        "sign_language": told.link("x_sign_language"),
        "languages": codes(told.parts("x_languages"), known),
        "schedules": schedules(told.parts("x_schedules")),
        "holiday_hours": [holiday(each) for each in told.parts("x_holiday_hours")],
        "location_id": known.id_of("location", told.words("location_id")),
        "area_ids": [area for each in told.strings("x_areas") if (area := reference(each))],
        **trust(told, known),
    }


def contact_of_service(told: Told, known: Known, owner: str | None) -> Fields:
    """The contact of a service of others that says its numbers, mailbox or hours itself: it is called like the service."""
    return {
        "organization_id": owner,
        "name": told.text("name"),
        "purpose": known.defaults.purpose,
        **told_of_service(told, known),
        **trust(told, known),
    }


def told_of_service(told: Told, known: Known) -> Fields:
    """What a service of others says that belongs to its contact here."""
    email = told.words("email")
    return {
        "phones": [phone(each, known) for each in told.parts("phones")],
        "emails": [email] if email else [],
        "schedules": schedules(told.parts("schedules")),
        "location_id": _place(told, known),
    }


def _place(told: Told, known: Known) -> str | None:
    """The first place where the service is given that can be gone to."""
    found = None
    for each in told.parts("service_at_locations"):
        place = each.part("location")
        id_ = known.id_of("location", place.id if place else each.words("location_id"))
        each.taken |= {"service_id", "location_id"} if id_ and found in (None, id_) else set()
        if id_ and found not in (None, id_):
            each.taken.discard("location")
        found = found or id_
    return found
