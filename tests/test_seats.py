"""Bodies and posts as they stand on a day: who sits where, who holds what, who answers to whom."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

import pytest
from selectolax.lexbor import LexborHTMLParser

from drws.build.output import gather_output
from drws.domains.directory.organization.record import Region
from drws.domains.governance.body.record import Body
from drws.domains.governance.hierarchy import answering_to, answers_to, bodies_in, phase_of, seats
from drws.domains.governance.post.record import Post
from drws.kernel.problem import errors
from drws.kernel.site import Site

if TYPE_CHECKING:
    from tests.example import Example

BOARD = "data/bodies/bwrdd-llywio.yml"
POST = "data/posts/cydlynydd.yml"

Words: TypeAlias = Callable[[str, date], str]


def site_of(example: "Example", day: date) -> Site:
    """The example on a day."""
    loaded = example.load(day)
    assert loaded.site
    assert not errors(loaded.problems), example.lines(loaded.problems)
    return loaded.site


@pytest.fixture
def words(buildable: "Example") -> Words:
    """The words of a page of the example on a day, without building the rest."""

    def read(name: str, day: date) -> str:
        output, problems = gather_output(buildable.load(day), buildable.work)
        assert output, problems
        plan = next(plan for plan in output.plans if (plan.name, plan.language) == (name, "en"))
        return " ".join(LexborHTMLParser(output.renderer.render(plan)).css("main")[0].text(separator=" ").split())

    return read


@pytest.mark.parametrize(
    ("day", "phases"),
    [
        (date(2025, 11, 21), ["current", "current", "ended", "future"]),
        (date(2026, 3, 31), ["current", "current", "ended", "future"]),
        (date(2026, 4, 1), ["current", "current", "ended", "current"]),
    ],
)
def test_a_membership_is_what_it_is_on_the_day(example: "Example", day: date, phases: list[str]) -> None:
    """It begins on its first day, not the day before."""
    site = site_of(example, day)
    assert [seat.phase.value for seat in seats(site.of(Body)["bwrdd-llywio"], site)] == phases


@pytest.mark.parametrize(
    ("period", "phases"),
    [
        ({"start_date": "2016", "end_date": "2025-10"}, {"ended"}),
        ({"start_date": "2027"}, {"future"}),
    ],
)
def test_nobody_sits_on_a_body_that_is_not_there(example: "Example", period: dict[str, str], phases: set[str]) -> None:
    """All are former members of a former body, and future members of a future one, whatever their own dates leave open."""
    memberships = [{"post_id": "cydlynydd"}, {"id": "rhieni", "label": {"cy": "Rhieni", "en": "Parents"}}]
    example.change({BOARD: {"period": period, "memberships": memberships}})
    site = site_of(example, date(2025, 11, 21))
    body = site.of(Body)["bwrdd-llywio"]
    assert {seat.phase.value for seat in seats(body, site)} == {phase_of(body, site).value} == phases


@pytest.mark.parametrize(
    ("end", "day", "is_vacant"),
    [
        ("2026-01-31", date(2026, 1, 31), False),
        ("2026-01-31", date(2026, 2, 1), True),
        ("2026-01", date(2026, 1, 31), False),
        ("2026", date(2026, 12, 31), False),
        ("2026", date(2027, 1, 1), True),
    ],
)
def test_a_post_is_vacant_after_the_last_day_of_its_holder(
    example: "Example", end: str, day: date, *, is_vacant: bool
) -> None:
    """A date known in part counts to the last day that it can mean."""
    holder = {"person": "Nia Enghraifft", "end_date": end, "sources": [{"document": "cytundeb-bach"}]}
    example.change({POST: {"holders": [holder]}})
    site = site_of(example, day)
    seat = seats(site.of(Body)["bwrdd-llywio"], site)[0]
    assert seat.is_vacant is is_vacant
    assert [holder.person for holder in seat.holders] == ([] if is_vacant else ["Nia Enghraifft"])


@pytest.mark.parametrize(
    ("membership", "held_by"),
    [
        ({"start_date": "2019-04", "end_date": "2020-12"}, ["Nia Enghraifft"]),
        ({"start_date": "2020", "end_date": "2025-03"}, ["Nia Enghraifft", "Tomos Enghraifft"]),
        ({"end_date": "2018"}, []),
        ({"start_date": "2019-04"}, ["Tomos Enghraifft"]),
        ({"start_date": "2030"}, ["Tomos Enghraifft"]),
    ],
)
def test_a_seat_names_those_who_held_the_post_then(
    example: "Example", membership: dict[str, str], held_by: list[str]
) -> None:
    """Whoever holds the post today did not sit there in the years of another."""
    example.change({BOARD: {"memberships": [{"post_id": "cydlynydd", **membership}]}})
    site = site_of(example, date(2025, 11, 21))
    assert [holder.person for holder in seats(site.of(Body)["bwrdd-llywio"], site)[0].holders] == held_by


def test_a_post_that_every_region_has_is_not_called_vacant(example: "Example") -> None:
    """One holder of many is known to have left; the others are not known."""
    holder = {"person": "Nia Enghraifft", "end_date": "2024", "sources": [{"document": "cytundeb-bach"}]}
    example.change({POST: {"holders": [holder], "one_in_each": "region"}})
    site = site_of(example, date(2025, 11, 21))
    assert not seats(site.of(Body)["bwrdd-llywio"], site)[0].is_vacant


def test_a_post_of_which_nobody_knows_the_holder_is_not_called_vacant(example: "Example") -> None:
    """Nobody knows is another thing than nobody is there."""
    example.change({POST: {"holders": []}})
    site = site_of(example, date(2025, 11, 21))
    assert not seats(site.of(Body)["bwrdd-llywio"], site)[0].is_vacant


def test_the_page_says_it(words: Words) -> None:
    """Who has come is among the members, and no longer among those still to come."""
    before, after = (words("body:bwrdd-llywio", day) for day in (date(2026, 3, 31), date(2026, 4, 1)))
    assert "Members still to come Young people" in before
    assert "Members still to come" not in after
    assert "Young people attends, not a member; from 1 April 2026" in after


def test_a_body_that_has_ended_leaves_the_chart(buildable: "Example", words: Words) -> None:
    """Its page stays, and says so; who answered to it stays without it."""
    assert "The Steering Board" in words("structure", date(2025, 12, 31))
    buildable.change({BOARD: {"period": {"end_date": "2025-12"}, "memberships": [{"post_id": "cydlynydd"}]}})
    assert "The Steering Board" in words("structure", date(2025, 12, 31))
    assert "The Steering Board" not in words("structure", date(2026, 1, 1))
    assert "This body has come to an end." in words("body:bwrdd-llywio", date(2026, 1, 1))


def test_a_region_has_its_own_body_or_what_every_region_has(example: "Example") -> None:
    """The region’s own body stands in the place of its pattern, and answers as the pattern does."""
    site = site_of(example, date(2025, 11, 21))
    assert [body.id for body in bodies_in(site.of(Region)["dyffryn"], site)] == ["grwp-dyffryn"]
    assert [body.id for body in bodies_in(site.of(Region)["ynys-las"], site)] == ["grwp-llywio"]
    own = site.of(Body)["grwp-dyffryn"]
    assert [each.id for each in answers_to(own, site)] == ["bwrdd-llywio", "cydlynydd"]
    assert own in answering_to(site.of(Post)["cydlynydd"], site)


def test_in_a_region_one_answers_to_its_own_body(example: "Example") -> None:
    """A post that answers to a pattern answers, in a region, to the region’s body of that kind."""
    example.change({POST: {"answers_to_ids": ["grwp-llywio"], "one_in_each": "region"}, BOARD: {"answers_to_ids": []}})
    example.change({"data/bodies/grwp-llywio.yml": {"answers_to_ids": ["bwrdd-llywio"]}})
    site = site_of(example, date(2025, 11, 21))
    post = site.of(Post)["cydlynydd"]
    above = {
        id_: [each.id for each in answers_to(post, site, region)]
        for id_, region in [*site.of(Region).items(), ("", None)]
    }
    assert above == {"dyffryn": ["grwp-dyffryn"], "ynys-las": ["grwp-llywio"], "": ["grwp-llywio"]}
