"""A child may be in danger: which line answers now, in a real browser at fixed moments, and which council it is."""

from collections.abc import Callable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

from drws.domains.directory.child_in_danger.route import Route, route_in
from drws.domains.directory.contact.record import Contact, Weekday
from drws.domains.directory.finder.geography import Geography
from drws.domains.directory.organization.record import Authority
from drws.domains.directory.queries import opening_of
from drws.domains.help.situation.record import Situation
from drws.kernel.site import Site
from drws.say.strings import Strings

from .axe import Axe
from .sample import every_page, loaded
from .visits import PHONE, Visit, Windows, Witness

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

LANGUAGES = ["cy", "en"]
NIGHT = datetime(2026, 12, 1, 23, 40, tzinfo=ZoneInfo("Europe/London"))
"""A Tuesday in winter."""
MORNING = NIGHT.replace(hour=10, minute=0)
ON_TUESDAY = Weekday.TU
SITE = loaded().site


def is_open(contact: Contact, moment: datetime, site: Site) -> bool:
    """Does it answer, by its hours of an ordinary week?"""
    spans = opening_of(contact, site).week.get(ON_TUESDAY, ())
    return any(span.opens <= moment.hour * 60 + moment.minute < span.closes for span in spans)


def first(is_meant: Callable[[Route, Site], bool]) -> Route | None:
    """The first way of which something is true."""
    if SITE is None:
        return None
    routes = (route_in(authority, SITE) for authority in SITE.all(Authority))
    return next((route for route in routes if route and is_meant(route, SITE)), None)


def by_day_alone(route: Route, site: Site) -> bool:
    """The hours of the line by day are known, those of the line at night are not; both have a number."""
    hours = route.day_hours
    return bool(
        hours
        and is_open(hours, MORNING, site)
        and not is_open(hours, NIGHT, site)
        and route.night_hours is None
        and any(each.is_rung for each in route.at_night)
    )


def by_night_alone(route: Route, site: Site) -> bool:
    """Only the hours of the line at night are known."""
    hours = route.night_hours
    return bool(hours and not route.day_hours and is_open(hours, NIGHT, site) and not is_open(hours, MORNING, site))


def nobody_knows(route: Route, _site: Site) -> bool:
    """No source says the hours of either line."""
    return not route.day_hours and not route.night_hours


KNOWN_BY_DAY, KNOWN_AT_NIGHT, UNKNOWN = first(by_day_alone), first(by_night_alone), first(nobody_knows)
ADDRESSES = {(page.name, page.language): page.url for page in every_page()}
SITUATIONS = SITE.all(Situation) if SITE else ()
SITUATION = next((f"situation:{each.id}" for each in SITUATIONS if each.is_about_a_child), "")


@pytest.fixture(scope="module")
def far_away(windows: Windows) -> Iterator[Page]:
    """The window of somebody whose own clock is in another time zone."""
    with windows.new_unpainted(timezone_id="Pacific/Auckland") as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def words() -> Strings:
    """What the interface says."""
    read = loaded()
    assert read.strings
    return read.strings


def shown_at(moment: datetime, route: Route | None, language: str, page: Page) -> Locator:
    """The box on the council's page at a moment."""
    if route is None:
        pytest.skip("today no council has its hours so")
    page.clock.set_fixed_time(moment)
    page.goto(ADDRESSES[f"authority:{route.authority.id}", language])
    return page.locator("main .notice [data-ring-now]")


def numbers_in(place: Locator) -> list[str]:
    """The numbers that can be pressed, in the order of the page."""
    return place.locator("a[href^='tel:']").all_inner_texts()


def numbers_of(*contacts: Contact) -> list[str]:
    """The same in the records."""
    return [each.line.number.text for each in contacts if each.line]


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_night_the_line_at_night_comes_first(language: str, words: Strings, far_away: Page) -> None:
    """Marked, and the other line says when it opens. No number is gone."""
    route = KNOWN_BY_DAY
    box = shown_at(NIGHT, route, language, far_away)
    assert route
    mark = box.locator("[data-mark]:visible")
    expect(mark).to_have_text(words.say("ring_now.mark", language))
    expect(box.locator("[data-way]").first.locator("[data-mark]")).to_be_visible()
    expect(box.locator("[data-way]").nth(1)).to_contain_text(words.say("open_now.tomorrow", language))
    assert numbers_in(box) == numbers_of(*route.at_night, *route.by_day, *route.instead)


