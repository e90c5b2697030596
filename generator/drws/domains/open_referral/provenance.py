"""How far a record can be trusted, and where it was read: HSDS has no words for it but `assured_date` of a service, so these are local ones."""

from drws.domains.directory.queries import assurance_of
from drws.domains.open_referral.stated import Stated, stated
from drws.kernel.ageing import facts_of
from drws.kernel.entity import Entity, Finding, Source
from drws.kernel.text import Text
from drws.planning.addresses import name_of
from drws.planning.plan import Planner


def provenance(record: Entity, planner: Planner) -> Stated:
    """The name of a record, when it was confirmed, and where it was read.

    `x_assurance` says what its pages say: `confirmed`, `please-confirm` when that was some time ago, `unconfirmed` when nobody ever did. A
    record in which nothing ages has none. `x_withheld` names the kinds of fact that were too old to be published.
    """
    return {
        "x_record": name_of(record),
        **stated(
            planner,
            x_assurance=_assurance(record, planner),
            x_assured_date=record.assured_date.isoformat() if record.assured_date else None,
            x_withheld=sorted(planner.site.withheld_from(record)),
            x_confidence=[{"field": each.field, "level": each.level.value} for each in record.confidence],
            x_conflicts=[stated(planner, text=conflict) for conflict in record.conflicts],
            x_sources=sources(record.sources, planner),
            x_translation=record.translation.value,
        ),
    }


def findings(found: tuple[Finding, ...], planner: Planner) -> list[Stated]:
    """What sources say of a record and what helps whoever reads of it."""
    return [stated(planner, text=each.text, sources=sources(each.sources, planner)) for each in found]


def sources(read: tuple[Source, ...], planner: Planner) -> list[Stated]:
    """Where something was read: the address of a page, a document by its id and title, or what else it is."""
    return [
        stated(
            planner,
            url=each.url,
            document=each.document,
            title=_title(each, planner),
            description=each.description,
            as_of=each.as_of.iso if each.as_of else None,
        )
        for each in read
    ]


def _title(source: Source, planner: Planner) -> Text | None:
    document = planner.site.documents.get(source.document or "")
    return document.title if document else None


def _assurance(record: Entity, planner: Planner) -> str | None:
    if found := assurance_of(record, planner.site):
        return "please-confirm" if found.please_confirm else "confirmed"
    return "unconfirmed" if any(facts_of(record)) else None
