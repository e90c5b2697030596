"""Functions, agreements, laws and complaint routes: who carries what in which region."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drws.domains.directory.organization.record import Region
from drws.domains.governance.coverage.coverage import CoverageState, coverage_of
from drws.domains.governance.function.lists import By, function_lists, functions_in
from drws.domains.governance.function.record import Function
from drws.domains.law.citations import citations
from drws.kernel.site import Site

if TYPE_CHECKING:
    from tests.example import Example


@pytest.fixture
def small(example: "Example") -> Site:
    """The small example."""
    site = example.load().site
    assert site
    return site


def test_a_service_shows_who_carries_a_function_out(small: Site) -> None:
    """A region's own service shows it; a gap is a gap; what each council does is named, and shown where a service of its kind is."""
    letters, writing = small.of(Function)["rhanbarthol-1"], small.of(Function)["lleol-1"]
    states = {
        (function.id, region.id): coverage_of(small, function, region).state
        for function in (letters, writing)
        for region in small.all(Region)
    }
    assert states == {
        ("rhanbarthol-1", "dyffryn"): CoverageState.SHOWN,
        ("rhanbarthol-1", "ynys-las"): CoverageState.GAP,
        ("lleol-1", "dyffryn"): CoverageState.SHOWN,
        ("lleol-1", "ynys-las"): CoverageState.NAMED,
    }


def test_a_service_that_belongs_to_no_region_counts_in_each(small: Site) -> None:
    """What a national body gives is there for every region."""
    asking = small.of(Function)["cenedlaethol-1"]
    for region in small.all(Region):
        assert [service.id for service in coverage_of(small, asking, region).services] == ["gweld-cofnodion"]


def test_functions_are_listed_by_tier_agreement_law_and_gap(small: Site) -> None:
    """Every list has members, and none has another's."""
    found = {(each.by, each.id): [f.id for f in functions_in(small, each)] for each in function_lists(small)}
    assert found == {
        (By.TIER, "gwlad"): ["cenedlaethol-1"],
        (By.TIER, "rhanbarth"): ["rhanbarthol-1"],
        (By.TIER, "local"): ["lleol-1"],
        (By.AGREEMENT, "cytundeb-bach"): ["rhanbarthol-1"],
        (By.LAW, "any"): ["rhanbarthol-1", "lleol-1"],
        (By.GAP, "any"): ["rhanbarthol-1"],
    }


def test_a_law_knows_what_rests_on_it(small: Site) -> None:
    """Rights, functions and routes, seen from the law and from the clause."""
    cited = citations(small)
    assert {each.record.id for each in cited["legislation", "deddf-fach"]} == {
        *("rhanbarthol-1", "lleol-1"),
        *("llythyr", "darllen"),
        "cwyno-dyffryn",
    }
    assert {each.record.id for each in cited["agreements", "cytundeb-bach"] if each.provision.number == "1.2"} == {
        *("rhanbarthol-1", "cwyno-dyffryn"),
    }


@pytest.mark.slow
def test_one_changed_line_changes_the_pages_that_show_it(buildable: "Example", built: "Example") -> None:
    """Another summary of a clause: the agreement's own page in that language, and nothing else that a reader sees."""
    before = _pages(built.site)
    path = buildable.root / "data/agreements/cytundeb-bach.yml"
    path.write_text(path.read_text("utf-8").replace("carries every letter", "carries most letters"), "utf-8")
    buildable.show()
    after = _pages(buildable.site)
    assert [name for name in after if before.get(name) != after[name]] == [
        "en/agreements/agreement-of-the-two-councils/index.html"
    ]


def _pages(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("index.html"))
    }
