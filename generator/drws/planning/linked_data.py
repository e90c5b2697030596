"""What programs are told of a page's subject: things of schema.org, as JSON-LD has them (docs/decisions/0042).

Programs pass on what they are told without the words that stand beside it on the page. So a fact that the page calls doubtful is not among
what they are told: `is_told` says which.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urljoin

from drws.kernel.ageing import assurance
from drws.kernel.entity import ConfidenceLevel, Entity
from drws.planning.addresses import Target, name_of

if TYPE_CHECKING:
    from drws.planning.plan import Planner

CONTEXT = "https://schema.org"
"""The vocabulary (release 30)."""

Node: TypeAlias = Mapping[str, object]
"""One thing of schema.org, with what is said of it."""


def node(kind: str, said: Mapping[str, object], id_: str = "") -> Node:
    """A thing of a kind, without what nobody knows of it."""
    named = {"@id": id_} if id_ else {}
    return {"@type": kind, **named, **{name: value for name, value in said.items() if value}}


def id_of(thing: Target, planner: "Planner") -> str:
    """What programs know a record by, the same on every page and in every language: `https://example.org/#service:letterbox`."""
    return f"{planner.site.partnership.url}#{name_of(thing)}"


def web_address(thing: Target, planner: "Planner") -> str:
    """The whole address of a page."""
    return urljoin(planner.site.partnership.url, planner.addresses.path(thing, planner.code))


def is_told(record: Entity, field: str, planner: "Planner") -> bool:
    """May programs be told what a field of a record says?

    Not where the record calls it less than well known, and not from the day on which pages ask people to confirm it.
    """
    doubted = any(
        remark.level is not ConfidenceLevel.KNOWN and remark.field.split("[")[0].split(".")[0] == field
        for remark in record.confidence
    )
    sure = assurance(record, planner.site.as_of, planner.site.partnership.half_lives)
    return not doubted and not (sure and sure.please_confirm)


def question(words: str, answer: str) -> Node:
    """A question, and its answer."""
    return node("Question", {"name": words, "acceptedAnswer": node("Answer", {"text": answer})})
