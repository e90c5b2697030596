"""What speaks to its reader, and says whom to ring."""

from drws.domains.directory.ids import ContactId
from drws.kernel.entity import Entity
from drws.kernel.form_of_address import FormOfAddress


class SpokenPage(Entity):
    """A record whose page speaks to its reader, and says whom to ring."""

    form_of_address: FormOfAddress = FormOfAddress.POLITE
    """How its page speaks to the reader: `polite`, or `familiar` for children. The words of the record have to speak alike."""
    contact_ids: tuple[ContactId, ...] = ()
    """Whom its reader can ring, the best one first."""
