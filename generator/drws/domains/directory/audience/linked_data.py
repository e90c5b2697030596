"""What people of an audience ask, for programs (schema.org `Question`)."""

from drws.domains.directory.audience.record import Audience
from drws.planning.linked_data import Node, question
from drws.planning.plan import Planner


def linked_data(audience: Audience, planner: Planner) -> tuple[Node, ...]:
    """Each question that has an answer, as the page of the audience says both."""
    return tuple(
        question(planner.plain(asked.question), planner.plain(asked.answer))
        for asked in audience.questions
        if asked.answer
    )
