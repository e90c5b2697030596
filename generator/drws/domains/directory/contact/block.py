"""`::: contact` on a hand-written page: the card of a contact."""

from dataclasses import dataclass

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.next_best import NextBest, next_best
from drws.kernel.page_block import BlockArgument, BlockForm, PageBlock
from drws.planning.page_block import BlockKind
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class ContactBlockView:
    """A contact, and whom to ring where it has no number."""

    contact: Contact
    next_best: NextBest | None


def view(block: PageBlock, planner: Planner) -> ContactBlockView:
    """What the block shows."""
    contact = planner.site.of(Contact)[block.named("contact") or ""]
    return ContactBlockView(contact, next_best([contact], planner.site))


CONTACT = BlockKind(
    form=BlockForm("contact", about=BlockArgument("contact", (Contact.FOLDER,))),
    purpose="The card of a contact: every way to reach it, its hours, and a doubt about its number.",
    template="directory/blocks/contact.html",
    view=view,
)
