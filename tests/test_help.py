"""Help now: there is somebody to ring at every hour, and the page is one tap away."""

from typing import TYPE_CHECKING, Any

import pytest
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from drws.domains.directory.child_in_danger.route import ring_instead_of, route_in
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.functions import functions
from drws.domains.directory.organization.record import Authority, Organization
from drws.domains.help.situation.panel import of_organization
from drws.planning.plan import Planner

if TYPE_CHECKING:
    from drws.planning.page_plan import PagePlan
    from tests.example import Example

HELP = "en/help-now/index.html"


@pytest.fixture
def planner(example: "Example") -> Planner:
    """What the pages of the small example are planned with."""
    return example.planner()


def page(example: "Example", path: str) -> LexborHTMLParser:
    """A page of the built example."""
    return LexborHTMLParser((example.site / path).read_text("utf-8"))


def as_tree(node: LexborNode) -> LexborHTMLParser:
    """A part of a page by itself."""
    return LexborHTMLParser(node.html or "")


def hrefs(tree: LexborHTMLParser, within: str) -> list[str | None]:
    """Where the links in a part of a page lead."""
    return [link.attributes["href"] for link in tree.css(f"{within} a[href]" if within != "*" else "a[href]")]


def test_it_is_one_tap_from_the_header_of_every_page(built: "Example") -> None:
    """From each page in a language to the page in that language."""
    pages = sorted(built.site.glob("*/**/index.html"))
    assert pages
    for path in pages:
        language = path.relative_to(built.site).parts[0]
        address = {"cy": "/cy/cymorth-nawr/", "en": "/en/help-now/"}[language]
        assert hrefs(LexborHTMLParser(path.read_text("utf-8")), "header").count(address) == 1, path


def test_every_situation_leads_to_a_line_that_is_open(built: "Example") -> None:
    """Each stands with a number that answers at every hour, and its own page with all that may be rung."""
    tree = page(built, HELP)
    pages = ("/en/help-now/something-is-badly-wrong/", "/en/help-now/i-cannot-wait/")
    assert [hrefs(each, "*")[:2] for each in map(as_tree, tree.css(".help-choice__one"))] == [
        [address, "tel:111"] for address in pages
    ]
    assert {"tel:111", "sms:85258?body=HELP"} <= set(
        hrefs(page(built, "en/help-now/something-is-badly-wrong/index.html"), "main")
    )


def test_it_comes_first_where_it_concerns_people(built: "Example") -> None:
    """On the page of an audience that a situation names, and not on others."""
    concerned, other = (
        page(built, f"en/who-for/{name}/index.html") for name in ("adoptive-parents", "adults-who-were-adopted")
    )
    assert hrefs(concerned, "main")[0] == "/en/help-now/something-is-badly-wrong/"
    assert "/en/help-now/something-is-badly-wrong/" not in hrefs(other, "main")


def test_the_page_of_who_is_rung_leads_to_the_situations(example: "Example") -> None:
    """Those whose lines are its own, and no others; an organization that nobody rings then has no such part."""
    example.change({"data/contacts/dros-nos.yml": {"organization_id": "pont"}})
    planner = example.planner()
    organizations = planner.site.of(Organization)
    rung = of_organization(organizations["pont"], planner)
    assert rung
    assert all("dros-nos" in each.contact_ids for each in rung)
    assert of_organization(organizations["bwrdd-bach"], planner) is None


def test_a_child_in_danger_has_somebody_to_ring_everywhere(planner: Planner) -> None:
    """An authority without a number of its own has those that answer instead."""
    routes = {each.id: route_in(each, planner.site) for each in planner.site.all(Authority)}
    assert all(route and route.is_open_at_every_hour for route in routes.values())
    with_team, without = routes["llanfechan"], routes["dyffryn-aur"]
    assert with_team
    assert [each.id for each in with_team.by_day] == ["pen-yr-ynys-plant"]
    assert without
    assert (without.by_day, [each.id for each in without.instead]) == ((), ["dros-nos"])


def test_nobody_in_danger_is_told_to_try_again_later(planner: Planner) -> None:
    """A number for children in danger names whom to ring when nobody answers; another can wait."""
    contacts = planner.site.of(Contact)
    assert [each.id for each in ring_instead_of(contacts["pen-yr-ynys-plant"], planner.site)] == ["dros-nos"]
    assert ring_instead_of(contacts["pont-llinell-gymorth"], planner.site) == ()


def test_instead_of_the_line_by_day_first_the_one_at_night(example: "Example") -> None:
    """Of the same area, before those that answer everywhere."""
    night = {
        "data/contacts/dyffryn-blwch-llythyrau.yml": {
            "phones": [{"number": "029 2018 0777"}],
            "area_ids": ["pen-yr-ynys"],
        }
    }
    example.change(night)
    site = example.planner().site
    contacts = site.of(Contact)
    assert [each.id for each in ring_instead_of(contacts["pen-yr-ynys-plant"], site)] == [
        "dyffryn-blwch-llythyrau",
        "dros-nos",
    ]
    assert [each.id for each in ring_instead_of(contacts["dyffryn-blwch-llythyrau"], site)] == ["dros-nos"]


