"""On the page of a record: the decisions about it."""

from drws.domains.diary.decision.page import DecisionView, decisions_by_subject
from drws.kernel.entity import Entity
from drws.planning.plan import Planner


def panel(record: Entity, planner: Planner) -> tuple[DecisionView, ...] | None:
    """Decisions about it, newest first."""
    return planner.once(decisions_by_subject).get(record.id) or None
