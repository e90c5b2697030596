"""Services as the records that they become."""

from drws.domains.open_referral.importing.known import Known, reference
from drws.domains.open_referral.importing.parts import codes
from drws.domains.open_referral.importing.told import Told
from drws.domains.open_referral.importing.trust import Fields, filled, findings, trust, unless
from drws.domains.open_referral.taxonomy import Taxonomy
from drws.read.tree import Value

GBP = "GBP"
"""What an amount is in that names no currency: the UK profile has no field for one, and expects pounds (HSDS 3.1, `cost_option.currency`)."""
LONGEST = 160
"""Characters of a summary (directory/service/check_summaries.py)."""


def service(told: Told, known: Known, owner: str | None) -> Fields:
    """A service. What others call `url` is its page; on a site of ours it is the page about it."""
    told.taken |= {"organization", "contacts", "last_modified", "fees"}
    told.taken |= {"schedules", "service_at_locations", "email"} if told.is_ours else set()
    links = {each.words("x_kind"): each for each in told.parts("additional_urls")}
    for each in links.values():
        each.taken.add("label")
    site_page = told.link("url")
    fees = told.text("fees_description") or told.text("fees")
    defaults = known.defaults
    told.taken |= {"organization_id"}
    contacts = [known.id_of("contact", id_) for id_ in told.ids_in("contacts")]
    description = told.text("description")
    assured = told.words("assured_date")
    return {
        "name": told.text("name"),
        "alternate_names": told.names("x_alternate_names"),
        "summary": told.text("x_summary") or (None if told.is_ours else _shortened(description)),
        "description": description,
        "status": unless(told.words("status"), "active"),
        "alert": told.text("alert"),
        "organization_id": None if told.plain("x_has_one_provider") is False else owner,
        "delivered_by": [id_ for each in told.strings("x_delivered_by") if (id_ := reference(each))],
        "partner_ids": [id_ for each in told.strings("x_partners") if (id_ := reference(each))],
        "audience_ids": [*known.terms(told, Taxonomy.AUDIENCE, usual=defaults.audiences)],
        "kind_of_help_ids": [*known.terms(told, Taxonomy.KIND_OF_HELP, usual=defaults.kinds_of_help)],
        "area_ids": _areas(told, known) or list(defaults.areas),
        "area_note": told.text("x_area_note"),
        "eligibility_description": told.text("eligibility_description"),
        "application_process": told.text("application_process"),
        "application_link": links["apply"].link("url") if "apply" in links else None,
        "fees_description": fees,
        "cost_options": [_cost_option(each) for each in told.parts("cost_options")],
        "delivery_modes": [*known.terms(told, Taxonomy.DELIVERY_MODE)] if told.is_ours else [],
        "wait_time": told.text("wait_time"),
        "languages": codes(told.parts("languages"), known),
        "statutory": told.words("x_statutory"),
        "contact_ids": [id_ for id_ in contacts if id_] if told.plain("x_contacts_are_its_own") is not False else [],
        "website": links["website"].link("url") if "website" in links else None if told.is_ours else site_page,
        "facts": findings(told, known),
        **trust(told, known),
        "assured_date": assured[:10] if assured else None,
    }


def _areas(told: Told, known: Known) -> list[Value]:
    found: list[Value] = []
    for each in told.parts("service_areas"):
        area = reference(each.words("x_area"))
        name, uri = each.words("name") or "", each.words("uri") or ""
        area = area or known.area(name, uri)
        each.taken |= {"service_id"}
        each.differing.clear()
        if area and area not in found:
            found.append(area)
        elif not area:
            each.taken -= {"name", "uri"}
    return found


def _cost_option(told: Told) -> dict[str, Value]:
    told.taken |= {"service_id"}
    amount = told.plain("amount")
    currency = told.words("currency") or (GBP if amount else None)
    return filled(
        {
            "option": told.text("option"),
            "amount": _amount(amount) if isinstance(amount, int | float) else None,
            "currency": currency.upper() if currency else None,
        }
    )


def _amount(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else f"{amount:.2f}"


def _shortened(description: Value | None) -> Value | None:
    """The beginning of a description, for a summary: whole sentences where they fit, or else whole words."""
    if not isinstance(description, dict):
        return None
    return {code: _beginning(words) for code, words in description.items() if isinstance(words, str)}


def _beginning(words: str) -> str:
    line = " ".join(words.split())
    if len(line) <= LONGEST:
        return line
    sentence = line[:LONGEST].rpartition(". ")[0]
    return f"{sentence}." if sentence else f"{line[: LONGEST - 1].rpartition(' ')[0]}…"
