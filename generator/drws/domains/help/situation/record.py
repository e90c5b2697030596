"""Something that cannot wait until an office opens, in the words of the person whom it happens to."""

from typing import ClassVar

from drws.domains.directory.contact.spoken_page import SpokenPage
from drws.domains.directory.ids import AudienceId, ContactId
from drws.kernel.page_link import PageLink
from drws.kernel.text import Text
from drws.kernel.values import Number, YesOrNo


class Situation(SpokenPage):
    """Something that cannot wait until an office opens."""

    FOLDER: ClassVar[str] = "situations"
    KIND: ClassVar[str] = "situation"

    order: Number
    """Its place in the list, counted from 1: the most dangerous first."""
    description: Text
    """What to do first, in two or three short sentences. An empty line starts a new paragraph."""
    contact_ids: tuple[ContactId, ...]
    """Whom to ring, the first first."""
    is_about_a_child: YesOrNo = False
    """Is it for the children's services of the authority? Then their numbers come before those that answer instead of them."""
    audience_ids: tuple[AudienceId, ...] = ()
    """On whose pages it stands first of all."""
    more: tuple[PageLink, ...] = ()
    """Pages of this site for later, when there is time to read."""
