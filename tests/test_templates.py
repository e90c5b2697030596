"""Our Jinja makes of every template what plain Jinja makes of it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jinja2 import (
    DictLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    UndefinedError,
    pass_context,
    pass_environment,
    pass_eval_context,
)
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from markupsafe import Markup

from drws.render.templates import Compiled, Templates

HOSTILE = '<b title="\'">&amp; {{ 1 }}'


class Marked(Markup):
    """Markup of another class."""


class Speaking:
    """A value that says itself what its HTML is."""

    def __html__(self) -> str:
        return "<i>html</i>"

    def __str__(self) -> str:
        return "<never shown>"


class Asking:
    """A value that is called with the context."""

    @pass_context
    def __call__(self, context: Context, name: str) -> object:
        """Ask."""
        return context.resolve(name)

    @pass_context
    def method(self, context: Context, name: str) -> object:
        """A method that asks as well."""
        return context.resolve(name)


@pass_context
def resolved(context: Context, name: str, **more: object) -> str:
    """The value of a name, and whatever else was handed over."""
    return f"{context.resolve(name)} {sorted(more)}"


@pass_environment
def environment_of(environment: Environment, word: str) -> str:
    """The environment, as far as both have the same."""
    return f"{environment.autoescape} {word}"


@pass_eval_context
def escaping(eval_context: EvalContext, word: str) -> str:
    """Whether what is printed here is escaped."""
    return f"{eval_context.autoescape} {word}"


def plain(*args: object, **named: object) -> str:
    """What it was handed."""
    return f"{args} {named}"


GLOBALS: Mapping[str, Any] = {
    "hostile": HOSTILE,
    "markup": Markup(HOSTILE),  # noqa: S704  to see that it is printed as it is
    "marked": Marked(HOSTILE),
    "speaking": Speaking(),
    "asking": Asking(),
    "resolved": resolved,
    "environment_of": environment_of,
    "escaping": escaping,
    "plain": plain,
    "remembered": cache,
    "kind": lambda value: type(value).__name__,
    "shout": "hello".upper,
    "tree": [{"n": 1, "c": [{"n": 2, "c": []}, {"n": 3, "c": [{"n": 4, "c": []}]}]}],
}

TEMPLATES = {
    "macros": """
{%- macro bold(words, more="<m>") %}<b>{{ words }}{{ more }}</b>{% endmacro %}
{%- macro round(words) %}({{ bold(words, **kwargs) }}{{ varargs }}{{ caller("<c>") if caller is defined }}){% endmacro %}
{%- macro counted() %}{{ plain(1) }}{% for n in [1, 2] %}{{ loop.index }}{% endfor %}{% endmacro %}""",
    "frame": "<{{ title }}>{% block words %}[{{ hostile }}]{% endblock %}{% block end scoped %}{{ title }}{% endblock %}",
    "part": "{{ title|default(1) }} {{ n is defined }} {{ hostile }}",
}

SAID = {
    "escaping": "{{ hostile }}|{{ hostile|safe }}|{{ markup }}|{{ marked }}|{{ speaking }}|{{ 1 }}|{{ none }}|{{ ['<'] }}|{{ true }}",
    "constants": '{{ "<" }}{{ "<" ~ hostile ~ markup }}{{ "%s"|format("<") }}{{ markup + "<" }}{{ "<"|safe ~ "<" }}',
    "subclass of markup": "{{ marked ~ '<' }}{{ kind(marked) }}{{ marked|upper }}{{ marked.lower() }}{{ [marked, '<']|join }}",
    "html of its own in a macro": "{% from 'macros' import bold %}{{ bold(speaking) }}{{ bold(marked) }}{{ bold(bold(hostile)) }}",
    "macro": "{% import 'macros' as m %}{{ m.bold(hostile) }}{{ m.bold(words='<', more=markup) }}{{ kind(m.bold('')) }}",
    "macro in a macro, with more": "{% from 'macros' import round %}{{ round('<', 7, more='>') }}",
    "caller": "{% from 'macros' import round %}{% call(x) round('<') %}{{ x }}{{ hostile }}{% endcall %}",
    "macro that is imported with the context": "{% import 'macros' as m with context %}{{ m.counted() }}{{ m.bold(title) }}",
    "macro where nothing is escaped": "{% autoescape false %}{% from 'macros' import bold %}{{ bold(hostile) }}{{ kind(bold(hostile)) }}{{ hostile }}{% endautoescape %}{{ hostile }}",
    "own macro where nothing is escaped": "{% macro a() %}{{ hostile }}{% endmacro %}{% autoescape false %}{{ a() }}{{ kind(a()) }}{% endautoescape %}{{ a() }}",
    "remembered macro": "{% from 'macros' import bold %}{% set b = remembered(bold) %}{{ b('<') }}{{ b('<') }}",
    "context": "{{ resolved('title') }}{{ resolved('title', a=1) }}{{ asking('title') }}{{ asking.method('title') }}",
    "context of what is remembered": "{{ remembered(resolved)('title') }}{{ remembered(plain)('title') }}",
    "context in a loop": "{% for n in [1, 2] %}{% set here = n %}{{ resolved('here') }}{{ asking('here') }}{{ asking.method('here') }}{% endfor %}",
    "context in a block": "{% block b %}{% set here = 5 %}{{ resolved('here') }}{{ asking('here') }}{{ plain(here, a=here) }}{% endblock %}",
    "context in a loop in a block": "{% block b %}{% for n in [1] %}{% set here = n %}{{ resolved('here') }}{{ plain(n, here=here) }}{% endfor %}{% endblock %}",
    "environment": "{{ environment_of('<') }}",
    "eval context": "{{ escaping('<') }}{% autoescape false %}{{ escaping('<') }}{% endautoescape %}{{ escaping('<') }}",
    "plain calls": "{{ plain('<', a='>') }}{% for n in [1] %}{{ plain(n) }}{% endfor %}{{ shout() }}{{ kind(1) }}{{ dict(a=1) }}{{ range(3)|list }}{{ 'x'.upper() }}",
    "loop": "{% for n in tree + tree %}{{ loop.index }}{{ loop.first }}{{ loop.last }}{{ loop.cycle('<', '>') }}{{ loop.changed(n.n) }}{% else %}-{% endfor %}",
    "loop that has nothing": "{% for n in [] %}{{ n }}{% else %}{{ hostile }}{% endfor %}",
    "recursive loop": "{% for each in tree recursive %}<{{ each.n }} {{ loop.depth }}>{{ loop(each.c) }}{% endfor %}",
    "loop with a filter": "{% for n in range(9) if n is even %}{{ loop.index }}{{ n }}{{ loop.length }}{% endfor %}",
    "loop in a loop": "{% for a in [1, 2] %}{% for b in [1, 2] %}{{ plain(a, b) }}{{ loop.index }}{% endfor %}{{ loop.index }}{% endfor %}",
    "set in a loop": "{% set ns = namespace(n=0) %}{% for n in [1, 2] %}{% set ns.n = ns.n + n %}{% endfor %}{{ ns.n }}{% set b %}<{{ hostile }}>{% endset %}{{ b }}{{ kind(b) }}",
    "inheritance": "{% extends 'frame' %}{% block words %}{{ super() }}{{ hostile }}{{ self.end() }}{% endblock %}",
    "include": "{% for n in [1] %}{% include 'part' %}{% include 'part' without context %}{% endfor %}",
    "filters of markup": "{{ hostile|escape|escape }}{{ hostile|e|upper }}{{ markup|striptags }}{{ hostile|forceescape }}{% filter upper %}<{{ hostile }}{% endfilter %}",
    "escaping that is chosen while it runs": "{% autoescape view == 1 %}{{ hostile }}{{ marked }}{% endautoescape %}{% autoescape view != 1 %}{{ hostile }}{{ marked }}{% endautoescape %}",
    "own globals": "{{ title }}{% set title = '<own>' %}{{ title }}",
}

FAILING = {
    "nothing": "{{ nowhere }}",
    "nothing that is called": "{{ nowhere() }}",
    "a part of nothing": "{{ hostile.nowhere.more }}",
    "a macro with too much": "{% from 'macros' import bold %}{{ bold(1, 2, 3) }}",
    "a macro with another name": "{% from 'macros' import bold %}{{ bold(one=1) }}",
}


def made(environment: type[Environment], template: str, **more: Any) -> str:
    """A template, rendered as pages are."""
    made_by = environment(
        loader=DictLoader({**TEMPLATES, "page": template}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        **more,
    )
    made_by.globals.update(GLOBALS)
    return made_by.get_template("page", globals={"title": "<title>"}).render(view=HOSTILE)


@pytest.mark.parametrize("name", SAID)
def test_a_template_comes_out_as_from_plain_jinja(name: str) -> None:
    """Escaping, macros, calls that ask for the context, loops, blocks and imports."""
    expected = made(Environment, SAID[name])
    assert expected
    assert made(Templates, SAID[name]) == expected


@pytest.mark.parametrize("name", FAILING)
def test_a_template_fails_as_in_plain_jinja(name: str) -> None:
    """With the same mistake, in the same words."""
    with pytest.raises((UndefinedError, TypeError)) as expected:
        made(Environment, FAILING[name])
    with pytest.raises(expected.type) as found:
        made(Templates, FAILING[name])
    assert str(found.value) == str(expected.value)


@pytest.mark.parametrize("name", SAID)
def test_an_environment_may_say_how_values_are_printed(name: str) -> None:
    """What it makes of them (`finalize`) is escaped as in plain Jinja."""
    how = {"finalize": lambda value: "<nothing>" if value is None else value}
    assert made(Templates, SAID[name], **how) == made(Environment, SAID[name], **how)


def test_the_jinja_that_we_know_is_asked_for() -> None:
    """What we override is private in part: the next minor version is tried before it is allowed."""
    requires = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))["project"][
        "dependencies"
    ]
    assert [each for each in requires if each.startswith("jinja2")] == ["jinja2>=3.1.6,<3.2"]


def test_a_template_is_compiled_once_however_its_place_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the folder in which somebody stands, or from the root."""
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/page.html").write_text("{{ 1 }}", "utf-8")
    (tmp_path / "compiled").mkdir()
    monkeypatch.chdir(tmp_path)
    for folder in (Path("theme"), tmp_path / "theme"):
        templates = Templates(loader=FileSystemLoader(folder), bytecode_cache=Compiled(str(tmp_path / "compiled")))
        assert templates.get_template("page.html").render() == "1"
    assert len(list((tmp_path / "compiled").iterdir())) == 1