@pytest.mark.parametrize("language", LANGUAGES)
def test_by_day_the_line_by_day_comes_first(language: str, words: Strings, far_away: Page) -> None:
    """Marked, with when it closes; at the moment at which it does, the other takes its place without the page being loaded anew."""
    route = KNOWN_BY_DAY
    box = shown_at(MORNING, route, language, far_away)
    assert route
    expect(box.locator("[data-mark]:visible")).to_have_count(1)
    expect(box.locator("[data-way]").first.locator("[data-mark]")).to_have_text(words.say("ring_now.mark", language))
    assert numbers_in(box) == numbers_of(*route.by_day, *route.at_night, *route.instead)
    pressed = box.locator("a[href^='tel:']").first
    pressed.focus()
    far_away.clock.set_fixed_time(NIGHT)
    far_away.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert numbers_in(box) == numbers_of(*route.at_night, *route.by_day, *route.instead)
    assert far_away.evaluate("document.activeElement.textContent") == numbers_of(*route.by_day)[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_hours_of_the_night_alone_say_nothing_of_the_day(language: str, far_away: Page) -> None:
    """At night its line comes first; by day nothing is marked, since nobody knows whether the other answers."""
    box = shown_at(NIGHT, KNOWN_AT_NIGHT, language, far_away)
    assert KNOWN_AT_NIGHT
    expect(box.locator("[data-mark]:visible")).to_have_count(1)
    assert numbers_in(box)[0] in numbers_of(*KNOWN_AT_NIGHT.at_night)
    box = shown_at(MORNING, KNOWN_AT_NIGHT, language, far_away)
    expect(box.locator("[data-state]:visible")).to_have_count(1)
    expect(box.locator("[data-mark]:visible")).to_have_count(0)


@pytest.mark.parametrize("moment", [NIGHT, MORNING], ids=["night", "morning"])
def test_where_nobody_knows_the_hours_nothing_is_claimed(moment: datetime, words: Strings, far_away: Page) -> None:
    """Both lines stand as they do without a script."""
    if UNKNOWN is None:
        pytest.skip("today the hours of every council are known")
    far_away.clock.set_fixed_time(moment)
    far_away.goto(ADDRESSES[f"authority:{UNKNOWN.authority.id}", "en"])
    box = far_away.locator("main .notice .ring-now")
    expect(box).not_to_contain_text(words.say("ring_now.mark", "en"))
    assert numbers_in(box)[: len(numbers_of(*UNKNOWN.by_day))] == numbers_of(*UNKNOWN.by_day)


@pytest.mark.parametrize("language", LANGUAGES)
def test_which_council_is_answered_in_the_page(
    language: str, words: Strings, windows: Windows, witness: Witness, axe: Axe
) -> None:
    """By keyboard: the place is typed, and the line that answers now is the first that can be pressed. The address stays as it was."""
    if not (KNOWN_BY_DAY and SITUATION):
        pytest.skip("today no council has its hours so")
    with windows.new_unpainted(PHONE) as context:
        page = context.new_page()
        page.clock.set_fixed_time(NIGHT)
        page.goto(ADDRESSES[SITUATION, language])
        box = page.locator("[data-finder] input")
        box.fill(KNOWN_BY_DAY.authority.place.in_language(language).words)
        box.press("Enter")
        answer = page.locator("[data-finder-answer]")
        expect(answer.locator("[data-mark]:visible")).to_have_text(words.say("ring_now.mark", language))
        assert numbers_in(answer) == numbers_of(*KNOWN_BY_DAY.at_night, *KNOWN_BY_DAY.by_day)
        for _ in range(3):  # the button, the council, its number
            page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == numbers_of(*KNOWN_BY_DAY.at_night)[0]
        assert page.url.endswith(ADDRESSES[SITUATION, language])
        assert axe.finds(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert witness.complaints == []


def test_a_name_of_several_places_is_answered_for_each(by_keyboard: Visit) -> None:
    """Nobody has to go to another page to see a number."""
    geography = SITE.dataset(Geography) if SITE else None
    towns = geography.places.places if geography and geography.places else ()
    town = next((each for each in towns if len(each.codes) > 1), None)
    if not (town and SITUATION):
        pytest.skip("today no place is in two areas")
    page = by_keyboard(ADDRESSES[SITUATION, "en"])
    page.locator("[data-finder] input").fill(town.name)
    page.locator("[data-finder] input").press("Enter")
    each = page.locator("[data-finder-answer] ul > li")
    expect(each).to_have_count(len(town.codes))
    assert all(numbers_in(one) for one in each.all())


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_script_every_council_opens_in_the_page(language: str, by_keyboard: Visit) -> None:
    """Folded until somebody wants it; then each stands with both lines, or with whom to ring instead."""
    if not (SITE and SITUATION):
        pytest.skip("today there is no such situation")
    page = by_keyboard(ADDRESSES[SITUATION, language], java_script_enabled=False)
    places = page.locator("[data-finder-councils] > li")
    expect(places.first).to_be_hidden()
    page.locator("details:has([data-finder-councils]) > summary").press("Enter")
    expect(places.first).to_be_visible()
    assert places.count() == len(SITE.all(Authority))
    assert all(place.locator("a[href^='tel:']").count() >= 2 for place in places.all())
    expect(page.locator("[data-mark]:visible")).to_have_count(0)
