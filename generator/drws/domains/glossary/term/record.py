"""A word of the field, and what it means in plain words."""

from typing import ClassVar

from drws.domains.glossary.ids import TermId
from drws.domains.law.provision import Provision
from drws.kernel.entity import Entity
from drws.kernel.ids import PageName
from drws.kernel.names import AlternateNames
from drws.kernel.text import Text


class GlossaryTerm(Entity):
    """A word or a phrase that people who work in the field use, and that others have to have explained."""

    FOLDER: ClassVar[str] = "terms"
    KIND: ClassVar[str] = "term"

    name: Text
    """The term as the glossary lists it, in each language the one that is used there. Lower case, unless it is a name."""
    forms: AlternateNames = AlternateNames()
    """How else it stands in texts, in each language: the plural, an abbreviation, another word for the same. Forms in which only the first
    letter changes are found without being listed, where a package knows the grammar of the language."""
    description: Text
    """What it means, in one to three plain sentences."""
    related_ids: tuple[TermId, ...] = ()
    """Other terms that help to understand it."""
    provisions: tuple[Provision, ...] = ()
    """The law that defines it, or on which it rests."""
    more: tuple[PageName, ...] = ()
    """Pages of this site on which it is told in full: `page:support/letterbox`."""
