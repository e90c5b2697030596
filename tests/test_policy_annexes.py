"""What areas add to policies: in its place, for as long as it holds, told apart, and never lost without a word."""

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from drws.build.load import load
from drws.domains.policies.local.parts import LocalContact, LocalWords
from drws.domains.policies.policy.page import PolicyView, plan
from drws.domains.policies.role.page import plan as role_pages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.example import Example

RECORD = "data/policies/cyswllt.yml"
ANNEX = "content/policies/cyswllt/annexes/{area}/{version}.{code}.md"
VALLEY, ISLAND = "policy:cyswllt/dyffryn", "policy:cyswllt/ynys-las"
TODAY = date(2025, 11, 21)


def views(example: "Example", day: date = TODAY, language: str = "en") -> "Mapping[str, PolicyView]":
    """What the pages of the policy print, by their names."""
    assert example.lines(load(example.sources, day, max(day, TODAY)).problems) == []
    return {each.name: each.view for each in plan(example.planner(day, language)) if each.name.startswith("policy:cys")}


def local_words(view: PolicyView, language: str = "en") -> "Mapping[str, list[str]]":
    """The words that stand after each clause, by the id of the clause."""
    return {
        id_: [" ".join(part.words[language].blocks) for part in parts if isinstance(part, LocalWords)]
        for id_, parts in view.local.parts.items()
        if any(isinstance(part, LocalWords) for part in parts)
    }


def add_annex(
    example: "Example", area: str, version: str, words: "Mapping[str, str]", clause: str = "llofnodi"
) -> None:
    """Write the files of an annex: a sentence in each language, under a clause."""
    for code, sentence in words.items():
        text = f"---\ntranslation: draft\n---\n\n## {code} {{#{clause} by=gweithiwr}}\n\n{sentence}\n"
        example.change({ANNEX.format(area=area, version=version, code=code): text})


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2025, 5, 19), None),  # nobody had published it
        (date(2025, 5, 31), False),
        (date(2025, 6, 1), True),
        (date(2026, 3, 31), True),
        (date(2026, 4, 1), False),  # ended: the page stays, for people have its address
    ],
)
def test_an_annex_holds_on_its_days(example: "Example", day: date, holds: bool | None) -> None:  # noqa: FBT001  a parameter of pytest
    """On the page of its area, after its clause; the policy’s own page leads there."""
    found = views(example, day)
    if holds is None:
        assert "llofnodi" not in found["policy:cyswllt"].local.by_clause
        return
    assert bool(local_words(found[VALLEY])) is holds
    by_clause = found["policy:cyswllt"].local.by_clause
    assert [each.page for each in by_clause.get("llofnodi", ())] == ([VALLEY] if holds else [])


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_new_annex_takes_the_place_of_the_old_on_its_day(example: "Example", language: str) -> None:
    """In both languages, and the old one needs no end."""
    entries = [
        {"area_id": "dyffryn", "version": "1.0", "in_force": {"start_date": "2025-06-01"}},
        {
            "area_id": "dyffryn",
            "version": "1.1",
            "in_force": {"start_date": "2025-10-01", "end_date": "2026-03-31"},
        },
    ]
    example.change({RECORD: {"annexes": entries}})
    add_annex(example, "dyffryn", "1.0", {"cy": "Hen.", "en": "Old."})
    add_annex(example, "dyffryn", "1.1", {"cy": "Newydd.", "en": "New."})
    old, new = {"cy": ("Hen.", "Newydd."), "en": ("Old.", "New.")}[language]
    for day, expected in ((date(2025, 9, 30), old), (date(2025, 10, 1), new)):
        assert local_words(views(example, day, language)[VALLEY], language) == {"llofnodi": [expected]}


def test_local_words_add_and_take_nothing_away(example: "Example") -> None:
    """The page of an area has every clause of the version that counts, with the same words; the pages of versions have nothing local."""
    found = views(example)
    own = found["policy:cyswllt"]
    assert found[VALLEY].clauses == own.clauses
    assert found[VALLEY].text is own.text
    assert {*own.local.parts} == set()
    assert all(not view.local.pages for name, view in found.items() if "@" in name)


def test_what_a_region_adds_holds_in_its_authorities(example: "Example") -> None:
    """An authority that adds something has a page as well, with the words of its region before its own; its neighbour has none."""
    entries = [
        {"area_id": area, "version": "1.0", "in_force": {"start_date": "2025-06-01", "end_date": "2026-03-31"}}
        for area in ("dyffryn", "llanfechan")
    ]
    example.change({RECORD: {"annexes": entries}})
    add_annex(example, "llanfechan", "1.0", {"cy": "Yn Llanfechan.", "en": "In Llanfechan."})
    found = views(example)
    regional, local = local_words(found["policy:cyswllt/llanfechan"])["llofnodi"]
    assert regional == local_words(found[VALLEY])["llofnodi"][0]
    assert local == "In Llanfechan."
    assert "policy:cyswllt/dyffryn-aur" not in found


