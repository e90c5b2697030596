"""Who holds records: whom to ask about them, what the page finds them by, and the files."""

import csv
import io
import json
from typing import TYPE_CHECKING

from drws.domains.archives.holding import page
from drws.domains.archives.holding.export import COLUMNS, export
from drws.planning.export import Publication

if TYPE_CHECKING:
    from drws.domains.archives.holding.page import HoldingsView, HoldingView
    from tests.example import Example


def view_of(example: "Example", language: str = "en") -> "HoldingsView":
    """What the page prints."""
    view: HoldingsView = next(page.plan(example.planner(language=language))).view
    return view


def holding(view: "HoldingsView", name: str) -> "HoldingView":
    """What it prints of one body."""
    return next(each for group in view.kinds for each in group.holdings if each.holding.id == name)


def test_an_authority_is_asked_through_its_region(example: "Example") -> None:
    """Whoever else holds records is asked itself, and those of one region are asked together."""
    view = holding(view_of(example), "hen-gymdeithas")
    charity, authority = view.holders
    assert (charity.region, [each.id for each in charity.contacts]) == (None, ["pont-llinell-gymorth"])
    assert authority.region is not None
    assert authority.region.id == "dyffryn"
    assert "dyffryn-ymholiadau" in [each.id for each in authority.contacts]


def test_contacts_of_the_custody_come_first(example: "Example") -> None:
    """They are for the records, those of the holder for everything."""
    custody = [{"holder_id": "dyffryn-aur", "basis": "likely", "contact_ids": ["pont-llinell-gymorth"]}]
    example.change({"data/record_holdings/hen-gymdeithas.yml": {"custody": custody}})
    (asked,) = holding(view_of(example), "hen-gymdeithas").holders
    assert [each.id for each in asked.contacts] == ["pont-llinell-gymorth"]


def test_it_is_found_by_names_of_every_language_and_by_place(example: "Example") -> None:
    """A body of which nothing is known where it worked may have worked anywhere."""
    view = view_of(example)
    society, home = holding(view, "hen-gymdeithas"), holding(view, "cartref-y-bryn")
    for name in ("Hen Gymdeithas Fabwysiadu’r Dyffryn", "Valley Mission"):
        assert name in society.names
    assert society.codes
    assert not society.is_anywhere
    assert home.is_anywhere
    assert home.holders == ()


def test_every_holder_has_a_row_in_both_files(example: "Example") -> None:
    """A body whose holder is not known has one too, without a holder."""
    files = dict(export(Publication((example.planner(language="en"),), ())))
    made = {path.rpartition(".")[2]: content() for path, content in files.items()}
    rows = json.loads(made["json"])["record_holdings"]
    assert [(row["creator"], row["holder"], row["basis"]) for row in rows] == [
        ("cartref-y-bryn", None, None),
        ("hen-gymdeithas", "pont", "confirmed"),
        ("hen-gymdeithas", "dyffryn-aur", "likely"),
    ]
    assert rows[1]["part_end_date"] == "1960"
    table = list(csv.reader(io.StringIO(made["csv"].decode("utf-8-sig"))))
    assert tuple(table[0]) == COLUMNS
    assert len(table) == len(rows) + 1


def test_without_holdings_there_is_no_page(example: "Example") -> None:
    """Nor a file."""
    example.change({f"data/record_holdings/{name}.yml": "null" for name in ("hen-gymdeithas", "cartref-y-bryn")})
    planner = example.planner()
    assert list(page.plan(planner)) == []
    assert list(export(Publication((planner,), ()))) == []
