"""Where a region has no telephone number, a call can be made all the same."""

from typing import TYPE_CHECKING, Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from drws.domains.directory.finder.page import answers_of
from drws.domains.directory.next_best import next_best, next_best_in
from drws.domains.directory.organization.record import Authority, Region
from drws.domains.directory.queries import contacts_of
from drws.domains.directory.service import page as service_page
from drws.domains.directory.service.page import ServiceView
from drws.domains.directory.service.record import Service

if TYPE_CHECKING:
    from drws.domains.directory.next_best import NextBest
    from tests.example import Example

WORDS = {"cy": "“Y tîm, os gwelwch yn dda.”", "en": "“The team, please.”"}
ASKED = {"ask_authority": {"purpose": "worried-about-a-child", "words": WORDS}, "agency_type_ids": ["charity"]}
AGENCY = {
    "id": "cwrs-pont",
    "name": {"cy": "Cwrs Pont", "en": "Bridge’s course"},
    "summary": {"cy": "Cwrs.", "en": "A course."},
    "description": {"cy": "Cwrs.", "en": "A course."},
    "organization_id": "pont",
    "audience_ids": ["rhieni"],
    "kind_of_help_ids": ["cwrdd"],
    "area_ids": ["pobman"],
    "sources": [{"url": "https://pont.example/"}],
    "translation": "draft",
}
ONLY_ELSEWHERE = {"area_ids": ["dyffryn"]}
FOR_OTHERS = {"audience_ids": ["oedolion"]}


def asking(example: "Example", *, course: dict[str, Any] | None = None) -> "Example":
    """The example with a rule about authorities, and a charity that has a course."""
    example.change(
        {
            "data/site.yml": ASKED,
            "data/services/grwp-rhieni.yml": {"audience_ids": ["oedolion"]},
            "data/services/cwrs-pont.yml": {**AGENCY, **(course or {})},
        }
    )
    return example


def instead(example: "Example", service_id: str | None = None) -> "NextBest":
    """Whom to ring in the region that has no number."""
    site = example.planner().site
    region = site.of(Region)["ynys-las"]
    found = next_best_in(region, contacts_of(region, site), site, site.get(Service, service_id))
    assert found
    return found


def test_agencies_authorities_and_helplines_are_rung(example: "Example") -> None:
    """Each kind, and what to say to an authority."""
    found = instead(asking(example))
    assert [each.id for each in found.agencies] == ["pont-llinell-gymorth"]
    assert [each.id for each in found.authorities] == ["pen-yr-ynys-plant"]
    assert found.helplines == ()
    assert found.words
    assert found.words.in_language("en").words == WORDS["en"]


@pytest.mark.parametrize("course", [ONLY_ELSEWHERE, FOR_OTHERS], ids=["elsewhere", "for-others"])
def test_an_agency_serves_the_place_and_the_people(course: dict[str, Any], example: "Example") -> None:
    """Nobody is sent to an agency that does not work there, or that has nothing for those whom the service is for."""
    assert instead(asking(example, course=course), "cwrs-paratoi").agencies == ()


def test_where_the_region_has_a_number_nobody_else_is_rung(example: "Example") -> None:
    """Neither on its own page nor on those of its authorities."""
    site = asking(example).planner().site
    region = site.of(Region)["dyffryn"]
    contacts = contacts_of(region, site)
    assert next_best_in(region, contacts, site) is None
    assert next_best_in(site.of(Authority)["dyffryn-aur"], contacts, site) is None
    assert next_best(contacts, site) is None


def test_without_the_rule_no_authority_is_rung(example: "Example") -> None:
    """Its line is for something else: a site has to say that it may be rung, and with what words."""
    found = instead(example)
    assert (found.authorities, found.words) == ((), None)
    assert [each.id for each in (*found.agencies, *found.helplines)] == ["pont-llinell-gymorth"]


def test_a_service_with_a_mailbox_has_the_number_of_its_region(example: "Example") -> None:
    """Rather than none."""
    views = [plan.view for plan in service_page.plan(example.planner())]
    view = next(view for view in views if isinstance(view, ServiceView) and view.service.id == "blwch-llythyrau")
    assert [each.id for each in view.contacts] == ["dyffryn-blwch-llythyrau", "dyffryn-ymholiadau"]
    assert view.next_best is None


def test_the_finder_says_whom_to_ring(example: "Example") -> None:
    """The authority's line where the region has none, and only there."""
    answers = {answer.authority.id: answer for answer in answers_of(asking(example).planner())}
    assert answers["pen-yr-ynys"].asked is None
    assert answers["pen-yr-ynys"].instead
    assert answers["pen-yr-ynys"].instead.id == "pen-yr-ynys-plant"
    assert answers["dyffryn-aur"].asked
    assert answers["dyffryn-aur"].instead is None


def test_a_service_of_several_regions_has_the_numbers_that_there_are(example: "Example") -> None:
    """Not that there is none: the line of each region that has one, and whom to ring in the others."""
    asking(example).change({"data/services/gweld-cofnodion.yml": {"delivered_by": ["dyffryn", "ynys-las"]}})
    views = [plan.view for plan in service_page.plan(example.planner())]
    view = next(view for view in views if isinstance(view, ServiceView) and view.service.id == "gweld-cofnodion")
    with_line, without = view.regions
    assert (with_line.region.id, without.region.id) == ("dyffryn", "ynys-las")
    assert with_line.line
    assert with_line.next_best is None
    assert without.line is None
    assert without.next_best
    assert view.next_best is None


def test_pages_can_be_rung_from_and_places_mutate(buildable: "Example") -> None:
    """What to say stands before the number of the authority; the last place of a list changes after *a*, wherever it stands."""
    asking(buildable).change(
        {
            "data/authorities/llanfechan.yml": {"place": {"cy": "Torfaen", "en": "Torfaen"}},
            "data/services/gweld-cofnodion.yml": {"delivered_by": ["dyffryn", "ynys-las"]},
        }
    )
    buildable.show()
    for path in ("en/regions/adopt-blue-island", "en/local-authorities/island-end", "en/services/preparation-course", "en/services/see-your-records"):  # fmt: skip
        page = LexborHTMLParser((buildable.site / path / "index.html").read_text("utf-8"))
        box = page.css_first(".no-phone")
        assert box, path
        assert WORDS["en"] in box.text()
        assert box.css_first("a[href='tel:+442920180456']"), path
    lists = [path for path in buildable.site.glob("cy/**/*.html") if "a Thorfaen" in path.read_text("utf-8")]
    assert {path.parent.name for path in lists} >= {"cy", "rhanbarthau", "gweld-eich-cofnodion"}
    assert not [path for path in buildable.site.glob("cy/**/*.html") if "a Torfaen" in path.read_text("utf-8")]
