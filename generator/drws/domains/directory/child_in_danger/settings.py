"""What `data/site.yml` says about children in danger."""

from drws.domains.directory.ids import ContactId, ContactPurposeId
from drws.kernel.entity import Part


class ChildInDanger(Part):
    """Where somebody who fears for a child is led."""

    by_day: ContactPurposeId
    """The purpose of the contacts of authorities that answer in office hours."""
    at_night: ContactPurposeId
    """The purpose of those that answer when these are closed."""
    contact_ids: tuple[ContactId, ...]
    """Whom to ring where an authority has no number, or nobody answers it, the first first. One of them answers at every hour."""