def test_the_hours_of_a_way_are_those_on_which_its_lines_agree(example: "Example") -> None:
    """Known when there is one line with hours; unknown as soon as another has different ones, or none."""
    hours = [{"byday": ["MO"], "opens_at": "9:00", "closes_at": "17:00"}]
    other = {
        "id": "arall",
        "organization_id": "pen-yr-ynys",
        "name": {"same": "Tîm"},
        "purpose": "worried-about-a-child",
        "phones": [{"number": "029 2018 0888"}],
        "sources": [{"url": "https://pen-yr-ynys.example/other"}],
        "translation": "draft",
    }

    def day_hours(changes: dict[str, Any]) -> str | None:
        example.change(changes)
        site = example.planner().site
        route = route_in(site.of(Authority)["pen-yr-ynys"], site)
        assert route
        return route.day_hours.id if route.day_hours else None

    assert day_hours({}) is None
    assert day_hours({"data/contacts/pen-yr-ynys-plant.yml": {"schedules": hours}}) == "pen-yr-ynys-plant"
    assert day_hours({"data/contacts/arall.yml": {**other, "schedules": hours}}) is not None
    assert day_hours({"data/contacts/arall.yml": other | {"schedules": []}}) is None


def test_a_number_for_messages_begins_the_message(example: "Example") -> None:
    """Also where it stands in a sentence, with the word to send; a number that takes calls as well is rung."""
    words = Markup("<p>Text HELP to 85258, or ring 111.</p>")

    def leads(phones: list[dict[str, Any]]) -> list[str | None]:
        example.change({"data/contacts/dros-nos.yml": {"phones": phones}})
        planner = example.planner()
        lines = (planner.site.of(Contact)["dros-nos"],)
        return hrefs(LexborHTMLParser(functions(planner)["with_numbers"](words, lines)), "*")

    text = {"number": "85258", "type": "text", "message": "HELP"}
    assert leads([{"number": "111"}, text]) == ["sms:85258?body=HELP", "tel:111"]
    assert leads([{"number": "85258"}, text]) == ["tel:85258"]


@pytest.mark.slow
def test_a_line_without_hours_says_so(buildable: "Example") -> None:
    """Nobody takes it for one that answers at night."""
    buildable.change({"data/contacts/dyffryn-ymholiadau.yml": {"schedules": []}})
    situation = "en/help-now/something-is-badly-wrong/index.html"
    buildable.show([situation])
    night, without = (line.text() for line in page(buildable, situation).css(".help-line"))
    said = "We do not know the hours."
    assert (said in night, said in without) == (False, True)


def test_a_site_without_situations_has_no_such_page(example: "Example") -> None:
    """And its header offers none."""
    example.change({f"data/situations/{name}.yml": "null" for name in ("perygl", "aros")})
    planner = example.planner()
    plans: list[PagePlan] = [plan for domain in planner.domains for pages in domain.pages for plan in pages(planner)]
    assert "help" not in {plan.name for plan in plans}
    assert not planner.addresses.has("help", "en")


@pytest.mark.slow
def test_the_number_of_an_emergency_can_be_pressed(buildable: "Example") -> None:
    """Wherever the sentence stands: at the foot of every page, and first where something cannot wait. There, without speaking as well."""
    sentence = {"cy": "Ffoniwch 111 nawr.", "en": "Ring 111 now."}
    relay = {"prefix": "18009", "sources": [{"url": "https://dyffryn.example/relay"}]}
    buildable.change(
        {"data/site.yml": {"emergency": sentence, "emergency_contact_id": "dros-nos", "text_relay": relay}}
    )
    situation, concerned = "en/help-now/something-is-badly-wrong/index.html", "en/who-for/adoptive-parents/index.html"
    home, contact, search = "en/index.html", "en/contact/index.html", "en/search/index.html"
    buildable.show([HELP, situation, concerned, home, contact, search])
    for name in (HELP, situation, concerned, contact):
        ways = hrefs(page(buildable, name), ".without-voice")
        assert ways == ["https://dyffryn.example/en/sign", "sms:85258?body=HELP"], name
    assert not page(buildable, home).css("footer .without-voice")
    for name in (HELP, situation):
        assert "18009" in page(buildable, name).css("main")[0].text(), name
    for name in (home, HELP, contact, search):
        assert "tel:111" in hrefs(page(buildable, name), "footer"), name
    for name in (HELP, contact):
        assert hrefs(page(buildable, name), ".notice")[0] == "tel:111"
