"""HSDS `taxonomy`, `taxonomy_term` and `attribute`: by what services, contacts and organizations are sorted."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from drws.domains.directory.audience.record import Audience, KindOfHelp, TaxonomyTerm
from drws.domains.directory.service.record import DeliveryMode
from drws.domains.directory.settings import DirectorySettings
from drws.domains.open_referral.ids import uuid_of
from drws.domains.open_referral.provenance import provenance
from drws.domains.open_referral.stated import Stated, stated, ui_words
from drws.kernel.term import Term
from drws.planning.plan import Planner


class Taxonomy(StrEnum):
    """The taxonomies, by the `link_type` of their attributes."""

    AUDIENCE = "audience"
    KIND_OF_HELP = "service-type"
    DELIVERY_MODE = "delivery-mode"
    ORGANIZATION_TYPE = "organization-type"
    CONTACT_PURPOSE = "contact-purpose"


def taxonomies(planner: Planner) -> list[Stated]:
    """Each taxonomy of which there is a term."""
    used = {key for key, _ in terms(planner)}
    return [_taxonomy(each, planner) for each in Taxonomy if each in used]


def taxonomy_terms(planner: Planner) -> list[Stated]:
    """Each term, in the order of lists."""
    return list(terms(planner).values())


def terms(planner: Planner) -> Mapping[tuple[Taxonomy, str], Stated]:
    """Each term by its taxonomy and its own id: made once for a language."""
    return planner.once(_terms)


def attributes(
    owner: tuple[str, str], link_entity: str, taxonomy: Taxonomy, chosen: Iterable[str], planner: Planner
) -> list[Stated]:
    """Links from something, by its kind and id, to the terms that it has. A term that there is none of is passed over: a check reports it."""
    site = planner.site
    found = ((id_, terms(planner).get((taxonomy, id_))) for id_ in chosen)
    return [
        {
            "id": uuid_of(site, *owner, taxonomy.value, id_),
            "link_id": uuid_of(site, *owner),
            "link_type": taxonomy.value,
            "link_entity": link_entity,
            "taxonomy_term_id": term["id"],
            "taxonomy_term": {name: term[name] for name in BRIEF if name in term},
        }
        for id_, term in found
        if term
    ]


BRIEF = ("id", "code", "name", "description", "taxonomy", "taxonomy_id", "x_in_language")
"""What of a term stands where something has it."""


def _taxonomy(taxonomy: Taxonomy, planner: Planner) -> Stated:
    return stated(
        planner,
        id=uuid_of(planner.site, "taxonomy", taxonomy.value),
        name=ui_words(planner, f"open_referral.taxonomy.{taxonomy}"),
        description=ui_words(planner, f"open_referral.about.{taxonomy}"),
        x_link_type=taxonomy.value,
    )


def _terms(planner: Planner) -> Mapping[tuple[Taxonomy, str], Stated]:
    site, settings = planner.site, planner.site.settings(DirectorySettings)
    audiences = sorted(site.all(Audience), key=lambda each: each.order)
    kinds = sorted(site.all(KindOfHelp), key=lambda each: each.order)
    return {
        **{(Taxonomy.AUDIENCE, each.id): _of_record(each, Taxonomy.AUDIENCE, planner) for each in audiences},
        **{(Taxonomy.KIND_OF_HELP, each.id): _of_record(each, Taxonomy.KIND_OF_HELP, planner) for each in kinds},
        **{(Taxonomy.DELIVERY_MODE, each.value): _of_mode(each, planner) for each in DeliveryMode},
        **{
            (taxonomy, each.id): _of_term(each, taxonomy, planner)
            for taxonomy, listed in (
                (Taxonomy.ORGANIZATION_TYPE, settings.organization_types),
                (Taxonomy.CONTACT_PURPOSE, settings.contact_purposes),
            )
            for each in listed
        },
    }


def _of_record(record: TaxonomyTerm, taxonomy: Taxonomy, planner: Planner) -> Stated:
    page = planner.site.partnership.url + planner.addresses.path(record, planner.code)
    return {
        **stated(
            planner,
            **_beginning(taxonomy, record.id, planner),
            name=record.name,
            description=record.description,
            term_uri=page,
            x_order=record.order,
        ),
        **provenance(record, planner),
    }


def _of_term(term: Term, taxonomy: Taxonomy, planner: Planner) -> Stated:
    """A term without a description is described by its name: HSDS wants one."""
    return stated(
        planner, **_beginning(taxonomy, term.id, planner), name=term.name, description=term.description or term.name
    )


def _of_mode(mode: DeliveryMode, planner: Planner) -> Stated:
    words = ui_words(planner, f"facet.how.{mode}")
    return stated(planner, **_beginning(Taxonomy.DELIVERY_MODE, mode.value, planner), name=words, description=words)


def _beginning(taxonomy: Taxonomy, id_: str, planner: Planner) -> Stated:
    return {
        "id": uuid_of(planner.site, "taxonomy_term", taxonomy.value, id_),
        "code": id_,
        "language": planner.code,
        "taxonomy": planner.say(f"open_referral.taxonomy.{taxonomy}"),
        "taxonomy_id": uuid_of(planner.site, "taxonomy", taxonomy.value),
    }
