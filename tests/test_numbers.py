"""Every number that may be rung: what the page and the files say of each, and what they leave out."""

import csv
import io
import json
from datetime import date
from typing import TYPE_CHECKING, Any

from drws.domains.directory.numbers import page
from drws.domains.directory.numbers.export import export
from drws.domains.directory.numbers.lines import lines
from drws.planning.export import Publication

from .example import AS_OF

if TYPE_CHECKING:
    from tests.example import Example

CONFIRMED = "pont-llinell-gymorth:voice:+443069990123"
NIGHT = "dros-nos:voice:111:2"


def files_of(example: "Example", as_of: date = AS_OF) -> dict[str, bytes]:
    """The files, by their endings."""
    publication = Publication((example.planner(as_of, "cy"), example.planner(as_of, "en")), ())
    return {path.rpartition(".")[2]: content() for path, content in export(publication)}


def numbers_of(example: "Example", as_of: date = AS_OF) -> dict[str, dict[str, Any]]:
    """The numbers of the file for programs, by their ids."""
    return {each["id"]: each for each in json.loads(files_of(example, as_of)["json"])["numbers"]}


def test_each_number_says_whose_it_is_what_for_when_and_how_sure(example: "Example") -> None:
    """In every language, with addresses for each; what no source says is null."""
    numbers = numbers_of(example)
    confirmed = numbers[CONFIRMED]
    assert (confirmed["number"], confirmed["uri"]) == ("0306 999 0123", "tel:+443069990123")
    assert confirmed["organization"]["url"] == {
        "cy": "https://bach.example/cy/sefydliadau/bridge-families/",
        "en": "https://bach.example/en/organisations/bridge-families/",
    }
    assert confirmed["contact"]["name"] == {"cy": "Llinell gymorth", "en": "Helpline"}
    assert confirmed["purpose"]["id"] == "helpline"
    assert (confirmed["assured_date"], confirmed["standing"]) == ("2025-10-30", "confirmed")
    assert confirmed["schedules"] == [
        {"byday": ["MO", "WE"], "opens_at": "10:00", "closes_at": "14:30", "closed_on_holidays": True}
    ]
    night = numbers[NIGHT]
    assert (night["option"], night["text_relay"], night["always_open"]) == ("2", "18001 111", True)
    assert night["schedules"][0]["closes_at"] == "24:00"
    assert (night["assured_date"], night["standing"], night["source_date"]) == (None, "not_confirmed", None)


def test_what_cannot_wait_comes_first(example: "Example") -> None:
    """On the page of every language and in the files; the order of the other purposes is that of the site."""
    planner = example.planner()
    urgent = ["worried-about-a-child", "helpline"]
    found = list(dict.fromkeys(line.purpose.id for line in lines(planner.site)))
    assert found[:2] == urgent
    view: page.NumbersView = next(page.plan(planner)).view
    assert [purpose.id for purpose, _ in view.purposes] == found
    assert list(numbers_of(example)) == [line.id for line in lines(planner.site)]


def test_a_name_does_not_depend_on_the_order_of_the_lines(example: "Example") -> None:
    """Whoever kept an id finds the same number under it when an editor puts another first."""
    before = numbers_of(example)
    phones = [{"number": "0808 157 0123", "type": "freephone", "extension": "2"}, {"number": "029 2018 0123"}]
    example.change({"data/contacts/dyffryn-ymholiadau.yml": {"phones": phones}})
    assert not example.load().problems
    after = numbers_of(example)
    assert {each: after[each]["number"] for each in after} == {each: before[each]["number"] for each in before}


def test_a_number_that_is_too_old_is_nowhere(example: "Example") -> None:
    """First people are asked to confirm it; then it goes, and the number that nobody has confirmed stays."""
    example.change({"data/contacts/dros-nos.yml": {"assured_date": "2025-11-20"}})
    assert numbers_of(example, date(2026, 5, 21))[NIGHT]["standing"] == "confirm_again"
    late = date(2026, 11, 21)
    assert NIGHT not in numbers_of(example, late)
    assert "dyffryn-ymholiadau:voice:+442920180123" in numbers_of(example, late)


def test_a_number_that_pages_doubt_is_doubted_here(example: "Example") -> None:
    """The file does not sound surer than the page."""
    example.change({"data/contacts/dros-nos.yml": {"confidence": [{"field": "phones", "level": "unverified"}]}})
    assert numbers_of(example)[NIGHT]["standing"] == "doubted"


def test_the_table_says_the_same_and_no_cell_is_a_formula(example: "Example") -> None:
    """A row for each number, in columns for each language; what an editor typed stays words."""
    example.change({"data/contacts/dros-nos.yml": {"name": {"cy": "=1+1", "en": "@SUM(A1)"}}})
    table = list(csv.DictReader(io.StringIO(files_of(example)["csv"].decode("utf-8-sig"))))
    assert [row["id"] for row in table] == list(numbers_of(example))
    night = next(row for row in table if row["id"] == NIGHT)
    assert (night["contact_name_cy"], night["contact_name_en"]) == ("'=1+1", "'@SUM(A1)")
    assert (night["uri"], night["opening_hours"]) == ("tel:111", "Mo-Su 00:00-24:00")
    assert not [cell for row in table for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_without_a_number_there_is_no_list(example: "Example") -> None:
    """Neither a page nor a file."""
    names = [path.stem for path in (example.root / "data" / "contacts").glob("*.yml")]
    example.change({f"data/contacts/{name}.yml": {"phones": [], "emails": ["x@pont.example"]} for name in names})
    loaded = example.load()
    assert loaded.addresses
    assert not loaded.addresses.has("numbers", "en")
    assert not loaded.addresses.has("numbers-json", "en")
