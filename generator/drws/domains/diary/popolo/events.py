"""Meetings as Popolo events, for the export of bodies, posts and memberships."""

from collections.abc import Iterator
from urllib.parse import urljoin

from drws.domains.diary.meeting.record import Meeting
from drws.kernel.site import Site
from drws.planning.addresses import Addresses


def events(site: Site, language: str, addresses: Addresses) -> Iterator[dict[str, object]]:
    """Every meeting as a Popolo `event`, in the words of a language, in the order of their ids.

    A time is in the site's time zone, with its distance from UTC; Popolo's classes want the hours of it at least. What is not known is left
    out. The id of the organization is that of the body or the organization that holds the meeting.
    """
    for meeting in site.all(Meeting):
        yield {key: value for key, value in _event(meeting, site, language, addresses).items() if value}


def _event(meeting: Meeting, site: Site, language: str, addresses: Addresses) -> dict[str, object]:
    zone = site.partnership.timezone
    starts, ends = meeting.starts(zone), meeting.ends(zone)
    link = urljoin(site.partnership.url, addresses.path(meeting, language))
    pages = [source.url for source in meeting.sources if source.url]
    return {
        "id": meeting.id,
        "name": meeting.name.in_language(language).words,
        "description": meeting.description.in_language(language).words if meeting.description else None,
        "start_date": starts.isoformat() if starts and zone else meeting.date.iso,
        "end_date": ends.isoformat() if ends and zone else None,
        "location": meeting.location.in_language(language).words if meeting.location else None,
        "status": str(meeting.status),
        "classification": "meeting",
        "organization_id": meeting.holder_id,
        "sources": [{"url": page} for page in (link, *pages)],
    }
