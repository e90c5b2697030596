"""What `data/site.yml` says about records: the kinds of bodies that made them, and what to do when a body is in no list."""

from drws.domains.directory.ids import ContactId
from drws.kernel.entity import Part, Source
from drws.kernel.link import Link
from drws.kernel.page_link import PageLink
from drws.kernel.term import Term
from drws.kernel.text import Text


class RecordCreatorType(Term):
    """A kind of body that made records of adoptions (ISAD(G) `name of creator`): former councils, adoption societies, homes."""

    sources: tuple[Source, ...] = ()
    """Where its description was read."""


class RecordStep(Part):
    """Something to do for a person who does not find the body, or whose file is not there."""

    title: Text
    """What to do, in a few words."""
    text: Text
    """How, and what can come of it."""
    contact_ids: tuple[ContactId, ...] = ()
    """Whom to reach."""
    website: Link | None = None
    """A page of others where it is done."""
    more: tuple[PageLink, ...] = ()
    """Pages of this site that say more."""
    sources: tuple[Source, ...] = ()
    """Where it was read."""


class RecordSettings(Part):
    """The lists that records of adoptions share."""

    record_creator_types: tuple[RecordCreatorType, ...] = ()
    """The kinds of bodies that made records, in the order of lists."""
    record_steps: tuple[RecordStep, ...] = ()
    """What to do when the list does not help, in order."""
