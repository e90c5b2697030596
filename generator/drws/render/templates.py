"""Jinja without what our templates do not need, for a site has thousands of pages.

Each class stands where Jinja lets one be put (Environment, “The High Level API” in its documentation).
"""

from collections.abc import Callable, MutableMapping
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context


class Compiler(CodeGenerator):
    """Templates as Python. Whatever they print is escaped, but for what is `Markup` already, which is printed as it is.

    Jinja makes a copy of markup each time, and most of what a page prints has come out of one macro after another.
    """

    def _output_child_pre(self, _node: nodes.Expr, _frame: Frame, _finalize: object) -> None:
        self.write("(said if (said := ")

    def _output_child_post(self, _node: nodes.Expr, _frame: Frame, _finalize: object) -> None:
        self.write(").__class__ is Markup else escape(said))")


class PlainCalls(Context):
    """A template at work, that calls functions and macros as they are.

    Jinja looks at every call whether the function asks for the context. None of ours does.
    """

    def call(self, called: Callable[..., object], /, *args: object, **named: object) -> object:
        """What comes of a call in a template. Jinja adds two arguments for functions that ask for the context."""
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*args, **named)


class Templates(Environment):
    """All templates of one language, with the words that each of them knows in one plain dictionary.

    Jinja has a chain of dictionaries, and searches it at each import of a macro.
    """

    code_generator_class: type[CodeGenerator] = Compiler
    context_class: type[Context] = PlainCalls

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The words that a template knows: everyone's, then its own."""
        return {**self.globals, **(d or {})}
