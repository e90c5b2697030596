"""A law for programs (schema.org `Legislation`). Guidance that a law requires is none."""

from drws.domains.law.legislation.record import Legislation, LegislationType
from drws.planning.linked_data import Node, id_of, is_told, node
from drws.planning.plan import Planner


def linked_data(law: Legislation, planner: Planner) -> tuple[Node, ...]:
    """Its name, its number, when it was made and where it can be read. Not whether it is in force: parts of it may not be."""
    is_law = law.legislation_type is not LegislationType.GUIDANCE
    made = law.made_date if is_told(law, "made_date", planner) else None
    said = {
        "name": planner.plain(law.name),
        "description": planner.plain(law.description),
        "legislationIdentifier": planner.plain(law.number) if is_law and law.number else None,
        "legislationDate": made.iso if is_law and made else None,
        "sameAs": law.website.in_language(planner.code)[0] if law.website else None,
    }
    return (node("Legislation" if is_law else "CreativeWork", said, id_of(law, planner)),)
