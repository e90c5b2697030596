"""A site without what had not happened yet on its day, for those who look at a day in the past."""

from dataclasses import replace
from types import MappingProxyType

from drws.domains.diary.meeting.record import Meeting, MeetingStatus
from drws.kernel.site import Site


def without_hindsight(site: Site) -> Site:
    """The site without meetings that were held later, and what they decided. Those that were planned stay."""
    known = {id_: meeting for id_, meeting in site.meetings.items() if not _lay_ahead(meeting, site)}
    return site if len(known) == len(site.meetings) else replace(site, meetings=MappingProxyType(known))


def _lay_ahead(meeting: Meeting, site: Site) -> bool:
    return meeting.status is MeetingStatus.HELD and meeting.date.first_day > site.as_of
