"""`make audit`: the tests of a site write down what they looked at and what they found, in `data/audits/accessibility.yml`.

A test that is marked `audit("keyboard")` counts for the page that it is run for (`either`); one that looks at many pages says
which (`audited`). What did not run, or could not, is not in the file. An ordinary run of the tests writes nothing.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from drws.domains.website.audits.accessibility import FILE, AccessibilityCheck
from drws.planning.addresses import page_type
from drws.planning.page_plan import PagePlan
from drws.system.clock import today

ROOT = Path(__file__).parents[1]
NAME = "audit"
HEAD = "# Made by `make audit`: change what it looks at, not this file. docs/accessibility.md says what it means.\n"
AXE_RULES = ("best-practice", "wcag21a", "wcag21aa", "wcag22aa", "wcag2a", "wcag2aa")
"""The sets of rules that axe is asked."""
OURS = ("axe-core", "html-validate")
"""Programs of `node_modules` that take part."""


class Finding(NamedTuple):
    """Something wrong on a page."""

    rule: str = ""
    """The rule of the program that is broken."""
    criteria: tuple[str, ...] = ()
    """The success criteria of WCAG that it is about."""


@dataclass(slots=True)
class Audited:
    """What one test has looked at."""

    pages: list[tuple[PagePlan, tuple[Finding, ...]]] = field(default_factory=list)

    def __call__(self, page: PagePlan, findings: Iterable[Finding] = ()) -> None:
        """Note that a page was looked at, and what was found."""
        self.pages.append((page, tuple(findings)))


AUDITED = pytest.StashKey[Audited]()
BROWSER = pytest.StashKey[str]()
"""The version of the browser, once it was started."""


@dataclass
class AuditWriter:
    """Collects what the tests looked at, wherever they run, and writes it down at the end."""

    rules: tuple[str, ...]
    """The sets of rules that axe is asked."""
    looked: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    """By type and language of pages, the checks that ran."""
    failures: Counter[tuple[str, str, str, str, tuple[str, ...]]] = field(default_factory=Counter)
    browsers: set[str] = field(default_factory=set)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Where a test ran: what it looked at goes into its report, which reaches the process that writes."""
        report = yield
        marker = item.get_closest_marker(NAME)
        if marker and call.when == "call" and report.outcome != "skipped":
            said = item.stash.get(AUDITED, Audited())
            arguments: dict[str, Any] = getattr(item, "funcargs", {})
            page = arguments.get("either")
            pages = said.pages or ([(page, ())] if page else [])
            told = [[each.template, each.language, [list(one) for one in findings]] for each, findings in pages or ()]
            value = {
                "check": AccessibilityCheck(marker.args[0]).value,
                "failed": report.failed,
                "pages": told,
                "browser": item.config.stash.get(BROWSER, ""),
            }
            report.user_properties.append((NAME, json.dumps(value)))
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """What one test looked at. A test that failed without a word about why has found one thing."""
        for name, value in report.user_properties:
            if name == NAME and report.when == "call":
                self._take(json.loads(str(value)))

    def _take(self, told: dict[str, Any]) -> None:
        self.browsers.update(filter(None, [told["browser"]]))
        silent = told["failed"] and not any(findings for _, _, findings in told["pages"])
        for template, language, findings in told["pages"]:
            for kind in _types()[template]:
                self.looked.setdefault((kind, language), set()).add(told["check"])
                for rule, criteria in findings or ([["", []]] if silent else []):
                    self.failures[told["check"], kind, language, rule, tuple(criteria)] += 1

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Write the file, unless this process only runs a part of the tests, or somebody stopped them."""
        whole = exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)
        if whole and self.looked and not hasattr(session.config, "workerinput"):
            path = ROOT / "data" / FILE
            path.parent.mkdir(exist_ok=True)
            path.write_text(self.text(), "utf-8")

    def text(self) -> str:
        """The file: sorted, with a line for each group of pages, so that a change shows what changed."""
        programs = {name: _version(name) for name in OURS} | {"chromium": ", ".join(sorted(self.browsers)) or "unknown"}
        covered: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        for (kind, language), checks in sorted(self.looked.items()):
            covered.setdefault((kind, tuple(sorted(checks))), []).append(language)
        whole = {
            "day": [today().isoformat()],
            "programs": [_line({"name": name, "version": version}) for name, version in sorted(programs.items())],
            "rules": [_line(sorted(self.rules))],
            "covered": [
                _line({"page_type": kind, "languages": languages, "checks": list(checks)})
                for (kind, checks), languages in covered.items()
            ],
            "failures": [_failure(*key, count=count) for key, count in sorted(self.failures.items())],
        }
        parts = [
            f"{name}: {lines[0] if lines else '[]'}\n"
            if name in ("day", "rules") or not lines
            else f"{name}:\n" + "".join(f"  - {line}\n" for line in lines)
            for name, lines in whole.items()
        ]
        return HEAD + "".join(parts)


@cache
def _types() -> Mapping[str, frozenset[str]]:
    """The types of page that each template makes. The browser looks at a page of each (browser/sample.py)."""
    from tests.browser.sample import every_page  # noqa: PLC0415  it plans the site, which takes a while

    found: dict[str, set[str]] = defaultdict(set)
    for page in every_page():
        found[page.template].add(page_type(page.name))
    return {template: frozenset(kinds) for template, kinds in found.items()}


def _failure(check: str, kind: str, language: str, rule: str, criteria: tuple[str, ...], *, count: int) -> str:  # noqa: PLR0913
    said = {"check": check, "page_type": kind, "language": language, "rule": rule, "criteria": list(criteria)}
    return _line({**{key: value for key, value in said.items() if value}, "count": count})


def _line(value: object) -> str:
    return yaml.safe_dump(value, default_flow_style=True, sort_keys=False, width=10_000, allow_unicode=True).strip()


def _version(package: str) -> str:
    found: dict[str, str] = json.loads((ROOT / "node_modules" / package / "package.json").read_text("utf-8"))
    return found["version"]


def audited_by(request: pytest.FixtureRequest) -> Audited:
    """What the fixture `audited` is."""
    noted = request.node.stash[AUDITED] = Audited()
    return noted
