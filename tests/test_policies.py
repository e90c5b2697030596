"""Policies: their texts in every language, which version counts on a day, and what is refused."""

import random
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from drws.build.load import load
from drws.domains.directory.audience.record import Audience
from drws.domains.policies.panels import related
from drws.domains.policies.policy.page import PolicyView, plan
from drws.domains.policies.policy.record import Policy
from drws.domains.policies.policy.standing import VersionState, current_version, standings
from drws.domains.policies.role.page import plan as role_pages
from drws.domains.policies.text.record import PolicyTexts
from drws.kernel.form_of_address import FormOfAddress

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drws.kernel.site import Site
    from tests.example import Example

TEXT = "content/policies/cyswllt/1.1.{}.md"


def site_of(example: "Example", day: date) -> "Site":
    """The example as it stood on a day, seen from today."""
    from tests.example import AS_OF  # noqa: PLC0415  a test file is not of the same package

    loaded = load(example.sources, day, max(day, AS_OF))
    assert example.lines(loaded.problems) == []
    assert loaded.site
    return loaded.site


@pytest.mark.parametrize(
    ("day", "version", "states"),
    [
        (date(2023, 3, 10), "1.0", ["to_come"]),
        (date(2024, 1, 1), "1.0", ["in_force"]),
        (date(2025, 3, 31), "1.0", ["to_come", "in_force"]),
        (date(2025, 4, 1), "1.1", ["in_force", "superseded"]),
        (date(2025, 11, 21), "1.1", ["to_come", "in_force", "superseded"]),
        (date(2026, 4, 1), "2.0", ["in_force", "superseded", "superseded"]),
    ],
)
def test_one_version_counts_on_a_day(example: "Example", day: date, version: str, states: list[str]) -> None:
    """The one that is in force, and nobody knows of one before it was published."""
    policy = site_of(example, day).of(Policy)["cyswllt"]
    assert current_version(policy, day).version == version
    assert [each.state for each in standings(policy, day)] == [VersionState(state) for state in states]


def test_a_version_ends_when_the_next_begins(example: "Example") -> None:
    """No record says so: it follows."""
    day = date(2025, 11, 21)
    *_, oldest = standings(site_of(example, day).of(Policy)["cyswllt"], day)
    assert oldest.until == date(2025, 3, 31)


def clauses(version: int) -> "Mapping[str, str]":
    """The clauses of an invented version: each says in which version it was last changed."""
    return {f"clause-{number}": f"Words of {version - version % number}." for number in range(1, 9)}


def test_the_text_of_a_day_is_what_was_in_force_then(example: "Example") -> None:
    """A thousand clauses on days of ten years, each as a site made for that day has it on the policy's own page."""
    chance = random.Random("policies")  # noqa: S311  not for secrets
    starts = sorted(date(2014, 1, 1) + timedelta(days=day) for day in chance.sample(range(3650), 6))
    versions = [
        {"version": f"{number}", "published_date": str(start), "in_force": {"start_date": str(start)}}
        for number, start in enumerate(starts, 1)
    ]
    example.change({"data/policies/cyswllt.yml": {"versions": versions}})
    for old in ("1.0", "1.1"):
        example.change({f"content/policies/cyswllt/{old}.{code}.md": "null" for code in ("cy", "en")})
    for number in range(1, len(starts) + 1):
        sections = "".join(f"\n## {id_} {{#{id_}}}\n\n{words}\n" for id_, words in clauses(number).items())
        page = f"---\ntranslation: draft\n---\n{sections}"
        example.change({f"content/policies/cyswllt/{number}.{code}.md": page for code in ("cy", "en")})
    days = [*(start + timedelta(days=step) for start in starts[:3] for step in (0, -1)), *chance.choices(starts, k=4)]
    days = [day for day in days if day >= starts[0]]
    shown = {}
    for day in set(days):
        views = [each.view for each in plan(example.planner(day)) if each.name == "policy:cyswllt"]
        (view,) = views
        assert isinstance(view, PolicyView)
        shown[day] = {each.clause.id: each.clause.texts["en"].blocks for each in view.clauses}
    for _ in range(1000):
        day, id_ = chance.choice(days), f"clause-{chance.randrange(1, 9)}"
        number = sum(start <= day for start in starts)
        assert shown[day][id_] == (clauses(number)[id_],)