@pytest.mark.slow
def test_whom_to_ask_comes_from_the_directory(example: "Example") -> None:
    """Those of the first purpose that the region has any for; where it has nobody, of its authorities; where they have nobody, a
    place says so.
    """

    def ids(view: PolicyView) -> list[str]:
        (part,) = [each for each in view.local.parts["ysgrifennu"] if isinstance(each, LocalContact)]
        return [contact.id for contact in part.contacts]

    found = views(example)
    assert ids(found[VALLEY]) == ["dyffryn-blwch-llythyrau"]
    assert ids(found[ISLAND]) == []
    versions: list[dict[str, Any]] = [
        {"version": "1.0", "in_force": {"start_date": "2023-04-01"}},
        {
            "version": "1.1",
            "in_force": {"start_date": "2025-04-01"},
            "local_contacts": [{"clause": "ysgrifennu", "purposes": ["letterbox", "enquiries"]}],
        },
        {"version": "2.0", "in_force": {"start_date": "2026-04-01"}},
    ]
    example.change({RECORD: {"versions": versions}})
    assert ids(views(example)[ISLAND]) == ["ynys-las-ymholiadau"]
    versions[1]["local_contacts"] = [{"clause": "ysgrifennu", "purposes": ["worried-about-a-child"]}]
    example.change({RECORD: {"versions": versions}})
    (part,) = views(example)[ISLAND].local.parts["ysgrifennu"]
    assert isinstance(part, LocalContact)
    assert [(authority.id, [each.id for each in contacts]) for authority, contacts in part.authorities] == [
        ("pen-yr-ynys", ["pen-yr-ynys-plant"])
    ]
    example.change({RECORD: {"region_ids": ["dyffryn"]}})
    assert ISLAND not in views(example)


def test_local_words_that_bind_stand_with_their_area(example: "Example") -> None:
    """Under their own roles, with the way to where they stand; those of a draft annex among the drafts."""

    def asked(role: str) -> "Mapping[str, list[tuple[str, str | None, str]]]":
        view = {each.name: each.view for each in role_pages(example.planner())}[f"policy-role:{role}"]
        return {
            kind: [
                (each.page, each.area and each.area.id, each.sentences[0].words)
                for _, clauses in getattr(view, kind)
                for each in clauses
                if each.clause.id == "llofnodi"
            ]
            for kind in ("in_force", "drafts")
        }

    own = ("policy:cyswllt", None, "The worker must ask both families to sign.")
    words = "The worker must send the signed agreement to the letterbox team on the same day."
    local = (VALLEY, "dyffryn", words)
    assert asked("gweithiwr") == {"in_force": [own, local], "drafts": []}
    assert asked("asiantaeth") == {"in_force": [own], "drafts": []}
    example.change({RECORD: {"annexes": [{"area_id": "dyffryn", "version": "1.0"}]}})
    assert asked("gweithiwr") == {"in_force": [own], "drafts": [local]}


def test_a_contact_in_words_that_bind_is_named(example: "Example") -> None:
    """On the list of what is asked, where its number does not stand."""
    sentence = "<contact:dyffryn-ymholiadau>."
    add_annex(example, "dyffryn", "1.0", {"cy": f"Rhaid holi {sentence}", "en": f"The worker must ask {sentence}"})
    (view,) = [each.view for each in role_pages(example.planner()) if each.name == "policy-role:gweithiwr"]
    sentences = [one.words for _, clauses in view.in_force for each in clauses for one in each.sentences]
    assert "The worker must ask Enquiry team." in sentences


@pytest.mark.parametrize(
    ("code", "policies", "area", "label"),
    [
        ("cy", "polisiau/cyswllt-drwy-lythyr", "mabwysiadu-dyffryn", "Yn lleol: Mabwysiadu Dyffryn"),
        ("en", "policies/contact-by-letter", "adopt-valley", "Locally: Adopt Valley"),
    ],
)
def test_a_built_page_tells_local_words_apart(
    built: "Example", code: str, policies: str, area: str, label: str
) -> None:
    """In a box with the name of the area in its heading, inside of the clause and after its words; nothing of it needs a script."""

    def page(path: str) -> LexborHTMLParser:
        return LexborHTMLParser((built.site / code / path / "index.html").read_text("utf-8"))

    own, local = page(policies), page(f"{policies}/{area}")
    *_, last = [each for each in local.css("#clause-llofnodi > *") if each.tag != "-text"]
    assert last.tag == "aside"
    assert [each.text().startswith(label) for each in last.css("h4")] == [True]
    assert last.css_first('a[href^="tel:"]')
    assert len(local.css(".policy-text > .clause")) == len(own.css(".policy-text > .clause"))
    assert own.css(".local-part") == []
    lists = [{link.attributes["href"] for link in each.css("nav [data-local-area]")} for each in (own, local)]
    assert lists[0] == lists[1]
    assert f"/{code}/{policies}/{area}/" in lists[0]
    assert [link.attributes["href"] for link in own.css("#clause-llofnodi .local-links a")] == [
        f"/{code}/{policies}/{area}/#clause-llofnodi"
    ]
    assert local.css(".local-choice [data-local-chosen][hidden]")


def test_the_page_of_an_area_leads_to_its_policies(built: "Example") -> None:
    """In a panel."""
    html = (built.site / "en/regions/adopt-valley/index.html").read_text("utf-8")
    assert 'href="/en/policies/contact-by-letter/adopt-valley/"' in html


def test_a_policy_itself_shows_no_contact(example: "Example") -> None:
    """Its versions are compared word by word: what a record says is none of its words."""
    file = "content/policies/cyswllt/1.1.en.md"
    written = (example.root / file).read_text("utf-8")
    example.change({file: written.replace("Talk to", "Ring <contact:dyffryn-ymholiadau>, then talk to")})
    assert any(each.startswith(f"{file}:9:") for each in example.lines(example.load().problems))
