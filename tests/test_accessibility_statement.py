"""The accessibility statement says of tests what their results show, and nothing that they do not."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from drws.domains.website.audits.accessibility import (
    AccessibilityAudit,
    AccessibilityCheck,
    AccessibilityFailure,
    CoveredType,
    Program,
)
from drws.domains.website.audits.evidence import Compliance, Evidence, evidence
from drws.domains.website.settings import AccessibilitySettings, Evaluation
from drws.kernel.text import Text
from drws.planning.plan import Planner

from .example import EXAMPLE, Example

FILE = "data/audits/accessibility.yml"
DAY = date(2025, 11, 21)
EVERY = tuple(AccessibilityCheck)


@pytest.fixture(scope="module")
def planner() -> Planner:
    """What pages of the small example are planned with, in English."""
    return Example(EXAMPLE).planner(DAY)


@pytest.fixture(scope="module")
def kinds(planner: Planner) -> tuple[str, ...]:
    """Every type of page of the small example."""
    return tuple(planner.addresses.page_types("en"))


def audit(kinds: Iterable[str], *failures: AccessibilityFailure) -> AccessibilityAudit:
    """Results by which pages of some types were looked at in every way, in both languages."""
    return AccessibilityAudit.model_construct(
        day=date(2025, 11, 20),
        programs=(Program.model_construct(name="axe-core", version="4.11.0"),),
        rules=("wcag2a",),
        covered=tuple(
            CoveredType.model_construct(page_type=kind, languages=("cy", "en"), checks=EVERY) for kind in kinds
        ),
        failures=failures,
    )


def found(planner: Planner, results: AccessibilityAudit, day: date = DAY) -> Evidence:
    """What the statement of a site with these results can say."""
    datasets = {**planner.site.datasets, AccessibilityAudit: results}
    return evidence(replace(planner, site=replace(planner.site, datasets=datasets, as_of=day)))


def failure(kind: str, language: str = "en") -> AccessibilityFailure:
    """Two places without enough contrast, on pages of a type."""
    return AccessibilityFailure.model_construct(
        check=AccessibilityCheck.AXE_PHONE,
        page_type=kind,
        language=language,
        rule="color-contrast",
        criteria=("1.4.3",),
        count=2,
    )


def test_without_results_nothing_is_claimed(planner: Planner, kinds: tuple[str, ...]) -> None:
    """Nor with results of a later day than that of the site, or of page types that it does not have."""
    assert evidence(planner).compliance is Compliance.UNKNOWN
    assert found(planner, audit(kinds), date(2025, 11, 19)).compliance is Compliance.UNKNOWN
    assert found(planner, audit(["hen:"])).compliance is Compliance.UNKNOWN


def test_a_type_of_page_that_is_not_in_the_results_was_not_tested(planner: Planner, kinds: tuple[str, ...]) -> None:
    """It is named, with a page that stands for it; and so is one that was looked at in some ways alone."""
    results = audit(kind for kind in kinds if kind not in ("service:", "services"))
    part = CoveredType.model_construct(page_type="services", languages=("cy",), checks=EVERY[1:])
    shown = found(planner, results.model_copy(update={"covered": (*results.covered, part)}))
    untested = {each.example.page_type: each for each in shown.untested}
    assert untested.keys() == {"service:", "services"}
    assert untested["service:"].is_whole
    assert untested["service:"].example.url.startswith("/en/services/")
    assert untested["services"].checks == EVERY[:1]
    assert {line.check: dict(line.by_language)["en"] for line in shown.checks} == dict.fromkeys(EVERY, len(kinds) - 2)


def test_programs_alone_never_show_that_all_is_well(planner: Planner, kinds: tuple[str, ...]) -> None:
    """In full means that people tested it against every criterion as well, and that nothing is missing, found or old."""
    shown = found(planner, audit(kinds))
    assert not shown.untested
    assert shown.compliance is Compliance.PARTIAL
    people = Evaluation.model_construct(by=Text({"en": "an auditor"}), date=DAY, is_complete=True)
    whole = replace(shown, settings=AccessibilitySettings.model_construct(evaluations=(people,)))
    assert whole.compliance is Compliance.FULL
    assert replace(whole, is_old=True).compliance is Compliance.PARTIAL
    part = people.model_copy(update={"is_complete": False})
    assert (
        replace(whole, settings=whole.settings.model_copy(update={"evaluations": (part,)})).compliance
        is Compliance.PARTIAL
    )


def test_results_grow_old(planner: Planner, kinds: tuple[str, ...]) -> None:
    """After the days that the site allows: 90."""
    assert not found(planner, audit(kinds), date(2026, 2, 18)).is_old
    assert found(planner, audit(kinds), date(2026, 2, 19)).is_old


def test_what_failed_is_told_once_with_its_pages(planner: Planner, kinds: tuple[str, ...]) -> None:
    """By rule, with the places counted. What failed on a type that the site no longer has is not."""
    shown = found(planner, audit(kinds, failure("services"), failure("service:", "cy"), failure("hen:")))
    (one,) = shown.found
    assert (one.rule, one.criteria, one.places) == ("color-contrast", ("1.4.3",), 4)
    assert [each.page_type for each in one.examples] == ["service:", "services"]
    assert shown.compliance is Compliance.PARTIAL


def test_where_most_fails_the_site_does_not_comply(planner: Planner, kinds: tuple[str, ...]) -> None:
    """Most is more than half of the types that were tested."""
    half = len(kinds) // 2
    assert found(planner, audit(kinds, *map(failure, kinds[: half + 1]))).compliance is Compliance.NONE
    assert found(planner, audit(kinds, *map(failure, kinds[:half]))).compliance is Compliance.PARTIAL


def test_a_statement_repeats_it(buildable: Example, kinds: tuple[str, ...]) -> None:
    """In the words of each language, with what failed and what was not tested, as the file says it."""
    results = audit((kind for kind in kinds if kind != "a-to-z"), failure("services"))
    dates = {"prepared_date": "2025-10-01", "reviewed_date": "2025-11-20"}
    written = json.dumps(results.model_dump(mode="json", warnings=False))
    buildable.change({FILE: written, "data/site.yml": {"accessibility": dates}})
    paths = ("en/about/blocks/index.html", "cy/amdanom-ni/blociau/index.html")
    buildable.show(paths)
    english, welsh = ((buildable.site / path).read_text("utf-8") for path in paths)
    assert "This website is partially compliant" in english
    assert "Success criterion 1.4.3. Rule of axe: color-contrast. Number of places: 2." in english
    assert "Not tested at all: <a" in english
    assert "This statement was prepared on 1 October 2025. It was last reviewed on 20 November 2025." in english
    assert "Mae’r wefan hon yn cydymffurfio’n rhannol" in welsh
    assert "Nid oes pobl wedi profi’r wefan eto." in welsh
