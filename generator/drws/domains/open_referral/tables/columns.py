"""The tables, and what stands in each: those of HSDS, with its names, and our own columns after them (`x_…`)."""

from typing import NamedTuple


class Column(NamedTuple):
    """A column: its name, and its type and format as Table Schema has them (specs.frictionlessdata.io/table-schema)."""

    name: str
    type: str = "string"
    format: str = "default"
    refers_to: str = ""
    """The table whose ids stand in it."""


def _ids(**tables: str) -> tuple[Column, ...]:
    return tuple(Column(name, "string", "uuid", table) for name, table in tables.items())


def _words(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


def _truths(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, "boolean") for name in names)


URL, EMAIL = Column("url", "string", "uri"), Column("email", "string", "email")
ID = _ids(id="")
IN_LANGUAGE = _words("x_in_language")
ABOUT_A_RECORD = (
    *_words("x_record", "x_assurance"),
    Column("x_assured_date", "date"),
    *_words("x_withheld", "x_conflicts", "x_sources", "x_translation", "x_in_language"),
)
"""How far a record can be trusted, and where it was read."""

TABLES: dict[str, tuple[Column, ...]] = {
    "services": (
        *ID,
        *_ids(organization_id="organizations"),
        *_words("name", "description"),
        URL,
        EMAIL,
        *_words("status", "alert", "eligibility_description", "application_process", "wait_time", "fees"),
        Column("assured_date", "date"),
        Column("last_modified", "datetime"),
        *_words("x_summary", "x_alternate_names", "x_area_note"),
        *_truths("x_statutory", "x_has_one_provider", "x_contacts_are_its_own"),
        *_words("x_delivered_by", "x_partners"),
        *ABOUT_A_RECORD,
    ),
    "organizations": (
        *ID,
        *_words("name", "description"),
        EMAIL,
        Column("website", "string", "uri"),
        *_ids(parent_organization_id="organizations"),
        Column("x_url", "string", "uri"),
        *_words("x_alternate_names", "x_abbreviation", "x_status", "x_place", "x_region", "x_lead_authority"),
        *ABOUT_A_RECORD,
    ),
    "organization_identifiers": (
        *ID,
        *_ids(organization_id="organizations"),
        *_words("identifier_scheme", "identifier_type", "identifier"),
    ),
    "contacts": (
        *ID,
        *_ids(organization_id="organizations", location_id="locations"),
        *_words("name"),
        EMAIL,
        *_words("x_more_emails", "x_description", "x_what_happens", "x_website", "x_web_chat", "x_sign_language"),
        *_words("x_areas", "x_doubt"),
        *ABOUT_A_RECORD,
    ),
    "service_contacts": _ids(service_id="services", contact_id="contacts"),
    "phones": (
        *ID,
        *_ids(contact_id="contacts"),
        *_words("number"),
        Column("extension", "integer"),
        *_words("type", "description", "x_uri", "x_extension", "x_type", "x_option", "x_message"),
        *_words("x_relay_prefix", "x_cost"),
        *IN_LANGUAGE,
    ),
    "languages": (
        *ID,
        *_ids(service_id="services", phone_id="phones", x_contact_id="contacts"),
        *_words("name", "code"),
    ),
    "schedules": (
        *ID,
        *_ids(service_id="services", x_contact_id="contacts"),
        *_words("freq", "byday", "opens_at", "closes_at", "description", "x_timezone"),
        *_truths("x_closed_on_holidays"),
        *IN_LANGUAGE,
    ),
    "holiday_hours": (
        *_ids(x_contact_id="contacts"),
        Column("date", "date"),
        *_words("opens_at", "closes_at"),
    ),
    "locations": (
        *ID,
        *_ids(organization_id="organizations"),
        *_words("location_type", "name", "description"),
        *ABOUT_A_RECORD,
    ),
    "addresses": (
        *ID,
        *_ids(location_id="locations"),
        *_words("address_1", "address_2", "city", "state_province", "postal_code", "country", "address_type"),
        *_words("x_language"),
    ),
    "accessibility": (
        *ID,
        *_ids(location_id="locations"),
        *_words("description", "details"),
        URL,
        *IN_LANGUAGE,
    ),
    "service_at_locations": (*ID, *_ids(service_id="services", location_id="locations")),
    "service_areas": (
        *ID,
        *_ids(service_id="services"),
        *_words("name"),
        Column("uri", "string", "uri"),
        *_words("x_area"),
        *IN_LANGUAGE,
    ),
    "cost_options": (
        *ID,
        *_ids(service_id="services"),
        *_words("option"),
        Column("amount", "number"),
        *_words("currency"),
        *IN_LANGUAGE,
    ),
    "urls": (*ID, *_ids(service_id="services"), *_words("label"), URL, *_words("x_kind"), *IN_LANGUAGE),
    "attributes": (
        *ID,
        *_ids(link_id=""),
        *_words("link_type", "link_entity"),
        *_ids(taxonomy_term_id="taxonomy_terms"),
    ),
    "taxonomies": (*ID, *_words("name", "description", "x_link_type"), *IN_LANGUAGE),
    "taxonomy_terms": (
        *ID,
        *_words("code", "name", "description", "language", "taxonomy"),
        *_ids(taxonomy_id="taxonomies"),
        Column("term_uri", "string", "uri"),
        Column("x_order", "integer"),
        *ABOUT_A_RECORD,
    ),
}
"""The columns of each table. `service_contacts` and `holiday_hours` are ours: in HSDS a contact belongs to one service, and no holiday is known."""
