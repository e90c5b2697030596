"""Rules, page types, verifiers and exports: one a file, each in its tuple, each explained."""

import inspect
import pkgutil
import textwrap
from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

import pytest

from drws import verify
from drws.domains import checks, exports, pages
from drws.domains.checks import CHECKS
from drws.domains.exports import EXPORTS
from drws.domains.pages import PAGE_TYPES
from drws.verify import VERIFIERS

if TYPE_CHECKING:
    from tests.conftest import Example

CHECK_MODULES = [cast("ModuleType", check) for check in CHECKS]


@pytest.mark.parametrize("check", CHECK_MODULES, ids=lambda check: check.ID)
def test_the_example_that_a_check_refuses_is_refused(
    check: ModuleType, example: "Example", read_case: Callable[[str], Any]
) -> None:
    """The `Refused` example in the docstring of a check, put over the small example, is a problem of that check and of no other."""
    _, sign, refused = (check.__doc__ or "").partition("Refused::\n")
    assert sign, f"{check.__name__} has no `Refused` example"
    example.change(read_case(textwrap.dedent(refused)))
    rules = {problem.rule for problem in example.load().problems}
    assert rules == {check.ID}, example.lines(example.load().problems)


@pytest.mark.parametrize("check", CHECK_MODULES, ids=lambda check: check.ID)
def test_a_check_says_in_one_line_what_holds(check: ModuleType) -> None:
    """The first line of a check's docstring is its line in the list of checks."""
    first = (check.__doc__ or "").splitlines()[0]
    assert first.endswith(".")
    assert len(first) < 90
    assert check.__name__.rpartition(".")[2].replace("_", "-") == check.ID


def test_the_small_example_is_sound(example: "Example") -> None:
    """What the cases change has no problem of its own."""
    assert example.lines(example.load().problems) == []


@pytest.mark.parametrize(
    ("package", "members", "name", "others"),
    [
        (checks, CHECK_MODULES, "check", {"check"}),
        (verify, VERIFIERS, "verify", {"document", "site"}),
        (
            pages,
            [inspect.getmodule(plan) for plan in PAGE_TYPES],
            "plan",
            {
                "authored",
                "bar_chart",
                "business",
                "calendars",
                "chart",
                "chart_parts",
                "chart_tall",
                "chart_trees",
                "chart_wide",
                "entrance",
                "grouping",
                "plan",
            },
        ),
        (exports, [inspect.getmodule(export) for export in EXPORTS], "export", {"export", "popolo_events"}),
    ],
    ids=["checks", "verifiers", "pages", "exports"],
)
def test_every_module_is_in_its_tuple(
    package: ModuleType, members: list[ModuleType], name: str, others: set[str]
) -> None:
    """A file that is added and not listed would do nothing; a file that is neither is named here."""
    files = {module.name for module in pkgutil.iter_modules(package.__path__)}
    listed = {str(member.__name__).rpartition(".")[2] for member in members}
    assert files - listed == others
    assert all(hasattr(member, name) and member.__doc__ for member in members)
