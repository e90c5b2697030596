"""Reviews of policies: who owes them, how late they are, and the files that say so."""

import csv
import json
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING

import icalendar
import pytest
import yaml

from drws.domains.policies.policy.standing import ReviewState
from drws.domains.policies.review.export import export
from drws.domains.policies.review.page import ReviewsView, plan
from drws.domains.policies.review.reviews import reviews
from drws.planning.export import Publication

if TYPE_CHECKING:
    from tests.example import Example

POLICY = "data/policies/cyswllt.yml"
"""Version 1.1, in force from 2025-04-01, is to be reviewed after twelve months."""


def view_of(example: "Example", day: date | None = None) -> ReviewsView:
    """What the page prints on a day."""
    planner = example.planner(day) if day else example.planner()
    (page,) = plan(planner)
    assert isinstance(page.view, ReviewsView)
    return page.view


def files_of(example: "Example") -> dict[str, bytes]:
    """The files in English, by their endings."""
    planner = example.planner()
    return {path.rpartition(".")[2]: made() for path, made in export(Publication((planner,), ()))}


@pytest.mark.parametrize(
    ("day", "set_for", "state", "days"),
    [
        (date(2025, 11, 21), "2025-11-20", ReviewState.OVERDUE, -1),
        (date(2025, 11, 21), "2025-11-21", ReviewState.DUE, 0),
        (date(2025, 11, 21), "2026-02-19", ReviewState.DUE, 90),
        (date(2025, 11, 21), "2026-02-20", ReviewState.LATER, 91),
        (date(2025, 11, 21), "2025-10", ReviewState.OVERDUE, -21),
    ],
)
def test_days_are_counted_from_the_day_of_the_site(
    example: "Example", day: date, set_for: str, state: ReviewState, days: int
) -> None:
    """The last day on which it can be done in time is not late."""
    example.change({POLICY: {"review_date": set_for}})
    (review,) = reviews(example.planner(day).site)
    assert (review.state, review.days) == (state, days)


def another(example: "Example", id_: str, **fields: object) -> None:
    """One more policy, like the example's, without words of its own. A field that is None is left out."""
    record = yaml.safe_load((example.root / POLICY).read_text("utf-8"))
    own = {"id": id_, "versions": [{"version": "1", "published_date": "2020-01-01"}], "supersedes_ids": None}
    kept = {name: value for name, value in {**record, **own, **fields}.items() if value is not None}
    example.change({f"data/policies/{id_}.yml": yaml.safe_dump(kept, allow_unicode=True)})


def test_owners_stand_in_the_order_of_their_days_and_nobody_last(example: "Example") -> None:
    """Under each, the earliest review first."""
    another(example, "hwyr", owner_id=None, review_date="2021-01-01")
    another(example, "cynnar", review_date="2024-01-01")
    another(example, "heb", review_months=None)
    view = view_of(example)
    assert [(each.heading and each.heading.id, [one.policy.id for one in each.members]) for each in view.owners] == [
        ("cydlynydd", ["cynnar", "cyswllt"]),
        (None, ["hwyr"]),
    ]
    assert [policy.id for policy in view.without_day] == ["heb"]


def test_a_policy_that_no_longer_counts_is_not_reviewed(buildable: "Example") -> None:
    """And the page says so when nothing is left."""
    buildable.change({POLICY: {"status": "withdrawn"}})
    view = view_of(buildable)
    assert view.owners == ()
    assert view.without_day == ()
    files, name = buildable.files(), "en/policy-reviews/index.html"
    buildable.show([name])
    page = (buildable.site / name).read_text("utf-8")
    assert "No review is set" in page
    assert "policy-reviews.csv" in page
    assert "policy-reviews.ics" not in page
    assert not [file for file in files if file.endswith("policy-reviews.ics")]


def test_files_say_the_same(example: "Example") -> None:
    """JSON, the table and the calendar have each review with its day; words that could be a formula are guarded."""
    example.change({POLICY: {"name": {"cy": "=1+1", "en": "=1+1"}}})
    files = files_of(example)
    (row,) = json.loads(files["json"])["reviews"]
    assert (row["policy"], row["owner"], row["review_date"]) == ("cyswllt", "cydlynydd", "2026-04-01")
    assert (row["name"], row["days_left"]) == ("=1+1", 131)
    (cells,) = csv.DictReader(StringIO(files["csv"].decode("utf-8-sig")))
    assert cells == {key: str(value) for key, value in row.items()} | {"name": "'=1+1"}
    (event,) = icalendar.Calendar.from_ical(files["ics"].decode()).walk("VEVENT")
    assert event.decoded("dtstart") == date(2026, 4, 1)
    assert event["summary"] == "Review: =1+1"
    assert files == files_of(example)


def test_the_page_leads_to_its_files(built: "Example") -> None:
    """In both languages, and the library leads to the page."""
    for folder, library in (("en/policy-reviews", "en/policies"), ("cy/adolygiadau-polisi", "cy/polisiau")):
        page = (built.site / folder / "index.html").read_text("utf-8")
        name = folder.partition("/")[2]
        for ending in ("csv", "json", "ics"):
            assert f"/{folder}/{name}.{ending}" in page
            assert (built.site / folder / f"{name}.{ending}").is_file()
        assert f'/{folder}/"' in (built.site / library / "index.html").read_text("utf-8")
