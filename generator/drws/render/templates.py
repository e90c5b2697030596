"""Jinja with three short cuts, for a site has thousands of pages. Pages come out as plain Jinja makes them (tests/test_templates.py).

Each class stands where Jinja lets one be put (Environment, “The High Level API” in its documentation). What they override is the same in
every version that `pyproject.toml` allows; the next one has to be tried.
"""

from collections.abc import Callable, MutableMapping
from functools import cache
from pathlib import Path
from types import BuiltinFunctionType, CodeType, FunctionType, MethodType
from typing import Any, ClassVar

from jinja2 import Environment, FileSystemBytecodeCache, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro

MARK = "jinja_pass_arg"
"""What `pass_context` and its like put on a function."""
PLAIN = frozenset({FunctionType, BuiltinFunctionType, type(cache(len))})
"""Callables that have the mark themselves: one look says whether they ask for something. `cache` hands it on."""


class Compiler(CodeGenerator):
    """Templates as Python. What they print is escaped, but for what is `Markup` already, which is printed as it is.

    Jinja makes a copy of markup each time, and most of what a page prints has come out of one macro after another. Where it would do
    anything else than escape (`autoescape false`, a `finalize` of the environment), it does.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401  a private class of Jinja's
        if self._escapes(frame, finalize):
            self.write("(said if (said := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401
        if self._escapes(frame, finalize):
            self.write(").__class__ is Markup else escape(said))")
        else:
            super()._output_child_post(node, frame, finalize)

    @staticmethod
    def _escapes(frame: Frame, finalize: Any) -> bool:  # noqa: ANN401
        context = frame.eval_ctx
        return bool(context.autoescape) and not context.volatile and finalize.src is None


class DirectCalls(Context):
    """A template at work. Macros and plain functions, nearly all of its calls, are called without Jinja's long look for what they ask."""

    def call(self, called: Callable[..., object], /, *args: object, **named: object) -> object:
        """What comes of a call in a template. Jinja adds two arguments for functions that ask for the context."""
        kind = called.__class__
        if kind is Macro:
            if self.eval_ctx.autoescape is not called._default_autoescape:  # type: ignore[attr-defined]  # noqa: SLF001
                args = (self.eval_ctx, *args)  # it asks for that to know whether to escape, and for nothing else
        elif (
            kind is MethodType
        ):  # its function has the mark; to ask the method for what is not there takes ten times as long
            if hasattr(called.__func__, MARK):  # type: ignore[attr-defined]
                return super().call(called, *args, **named)
        elif kind not in PLAIN or hasattr(called, MARK):
            return super().call(called, *args, **named)
        if named:
            named.pop("_loop_vars", None)
            named.pop("_block_vars", None)
        return called(*args, **named)


class Templates(Environment):
    """All templates of one language, with the words that each of them knows in one plain dictionary.

    Jinja has a chain of dictionaries, and searches it at each import of a macro.
    """

    code_generator_class: type[CodeGenerator] = Compiler
    context_class: type[Context] = DirectCalls

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The words that a template knows: everyone's, then its own."""
        return {**self.globals, **(d or {})}


class Compiled(FileSystemBytecodeCache):
    """Compiled templates in a folder. Each is read once by a process: every language has the same."""

    _read: ClassVar[dict[tuple[str, str], CodeType]] = {}
    """By the template's place and what stands in it, as Jinja names both."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """By the place of its file, however that is written: `drws build` says `theme/…`, and MkDocs where that is."""
        return super().get_cache_key(name, str(Path(filename).resolve()) if filename else None)

    def load_bytecode(self, bucket: Bucket) -> None:
        """What is known, or what the folder has."""
        if known := self._read.get((bucket.key, bucket.checksum)):
            bucket.code = known
            return
        super().load_bytecode(bucket)
        self._keep(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Into the folder, for the next process."""
        super().dump_bytecode(bucket)
        self._keep(bucket)

    def _keep(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._read[bucket.key, bucket.checksum] = bucket.code
