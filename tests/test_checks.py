"""Rules, page types, verifiers and exports: one a file, each in its tuple, each explained."""

import pkgutil
import textwrap
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

import pytest

import drws
from drws import verify
from drws.domains.guidance import page as authored
from drws.domains.registry import installed
from drws.kernel.entity import Entity
from drws.kernel.partnership import Partnership
from drws.verify import VERIFIERS

if TYPE_CHECKING:
    from tests.example import Example

CHECK_MODULES = [cast("ModuleType", check) for check in installed().checks]
LAUNCH_MODULES = [cast("ModuleType", check) for check in installed().launch_checks]


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
    assert [each.ID for each in CHECK_MODULES].count(check.ID) == 1


def test_the_small_example_is_sound(example: "Example") -> None:
    """What the cases change has no problem of its own."""
    assert example.lines(example.load().problems) == []


def test_everything_that_a_domain_has_is_registered() -> None:
    """A module that is added and not registered would do nothing: a check, a page type, a kind of file, a type of record."""
    domains = installed()
    registered = {
        "check": {check.__name__ for check in (*CHECK_MODULES, *LAUNCH_MODULES)},
        "plan": {page.__module__ for domain in domains for page in (*domain.pages, *domain.documents)}
        | {authored.__name__},
        "export": {export.__module__ for export in domains.exports},
    }
    modules = [
        import_module(each.name) for each in pkgutil.walk_packages(drws.__path__, "drws.") if _is_of_a_domain(each.name)
    ]
    for name, known in registered.items():
        there = {each.__name__ for each in modules if getattr(vars(each).get(name), "__module__", "") == each.__name__}
        assert there == known, name
    types = {
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, Entity)
    }
    assert {each for each in types if "FOLDER" in vars(each) and each is not Entity and each is not Partnership} == set(
        domains.entities
    )


def _is_of_a_domain(name: str) -> bool:
    return name.startswith(("drws.domains.", "drws.planning.checks."))


def test_every_verifier_is_in_the_tuple() -> None:
    """A file that is added and not listed would do nothing."""
    files = {module.name for module in pkgutil.iter_modules(verify.__path__)}
    assert files - {cast("ModuleType", each).__name__.rpartition(".")[2] for each in VERIFIERS} == {
        "document",
        "passages",
        "site",
    }
