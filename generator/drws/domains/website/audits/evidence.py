"""What the results of the tests prove of the site as it is now. A page type that is not in them was not tested, whatever else was."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from drws.domains.website.audits.accessibility import AccessibilityAudit, AccessibilityCheck, AccessibilityFailure
from drws.domains.website.settings import AccessibilitySettings, WebsiteSettings
from drws.kernel.site import Site
from drws.kernel.text import Said
from drws.kernel.values import days_after
from drws.planning.plan import Planner

if TYPE_CHECKING:
    from drws.kernel.entity import Entity


class Compliance(StrEnum):
    """How far the site meets the standard, in the words of the model accessibility statement (regulation 8 of S.I. 2018/952)."""

    FULL = "full"
    """In full: no test found anything, every page type was tested in every way, and people have tested it against every criterion."""
    PARTIAL = "partial"
    """Most of what was tested passed; something failed, or was not tested."""
    NONE = "none"
    """Something failed on most of the page types that were tested."""
    UNKNOWN = "unknown"
    """Nothing was tested."""


class Example(NamedTuple):
    """A page that stands for its type."""

    page_type: str
    title: Said
    url: str


class CheckLine(NamedTuple):
    """How much of the site was looked at in one way."""

    check: AccessibilityCheck
    tested: int
    """Page types that were, in one language at least."""
    by_language: tuple[tuple[str, int], ...]
    """The same in each language of the site."""


class Untested(NamedTuple):
    """A page type that was not looked at in every way."""

    example: Example
    checks: tuple[AccessibilityCheck, ...]
    """The ways in which it was not."""

    @property
    def is_whole(self) -> bool:
        """Was it looked at in no way at all?"""
        return len(self.checks) == len(AccessibilityCheck)


class Found(NamedTuple):
    """What was found wrong in one way, wherever it is."""

    check: AccessibilityCheck
    rule: str | None
    criteria: tuple[str, ...]
    places: int
    """In how many places."""
    examples: tuple[Example, ...]
    """A page of each type on which it was found."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that the statement may say of tests."""

    settings: AccessibilitySettings
    audit: AccessibilityAudit | None
    """The results. None where there were none on the day of the site."""
    is_old: bool
    """Are they older than the site allows?"""
    page_types: int
    """How many types of page the site has."""
    checks: tuple[CheckLine, ...]
    untested: tuple[Untested, ...]
    found: tuple[Found, ...]

    @property
    def untested_alike(self) -> tuple[tuple[tuple[AccessibilityCheck, ...], tuple[Untested, ...]], ...]:
        """The page types that were not looked at in the same ways together: those that were in fewest first."""
        groups: dict[tuple[AccessibilityCheck, ...], list[Untested]] = defaultdict(list)
        for each in self.untested:
            groups[each.checks].append(each)
        return tuple(
            sorted(((checks, tuple(each)) for checks, each in groups.items()), key=lambda group: -len(group[0]))
        )

    @property
    def is_tested_in_full(self) -> bool:
        """Have people tested the site against every criterion?"""
        return any(each.is_complete for each in self.settings.evaluations)

    @property
    def programs(self) -> str:
        """The names and versions of those that took part."""
        return ", ".join(f"{each.name} {each.version}" for each in self.audit.programs) if self.audit else ""

    @property
    def compliance(self) -> Compliance:
        """How far the site meets the standard."""
        most = max((line.tested for line in self.checks), default=0)
        if most == 0:
            return Compliance.UNKNOWN
        failing = {example.page_type for each in self.found for example in each.examples}
        if 2 * len(failing) > most:
            return Compliance.NONE
        is_whole = self.is_tested_in_full and not (failing or self.untested or self.is_old)
        return Compliance.FULL if is_whole else Compliance.PARTIAL


def settings_of(site: Site) -> AccessibilitySettings:
    """What `data/site.yml` says about accessibility."""
    said = site.settings(WebsiteSettings).accessibility
    return said or AccessibilitySettings()


def audit_of(site: Site) -> AccessibilityAudit | None:
    """The results of the tests, unless they are of a later day than the site."""
    audit = site.dataset(AccessibilityAudit)
    return audit if audit and audit.day <= site.as_of else None


def evidence(planner: Planner) -> Evidence:
    """For `planner.once`."""
    site, settings, audit = planner.site, settings_of(planner.site), audit_of(planner.site)
    examples = {
        kind: Example(kind, _title(name, planner), planner.url(name))
        for kind, name in planner.addresses.page_types(planner.code).items()
    }
    looked: dict[AccessibilityCheck, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for covered in audit.covered if audit else ():
        for check in covered.checks if covered.page_type in examples else ():
            looked[check][covered.page_type].update(covered.languages)
    missing = {kind: tuple(each for each in AccessibilityCheck if kind not in looked[each]) for kind in examples}
    return Evidence(
        settings,
        audit,
        is_old=audit is not None and days_after(audit.day, settings.tests_hold_days) < site.as_of,
        page_types=len(examples),
        checks=tuple(
            CheckLine(
                check,
                len(looked[check]),
                tuple(
                    (each.code, sum(each.code in said for said in looked[check].values())) for each in site.languages
                ),
            )
            for check in AccessibilityCheck
        ),
        untested=tuple(Untested(examples[kind], checks) for kind, checks in missing.items() if checks),
        found=_found(audit.failures if audit else (), examples),
    )


def _found(failures: tuple[AccessibilityFailure, ...], examples: dict[str, Example]) -> tuple[Found, ...]:
    """By what is broken. What was found on a page type that the site no longer has is passed over."""
    groups: dict[tuple[AccessibilityCheck, str | None, tuple[str, ...]], list[AccessibilityFailure]] = defaultdict(list)
    for each in failures:
        if each.page_type in examples:
            groups[each.check, each.rule, each.criteria].append(each)
    return tuple(
        Found(
            check,
            rule,
            criteria,
            sum(each.count for each in members),
            tuple(examples[kind] for kind in sorted({each.page_type for each in members})),
        )
        for (check, rule, criteria), members in groups.items()
    )


def _title(name: str, planner: Planner) -> Said:
    """What a page is called, as far as that is known without planning it."""
    kind, colon, id_ = name.partition(":")
    if kind == "page":
        text = planner.site.authored[id_].texts[planner.code]
        return Said(text.front_matter.title, text.language)
    if not colon:
        return Said(planner.say(f"page.{name}"), planner.code)
    record: Entity | None = next(
        (model.get(id_) for each, model in planner.site.records.items() if kind == each.KIND), None
    )
    return record.name.in_language(planner.code) if record else Said(planner.addresses.path(name, planner.code), None)
