"""What to say beside a telephone number of which nobody can be sure.

A person rings the number where they see it, and often there is no room for where it was read. So a rule decides, and not whoever writes the
record: a number is doubted when its record calls it unverified, or when every source of it has a date and the newest is too old
(`old_numbers_after` in `data/site.yml`). What its organization has confirmed is not doubted.
"""

from dataclasses import dataclass

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.entity import ConfidenceLevel
from drws.kernel.site import Site
from drws.kernel.values import PartialDate, days_after


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a number may be wrong."""

    source_date: PartialDate | None
    """The date of its newest source, when that is too old. None when the source is weak."""


def doubt_about(contact: Contact, site: Site) -> Doubt | None:
    """Whether the numbers of a contact are doubted."""
    if contact.assured_date or not contact.phones:
        return None
    if newest := _too_old(contact, site):
        return Doubt(newest)
    weak = any(
        remark.field.split("[")[0].split(".")[0] == "phones" and remark.level is ConfidenceLevel.UNVERIFIED
        for remark in contact.confidence
    )
    return Doubt(None) if weak else None


def _too_old(contact: Contact, site: Site) -> PartialDate | None:
    """The date of the newest source. None when it is new enough, or when a source without a date may be newer."""
    days = site.settings(DirectorySettings).old_numbers_after
    dates = [source.as_of for source in contact.sources]
    if days is None or not dates or None in dates:
        return None
    newest = max(date for date in dates if date)
    return newest if days_after(newest.last_day, days) < site.as_of else None
