"""A body for programs (schema.org `Organization`)."""

from drws.domains.governance.body.record import Body
from drws.domains.governance.hierarchy import phase_of
from drws.kernel.period import Phase
from drws.planning.linked_data import Node, id_of, is_told, node
from drws.planning.plan import Planner


def linked_data(body: Body, planner: Planner) -> tuple[Node, ...]:
    """One body that exists. Nothing of a pattern, which is many, and nothing where the page says that its standing is not certain."""
    is_certain = body.status_note is None and phase_of(body, planner.site) is Phase.CURRENT
    if body.in_each_region or not is_certain:
        return ()
    start = body.period.start_date if is_told(body, "period", planner) else None
    said = {
        "name": planner.plain(body.name),
        "alternateName": planner.plain(body.abbreviation) if body.abbreviation else None,
        "description": planner.plain(body.description),
        "foundingDate": start.iso if start else None,
    }
    return (node("Organization", said, id_of(body, planner)),)
