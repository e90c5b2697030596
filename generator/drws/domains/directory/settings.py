"""What `data/site.yml` says about the directory: organizations, areas, contacts, and what calls cost."""

from drws.domains.directory.child_in_danger.settings import ChildInDanger
from drws.domains.directory.ids import ContactId, ContactPurposeId, OrganizationTypeId, ProviderId
from drws.kernel.entity import Part, Source
from drws.kernel.term import Term
from drws.kernel.text import Text
from drws.kernel.values import DiallingPrefix, Number, NumberKind, PhoneNumber, TelephoneKeys, Words


class CallCharge(Part):
    """What it costs to ring one kind of number."""

    kinds: tuple[NumberKind, ...]
    """The kinds of number, as the numbering plan has them."""
    prefix: DiallingPrefix | None = None
    """The beginning of the numbers that are meant, when not all of the kind are."""
    text: Text
    """What a call costs, in a few words. No prices that change."""
    sources: tuple[Source, ...]
    """Where it was read."""

    def applies_to(self, number: PhoneNumber) -> bool:
        """Is the number of this kind?"""
        return number.kind in self.kinds and number.dialled.startswith(self.prefix or "")


class TextRelay(Part):
    """The service through which somebody who types reaches any number."""

    prefix: TelephoneKeys
    """What to dial before the number: `18001`."""
    sources: tuple[Source, ...]
    """Where it was read."""


class AskAuthority(Part):
    """How to reach a regional service that has no telephone number: through the authorities for which it works."""

    purpose: ContactPurposeId
    """The purpose of the contacts of authorities that are rung."""
    words: Text
    """What to say to whoever answers, whose line is for something else."""


class DirectorySettings(Part):
    """The lists that records of the directory share."""

    holidays: Words | None = None
    """The calendar of public holidays: `england-and-wales`, `scotland` or `northern-ireland`. Without it nothing is said about them."""
    call_charges: tuple[CallCharge, ...] = ()
    """What it costs to ring each kind of number. The first that fits counts."""
    text_relay: TextRelay | None = None
    """How to reach a line on which people speak without speaking: said beside the lines to ring when a child may be in danger. Without it
    nothing is said."""
    organization_id: ProviderId
    """The organization that the partnership itself is."""
    areas: tuple[Term, ...]
    """Areas that take in every region: the nation, then what is wider, each taking in those before it."""
    organization_types: tuple[Term, ...]
    """The kinds of organization, in the order of lists."""
    agency_type_ids: tuple[OrganizationTypeId, ...] = ()
    """The types of organization among which a visitor may choose freely, wherever they live. They stand side by side on the comparison
    page, in this order; an authority's page names those that are not regional services."""
    contact_purposes: tuple[Term, ...]
    """What contacts are for, in the order of lists."""
    urgent_purpose_ids: tuple[ContactPurposeId, ...] = ()
    """The purposes of contacts that cannot wait, the most urgent first. Their numbers come first in the list of every number."""
    emergency_contact_id: ContactId | None = None
    """Whom the sentence `emergency` tells people to ring: where its number stands in the sentence, it can be pressed."""
    child_in_danger: ChildInDanger | None = None
    """Whom to ring when a child may be in danger. Without it no authority's page says so."""
    old_numbers_after: Number | None = None
    """Days for which a dated source vouches for a telephone number that its organization has not confirmed. After that pages say beside the
    number how old it is. Without it they never do."""
    complaint_purpose_ids: tuple[ContactPurposeId, ...] = ()
    """The purposes of contacts that take complaints. Those of authorities stand on the page about complaints, beside each authority, and
    not among the contacts for everybody."""
    helpline_contact_id: ContactId | None = None
    """The partnership's own helpline, once it has one."""
    fallback_contact_ids: tuple[ContactId, ...] = ()
    """Whom to ask where a record has no telephone number: the next best route."""
    ask_authority: AskAuthority | None = None
    """Where a regional service has no telephone number: which line of an authority to ring, and what to say. Without it no page says so."""

    def call_charge(self, number: PhoneNumber) -> Text | None:
        """What it costs to ring a number, as far as the site's rules say."""
        return next((charge.text for charge in self.call_charges if charge.applies_to(number)), None)
