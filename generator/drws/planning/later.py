"""Functions of modules that are imported when somebody calls them: `drws check` plans no page, and should not wait for what plans them."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, cast


def later(module: str, name: str) -> Callable[..., Any]:
    """A function of a module, by their names. Raises ImportError or AttributeError when it is called and is not there: our own mistake."""

    @cache
    def function() -> Callable[..., Any]:
        return cast("Callable[..., Any]", getattr(import_module(module), name))

    def called(*arguments: Any) -> Any:  # noqa: ANN401  it hands on what the function takes and gives
        return function()(*arguments)

    called.__module__ = module
    called.__name__ = called.__qualname__ = name
    return called


def page_types(package: str, *modules: str) -> tuple[Callable[..., Any], ...]:
    """The `plan` of each module of a package that plans pages: `page_types("drws.domains.law", "right.page")`."""
    return tuple(later(f"{package}.{module}", "plan") for module in modules)


def exports(package: str, *modules: str) -> tuple[Callable[..., Any], ...]:
    """The `export` of each module of a package that names files."""
    return tuple(later(f"{package}.{module}", "export") for module in modules)
