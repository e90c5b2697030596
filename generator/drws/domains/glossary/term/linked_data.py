"""A term of the glossary for programs (schema.org `DefinedTerm`)."""

from drws.domains.glossary.term.forms import listed_forms
from drws.domains.glossary.term.record import GlossaryTerm
from drws.planning.linked_data import Node, id_of, node, web_address
from drws.planning.plan import Planner

GLOSSARY = "glossary"
"""The page that lists all terms."""


def linked_data(term: GlossaryTerm, planner: Planner) -> tuple[Node, ...]:
    """What it means, and the other forms in which it stands in texts."""
    name = planner.plain(term.name)
    said = {
        "name": name,
        "alternateName": [form for form in listed_forms(term, planner.code) if form != name],
        "description": planner.plain(term.description),
        "inDefinedTermSet": {"@id": id_of(GLOSSARY, planner)},
    }
    return (node("DefinedTerm", said, id_of(term, planner)),)


def of_glossary(planner: Planner) -> tuple[Node, ...]:
    """All terms together: each says itself that it belongs to them."""
    said = {"name": planner.say(f"page.{GLOSSARY}"), "url": web_address(GLOSSARY, planner)}
    return (node("DefinedTermSet", said, id_of(GLOSSARY, planner)),)
