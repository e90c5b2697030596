"""What pages tell programs (JSON-LD): of each kind of record, nothing that the page calls doubtful, and nothing that could leave its element."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from drws.domains.directory.contact.linked_data import contact_points
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.linked_data import linked_data as of_organization
from drws.domains.directory.organization.record import Organization, OrganizationStatus, Region
from drws.domains.directory.service.linked_data import linked_data as of_service
from drws.domains.directory.service.record import Service, ServiceStatus
from drws.domains.guidance.linked_data import questions
from drws.kernel.entity import Confidence, ConfidenceLevel
from drws.planning.page_plan import Crumb
from drws.render.linked_data import linked_data
from drws.say.foreign_words import borrowed

from .example import AS_OF

if TYPE_CHECKING:
    from drws.planning.linked_data import Node
    from drws.planning.plan import Planner
    from tests.example import Example

ROOT = Path(__file__).parent.parent


def told(site: Path, page: str) -> list[dict[str, Any]]:
    """The things of which a page tells programs, the page itself first."""
    tree = LexborHTMLParser((site / page / "index.html").read_text("utf-8"))
    [script] = tree.css("script[type='application/ld+json']")
    graph: list[dict[str, Any]] = json.loads(script.text())["@graph"]
    return graph


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        ("cy", ["WebPage", "WebSite"]),
        ("en/services", ["CollectionPage"]),
        ("en/services/letterbox-contact", ["WebPage", "GovernmentService"]),
        ("en/services/parents-group", ["WebPage", "Service"]),
        ("en/regions/adopt-valley", ["WebPage", "GovernmentOrganization"]),
        ("en/local-authorities/island-end", ["WebPage", "GovernmentOrganization"]),
        ("en/organisations/bridge-families", ["WebPage", "NGO"]),
        ("en/organisations/the-small-board", ["WebPage", "Organization"]),
        ("en/legislation/letters-act-2020", ["WebPage", "Legislation"]),
        ("en/glossary", ["CollectionPage", "DefinedTermSet"]),
        ("en/glossary/directory", ["WebPage", "DefinedTerm"]),
        ("en/performance/families-waiting", ["WebPage", "Dataset"]),
        ("en/policies/contact-by-letter", ["WebPage", "DigitalDocument"]),
        ("en/about/blocks", ["FAQPage"]),
        ("en/contact", ["ContactPage"]),
    ],
)
def test_each_kind_of_record_has_its_own_kind(page: str, kinds: list[str], built: "Example") -> None:
    """As schema.org calls it."""
    assert [each["@type"] for each in told(built.site, page)] == kinds


def test_a_page_says_where_it_is(built: "Example") -> None:
    """Its address, its language, the way to it, and what it is about."""
    page, service = told(built.site, "cy/gwasanaethau/cyswllt-blwch-llythyrau")
    address = "https://bach.example/cy/gwasanaethau/cyswllt-blwch-llythyrau/"
    assert (page["@id"], page["inLanguage"]) == (address, "cy")
    steps = [(step["position"], step["item"]) for step in page["breadcrumb"]["itemListElement"]]
    assert steps == [
        (1, "https://bach.example/cy/"),
        (2, "https://bach.example/cy/gwasanaethau/"),
        (3, address),
    ]
    assert page["mainEntity"] == {"@id": service["@id"]}
    assert service["@id"] == told(built.site, "en/services/letterbox-contact")[1]["@id"]


def test_the_vocabulary_has_all_that_is_told(built: "Example") -> None:
    """The validator is not part of the project."""
    tool = ROOT.parent / "shared" / "tools" / "validate_jsonld.py"
    if not tool.is_file():
        pytest.skip(f"NOT VALIDATED against the vocabulary of schema.org: that needs {tool}")
    command: list[str | Path] = [sys.executable, tool, built.site]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def points(planner: "Planner", **fields: object) -> list[Any]:
    """What programs are told of a contact with these fields."""
    contact = planner.site.of(Contact)["dros-nos"].model_copy(update=fields)
    return list(contact_points([contact], planner))


def test_of_a_contact_only_what_its_page_does_not_doubt_is_told(example: "Example") -> None:
    """Programs pass a number on without the words that stand beside it. Hours are told only once somebody has confirmed them."""
    example.change({"data/site.yml": {"half_lives": {"contact_details": "182", "hours": "182"}}})
    planner = example.planner()
    [point] = points(planner)
    assert (point["telephone"], point["availableLanguage"]) == ("111", ["cy", "en"])  # none for text messages
    assert "2" in point["description"]  # the key to press
    assert "hoursAvailable" not in point
    for level, field in ((ConfidenceLevel.UNVERIFIED, "phones[0].number"), (ConfidenceLevel.INFERRED, "phones")):
        assert points(planner, confidence=(Confidence(field=field, level=level),)) == []
    assert points(planner, assured_date=AS_OF - timedelta(days=183)) == []
    sure = AS_OF - timedelta(days=182)
    hours, *_ = points(planner, assured_date=sure)[0]["hoursAvailable"]
    assert (hours["opens"], hours["closes"], len(hours["dayOfWeek"])) == ("00:00", "23:59", 7)
    [schedule] = planner.site.of(Contact)["dros-nos"].schedules
    closed = (schedule.model_copy(update={"closed_on_holidays": True}),)
    _, christmas, *_ = points(planner, assured_date=sure, schedules=closed)[0]["hoursAvailable"]
    assert christmas["validFrom"] == christmas["validThrough"] == "2025-12-25"
    assert christmas["opens"] == christmas["closes"] == "00:00"


def test_programs_send_nobody_to_what_may_not_be_there(example: "Example") -> None:
    """An organization that is not known to be at work, and a service that nobody can use."""
    planner = example.planner()
    organization, service = planner.site.of(Organization)["pont"], planner.site.of(Service)["blwch-llythyrau"]
    assert of_organization(organization, [], planner)
    assert of_service(service, [], planner)
    for status in (OrganizationStatus.UNCONFIRMED, OrganizationStatus.DEFUNCT):
        assert of_organization(organization.model_copy(update={"status": status}), [], planner) == ()
    for ended in (ServiceStatus.INACTIVE, ServiceStatus.DEFUNCT):
        assert of_service(service.model_copy(update={"status": ended}), [], planner) == ()
    elsewhere = planner.site.of(Region)["ynys-las"]
    assert "111" not in json.dumps(of_organization(elsewhere, planner.site.all(Contact), planner))


def test_a_question_is_told_when_its_answer_is_all_in_words(example: "Example") -> None:
    """Where an answer shows a record, or holds a block, a program would have a gap."""
    page = "content/en/about/blocks.md"
    asked = "### Whom do I ring?\n\nRing <contact:dros-nos>.\n\n### Does it cost anything?"
    text = (example.root / page).read_text("utf-8")
    example.change({page: text.replace("### Does it cost anything?", asked)})
    found = {each["name"]: each for each in _questions(example)}
    assert [*found] == ["Does it cost anything?", "Who reads my letter?"]
    answer: Any = found["Who reads my letter?"]["acceptedAnswer"]
    assert answer["text"] == "A worker of Adopt Valley. Nobody else does."


def _questions(example: "Example") -> Iterator["Node"]:
    return questions(example.planner().site.authored["about/blocks"].texts["en"])


def test_what_is_told_is_data_and_nothing_else(example: "Example") -> None:
    """It ends no element, whatever a title is made of. A step that another language lends comes without the signs that mark it on a page."""
    title = "</script><script>alert(1)</script><!-- & ' "
    planner = example.planner()
    [plan] = planner.page("search", "website/search.html", None)
    lent = replace(plan, title=title, breadcrumbs=(Crumb(borrowed("Beth & pwy", "cy"), "/en/"),))
    [page] = json.loads(written := linked_data(lent, planner.site))["@graph"]
    assert not set("<>&'") & set(written)
    assert page["name"] == title
    assert [step["name"] for step in page["breadcrumb"]["itemListElement"]] == ["Beth & pwy", title]