def test_clauses_are_the_same_in_every_language(example: "Example") -> None:
    """Ids, numbers and roles; the words and titles are each language's own."""
    texts = site_of(example, date(2025, 11, 21)).dataset(PolicyTexts)
    assert texts
    text = texts.by_version["cyswllt", "1.1"]
    assert [(each.number, each.id) for each in text.clauses] == [
        ("1", "cyn-dechrau"), ("2", "cytundeb"), ("2.1", "ysgrifennu"), ("2.2", "llofnodi"),
    ]  # fmt: skip
    assert all({*each.texts} == {"cy", "en"} for each in text.clauses)
    assert len({clause.texts[code].title for clause in text.clauses for code in ("cy", "en")}) == 2 * len(text.clauses)


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("{#llofnodi by=gweithiwr,asiantaeth}", "{#llofnodi by=gweithiwr}", 20, "both languages need the same clauses"),
        ("must ask", "should ask", 20, "both languages have to set the same duties"),
        ("### Signing it {#llofnodi", "### Signing it {llofnodi", 20, "write ‘## Title’"),
        ("## Before you begin {#cyn-dechrau}", "## Before you begin", 7, "write ‘## Title’"),
        ("{#cyn-dechrau}", "{#ysgrifennu}", 13, "two clauses have the name"),
        ("(service:blwch-llythyrau)", "(service:blwch)", 15, "no page"),
        ("Talk to both families.", "Talk to <b>both</b> families.", 9, "HTML"),
    ],
)
def test_what_is_wrong_in_a_text_is_told_at_its_line(
    example: "Example", old: str, new: str, line: int, message: str
) -> None:
    """In the file that has it, with the cure."""
    file = TEXT.format("en")
    written = (example.root / file).read_text("utf-8")
    assert old in written
    example.change({file: written.replace(old, new, 1)})
    lines = example.lines(example.load().problems)
    assert any(each.startswith(f"{file}:{line}:") and message in each for each in lines), lines


def test_a_text_needs_every_language(example: "Example") -> None:
    """The missing file is named."""
    example.change({TEXT.format("cy"): "null"})
    assert any(TEXT.format("cy") in each for each in example.lines(example.load().problems))


def test_a_built_policy_has_its_versions_and_clauses(built: "Example") -> None:
    """Each version at an address that stays, and each clause where links lead to."""
    main, old, both = (
        (built.site / page / "index.html").read_text("utf-8")
        for page in (
            "en/policies/contact-by-letter",
            "en/policies/contact-by-letter/@2023-04-01",
            "cy/polisiau/cyswllt-drwy-lythyr/@2023-04-01/@2025-04-01",
        )
    )
    assert 'id="clause-llofnodi"' in main
    assert "<strong>must</strong> ask both families" in main
    assert "This is not the version that counts now." in old
    assert re.search(r"<del [^>]*>.*?Dylai’r", both)
    assert re.search(r"<ins [^>]*>.*?Rhaid i’r", both)


def test_what_binds_is_strong_once(buildable: "Example") -> None:
    """Wherever the words stand, also where the writer made them strong; a word of it in an address is left alone."""
    link = "[here](https://must.example/)"
    for code, old, new in (("en", "must ask", f"**must** ask {link}"), ("cy", "ofyn i’r", f"ofyn {link} i’r")):
        file = TEXT.format(code)
        written = (buildable.root / file).read_text("utf-8")
        assert old in written
        buildable.change({file: written.replace(old, new, 1)})
    name = "en/policies/contact-by-letter/index.html"
    buildable.show([name])
    page = (buildable.site / name).read_text("utf-8")
    assert '<strong>must</strong> ask <a href="https://must.example/">here</a>' in page
    assert "<strong><strong>" not in page


def test_each_sentence_that_binds_stands_under_its_roles(example: "Example") -> None:
    """With the clause that says it; a draft is told apart, for it binds nobody yet."""
    found = {each.name: each.view for each in role_pages(example.planner())}
    worker = found["policy-role:gweithiwr"]
    assert [
        (each.policy.id, each.clause.id, [sentence.words for sentence in each.sentences])
        for _, clauses in worker.in_force
        for each in clauses
        if each.area is None
    ] == [("cyswllt", "llofnodi", ["The worker must ask both families to sign."])]
    assert worker.drafts == ()
    example.change({"data/policies/cyswllt.yml": {"status": "draft", "versions": [{"version": "1.1"}]}})
    example.change({f"content/policies/cyswllt/1.0.{code}.md": "null" for code in ("cy", "en")})
    found = {each.name: each.view for each in role_pages(example.planner())}
    assert found["policy-role:gweithiwr"].in_force == ()
    assert len(found["policy-role:gweithiwr"].drafts) == 1


def test_a_draft_beside_what_is_in_force_does_not_count(example: "Example") -> None:
    """A version without a day, after one that is in force, is a draft of the next."""
    versions = [
        {"version": "1.1", "published_date": "2025-03-01", "in_force": {"start_date": "2025-04-01"}},
        {"version": "1.2", "published_date": "2025-11-01"},
    ]
    example.change({"data/policies/cyswllt.yml": {"versions": versions}})
    example.change({f"content/policies/cyswllt/1.0.{code}.md": "null" for code in ("cy", "en")})
    day = date(2025, 11, 21)
    policy = site_of(example, day).of(Policy)["cyswllt"]
    assert current_version(policy, day).version == "1.1"
    assert [each.state for each in standings(policy, day)] == [VersionState.DRAFT, VersionState.IN_FORCE]


def test_no_page_for_children_names_policies(example: "Example") -> None:
    """They are written for people at work."""
    planner = example.planner()
    audience = planner.site.of(Audience)["rhieni"]
    assert related(audience, planner)
    assert related(audience.model_copy(update={"form_of_address": FormOfAddress.FAMILIAR}), planner) is None
