"""Organizations, places, and the terms by which services are sorted, as the records that they become."""

from drws.domains.open_referral.importing.known import Known, reference
from drws.domains.open_referral.importing.parts import addresses
from drws.domains.open_referral.importing.told import Told
from drws.domains.open_referral.importing.trust import Fields, filled, findings, trust, unless
from drws.domains.open_referral.organization import GSS
from drws.domains.open_referral.taxonomy import Taxonomy
from drws.read.tree import Value


def term(told: Told, known: Known) -> Fields:
    """An audience or a kind of help."""
    told.taken |= {"code", "language", "taxonomy", "taxonomy_id", "term_uri", "taxonomy_detail"}
    return {
        "name": told.text("name"),
        "order": told.words("x_order"),
        "description": told.text("description"),
        **trust(told, known),
    }


def organization(told: Told, known: Known) -> Fields:
    """An organization, a region or an authority."""
    kind, _ = told.record
    told.taken |= {"contacts", "locations", "services", "parent_organization_id", "x_url"} | (
        {"email"} if told.is_ours else set()
    )
    identifiers: list[Value] = []
    code = None
    for each in told.parts("organization_identifiers"):
        scheme = each.words("identifier_scheme") or each.words("identifier_type")
        each.taken |= {"identifier_type", "identifier_scheme", "organization_id"}
        if scheme == GSS and kind == "authority":
            code = each.words("identifier")
        else:
            identifiers.append(filled({"scheme": scheme, "identifier": each.words("identifier")}))
    type_ = next(iter(known.terms(told, Taxonomy.ORGANIZATION_TYPE)), known.defaults.organization_type)
    return {
        "name": told.text("name"),
        "alternate_names": told.names("x_alternate_names"),
        "abbreviation": told.text("x_abbreviation"),
        "organization_type": type_,
        "status": unless(told.words("x_status"), "active"),
        "description": told.text("description"),
        "website": told.link("website"),
        "identifiers": identifiers,
        "facts": findings(told, known),
        "code": code,
        "place": told.text("x_place") if kind == "authority" else None,
        "region_id": reference(told.words("x_region")) if kind == "authority" else None,
        "lead_authority_id": reference(told.words("x_lead_authority")) if kind == "region" else None,
        **trust(told, known),
    }


def location(told: Told, known: Known, owner: str | None) -> Fields:
    """A place that can be visited or written to."""
    told.taken |= {"organization_id"}
    address, *translated = addresses(told) or [""]
    return {
        "organization_id": known.id_of("organization", told.words("organization_id")) or owner,
        "name": told.text("name") or _named_after(address),
        "location_type": told.words("location_type"),
        "address": address,
        "translated_addresses": [each for each in translated if each],
        "accessibility": [
            filled(
                {
                    "description": each.text("description"),
                    "details": each.text("details"),
                    "website": each.link("url"),
                }
            )
            for each in told.parts("accessibility")
        ],
        "description": told.text("description"),
        **trust(told, known),
    }


def _named_after(address: Value | None) -> Value | None:
    """A place without a name is called by the first line of its address."""
    return {"same": address["address_1"]} if isinstance(address, dict) and "address_1" in address else None
