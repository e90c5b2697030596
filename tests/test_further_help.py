"""A guide ends with whom to go to, as the doors that name it say."""

from typing import TYPE_CHECKING

import pytest

from drws.build.plans import planners
from drws.domains.guidance.further_help import FurtherHelp, further_help
from drws.kernel.form_of_address import FormOfAddress

if TYPE_CHECKING:
    from tests.example import Example


@pytest.fixture
def ends(example: "Example") -> dict[str, FurtherHelp | None]:
    """What each page of the example ends with. Two doors name two pages, one of them in the familiar form."""
    page, easy = {"target": "page:about/people"}, {"target": "page:about/blocks"}
    example.change(
        {
            "data/audiences/rhieni.yml": {"guides": [{"pages": [page, easy]}]},
            "data/audiences/oedolion.yml": {"guides": [{"pages": [page, {"target": "page:about/people#who"}]}]},
        }
    )
    return ends_of(example)


def ends_of(example: "Example") -> dict[str, FurtherHelp | None]:
    """What each page ends with."""
    loaded = example.load()
    assert loaded.site
    assert loaded.strings
    assert loaded.addresses
    welsh = planners(loaded.site, loaded.strings, loaded.addresses, loaded.domains)[0]
    return {path: further_help(path, welsh) for path in loaded.site.authored}


def test_each_door_that_names_a_guide_is_named_by_it_once(ends: dict[str, FurtherHelp | None]) -> None:
    """In the order of the doors, with the kinds of help that they put first."""
    found = ends["about/people"]
    assert found
    assert [door.id for door in found.doors] == ["rhieni", "oedolion"]
    assert [kind.id for kind in found.kinds][:1] == ["cyswllt"]
    assert found.has_finder


def test_a_guide_that_has_the_finder_itself_does_not_end_with_it(ends: dict[str, FurtherHelp | None]) -> None:
    """Two boxes would be one too many."""
    found = ends["about/blocks"]
    assert found
    assert not found.has_finder


def test_a_page_that_no_door_names_ends_as_it_is_written(ends: dict[str, FurtherHelp | None]) -> None:
    """It is for nobody in particular."""
    assert ends[""] is None


def test_a_guide_on_doors_that_differ_speaks_politely(example: "Example") -> None:
    """Whichever of them comes first: adults read it as well. One that is for the young alone speaks to them."""
    both, own = {"target": "page:about/people"}, {"target": "page:about/blocks"}
    example.change(
        {
            "data/audiences/rhieni.yml": {"order": "2", "guides": [{"pages": [both]}]},
            "data/audiences/oedolion.yml": {"order": "1", "guides": [{"pages": [both, own]}]},
        }
    )
    found = ends_of(example)
    assert found["about/people"]
    assert [door.id for door in found["about/people"].doors] == ["oedolion", "rhieni"]
    assert {path: end.speaks for path, end in found.items() if end} == {
        "about/people": FormOfAddress.POLITE,
        "about/blocks": FormOfAddress.FAMILIAR,
    }
