"""Completeness in public: what counts as known, what stops counting, and that page, line and files say the same."""

import csv
import io
import json
from datetime import date
from typing import TYPE_CHECKING, Any

from drws.domains.directory.completeness.export import export
from drws.domains.directory.completeness.facts import Fact, completeness
from drws.planning.export import Publication

from .example import AS_OF

if TYPE_CHECKING:
    from tests.example import Example


def known_of(example: "Example", name: str, as_of: date = AS_OF) -> tuple[Fact, ...]:
    """What is known of an organization."""
    return completeness(example.planner(as_of).site)[name].known


def test_every_region_authority_and_agency_at_work_is_told_of(example: "Example") -> None:
    """And nobody else: not the bodies that nobody chooses between, nor those that have ended."""
    planner = example.planner()
    found = completeness(planner.site)
    assert {"dyffryn", "ynys-las", "llanfechan", "pen-yr-ynys", "dyffryn-aur", "pont"} == set(found)
    for each in found.values():
        assert {*each.known, *each.missing} == set(Fact)
        assert len(each.known) + len(each.missing) == len(Fact)
    example.change({"data/organizations/pont.yml": {"status": "defunct"}})
    assert "pont" not in completeness(example.planner().site)


def test_a_fact_is_known_when_a_record_says_it(example: "Example") -> None:
    """A mailbox is no number, and hours without a line to ring are no hours of a line."""
    found = known_of(example, "ynys-las")
    assert Fact.WRITING in found
    assert not {Fact.NUMBER, Fact.HOURS, Fact.ADDRESS} & set(found)
    assert {Fact.NUMBER, Fact.HOURS, Fact.WRITING, Fact.ADDRESS, Fact.LANGUAGES} <= set(known_of(example, "dyffryn"))
    contact = {"purpose": "complaints", "phones": [{"number": "0306 999 0124"}]}
    example.change(
        {
            "data/site.yml": {"complaint_purpose_ids": ["letterbox"]},
            "data/contacts/ynys-las-ymholiadau.yml": {**contact, "purpose": "letterbox"},
        }
    )
    assert {Fact.NUMBER, Fact.COMPLAINTS} <= set(known_of(example, "ynys-las"))


def test_what_a_regional_service_says_counts_for_its_authorities(example: "Example") -> None:
    """It works for them. Its number is not theirs."""
    region, authority = known_of(example, "dyffryn"), known_of(example, "dyffryn-aur")
    of_services = {Fact.ELIGIBILITY, Fact.NEXT_STEP, Fact.COST}
    assert of_services & set(region)
    assert of_services & set(region) <= set(authority)
    assert Fact.NUMBER in region
    assert Fact.NUMBER not in authority


def test_a_fact_that_is_too_old_is_no_longer_known(example: "Example") -> None:
    """The number is withheld everywhere, and so nobody knows it here either."""
    assert Fact.NUMBER in known_of(example, "pont", date(2026, 5, 1))
    assert Fact.NUMBER not in known_of(example, "pont", date(2026, 12, 1))


def test_the_files_say_what_the_page_says(example: "Example") -> None:
    """One row for each organization, in the same order, in all languages."""
    planners = (example.planner(language="cy"), example.planner(language="en"))
    made = {path.rpartition(".")[2]: content() for path, content in export(Publication(planners, ()))}
    told: list[dict[str, Any]] = json.loads(made["json"])["organizations"]
    found = completeness(planners[0].site)
    assert {each["id"]: each["missing"] for each in told} == {
        id_: [fact.value for fact in each.missing] for id_, each in found.items()
    }
    assert next(each for each in told if each["id"] == "dyffryn")["name"]["en"] == "Adopt Valley"
    rows = list(csv.DictReader(io.StringIO(made["csv"].decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == [each["id"] for each in told]
    for row, each in zip(rows, told, strict=True):
        assert [fact.value for fact in Fact if row[fact] == "known"] == each["known"]


def test_each_page_has_its_line(built: "Example") -> None:
    """Of those that are told of; a body that nobody chooses between has none."""
    line = "We do not know yet:"
    for page in ("regions/adopt-blue-island", "local-authorities/llanfechan", "organisations/bridge-families"):
        assert line in (built.site / "en" / page / "index.html").read_text("utf-8"), page
    pages = [path for path in (built.site / "en/organisations").glob("*/index.html") if line in path.read_text("utf-8")]
    assert {path.parent.name for path in pages} == {"bridge-families"}
