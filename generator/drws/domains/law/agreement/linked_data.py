"""An agreement for programs (schema.org `CreativeWork`)."""

from drws.domains.law.agreement.record import Agreement
from drws.planning.linked_data import Node, id_of, is_told, node
from drws.planning.plan import Planner


def linked_data(agreement: Agreement, planner: Planner) -> tuple[Node, ...]:
    """What it is called, what it is for, and which version of when it is. Not whether it binds: the page says what is not certain of that."""
    made = agreement.made_date if is_told(agreement, "made_date", planner) else None
    said = {
        "name": planner.plain(agreement.name),
        "description": planner.plain(agreement.description),
        "version": planner.plain(agreement.version) if agreement.version else None,
        "dateCreated": made.iso if made else None,
        "sameAs": agreement.website.in_language(planner.code)[0] if agreement.website else None,
    }
    return (node("CreativeWork", said, id_of(agreement, planner)),)
