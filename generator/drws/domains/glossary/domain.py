"""The glossary: the words of the field, what they mean, and where the law says so."""

from drws.domains.glossary.term import check as terms
from drws.domains.glossary.term.forms import every_form
from drws.domains.glossary.term.record import GlossaryTerm
from drws.planning.domain import Domain, SinglePage
from drws.planning.later import page_types

DOMAIN = Domain(
    name="glossary",
    entities=(GlossaryTerm,),
    checks=(terms,),
    single_pages=(SinglePage("glossary", of=(GlossaryTerm,)),),
    sections={GlossaryTerm: "glossary"},
    pages=page_types("drws.domains.glossary", "term.page"),
    named_in_prose={GlossaryTerm: every_form},
    background_kinds=frozenset({"term"}),
)
