"""The days of reviews as a calendar to subscribe to, in the form of the diary's calendars."""

from urllib.parse import urljoin

from drws.domains.diary.calendar.calendars import Calendar, CalendarEntry, calendar
from drws.domains.directory.settings import DirectorySettings
from drws.domains.policies.addresses import REVIEW_CALENDAR
from drws.domains.policies.review.reviews import Review, reviews
from drws.kernel.text import Said
from drws.planning.plan import Planner


def review_calendar(planner: Planner) -> Calendar | None:
    """Every review with a day: for `planner.once`. None where there is no review."""
    if not planner.addresses.has(REVIEW_CALENDAR, planner.code):
        return None
    entries = tuple(_entry(review, planner) for review in reviews(planner.site))
    return calendar(REVIEW_CALENDAR, planner.say("page.reviews"), entries, planner)


def _entry(review: Review, planner: Planner) -> CalendarEntry:
    """A review set for another day is another entry: no record says how often its day was moved."""
    said = review.policy.name.in_language(planner.code)
    owner = planner.plain(review.owner.name) if review.owner else planner.say("reviews.no_owner")
    organization = planner.site.settings(DirectorySettings).organization_id
    return CalendarEntry(
        uid=f"review-{review.policy.id}-{review.day.isoformat()}@{organization}",
        summary=Said(f"{planner.say('reviews.calendar_entry')} {said.words}", said.language or planner.code),
        description=Said(f"{planner.say('reviews.owner')}: {owner}", planner.code),
        url=urljoin(planner.site.partnership.url, planner.addresses.path(review.policy, planner.code)),
        day=review.day,
    )
