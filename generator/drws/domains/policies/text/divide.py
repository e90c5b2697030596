"""The Markdown of a policy, divided at its headings: `## Making an agreement {#making}`, `### Who signs {#signing by=agency,panel}`."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from drws.domains.policies.text.record import Passage
from drws.kernel.problem import Place, Problem
from drws.kernel.values import SLUG
from drws.read.markdown import PageText, fenced_lines, read_page

HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?P<rest>(?:[ \t{].*)?)")
"""A line that may be a heading. `_taken_apart` knows what may stand in the rest."""
BLANKS = " \t"
MARK = re.compile(r"\n(?P<line> {0,3}#.*)")
"""A line that may be a heading, behind the end of the line before it."""
DEEPEST = 2
"""Levels of headings: sections and clauses."""


class Piece(NamedTuple):
    """A heading and the words below it."""

    id: str
    depth: int
    """0 for what stands before the first heading, 1 for a section, 2 for a clause."""
    role_ids: tuple[str, ...]
    passage: Passage


def divide(
    text: str, file: str, line: int, language: str, shown: tuple[str, ...] = ()
) -> tuple[list[Piece], list[Problem]]:
    """The pieces of a text whose Markdown begins at a line of its file, and what is wrong with it.

    `shown` are the kinds of record that `<kind:id>` shows in its place.
    """
    pieces: list[Piece] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    has_section = False
    for line_of_heading, start, body in _parts(text, line):
        here = Place(file, line=start, column=1)
        id_, depth, title = "", 0, ""
        roles: tuple[str, ...] = ()
        if line_of_heading is not None:
            found = _heading(line_of_heading)
            if isinstance(found, str):
                problems.append(Problem(here, "policy-text.heading", {"value": found}))
                continue
            id_, depth, roles, title = found
            if id_ in seen:
                problems.append(Problem(here, "policy-text.twice", {"id": id_}))
            has_section = has_section or depth == 1
            if not has_section:
                problems.append(Problem(here, "policy-text.no-section", {"id": id_}))
            seen.add(id_)
        page, wrong = _read(body, shown)
        first = start + (line_of_heading is not None) - 1
        problems += [_moved(each, file, first) for each in wrong]
        if page is not None:
            links = tuple(each.model_copy(update={"line": each.line + first}) for each in page.links)
            lines = tuple(line + first for line in page.block_lines)
            passage = Passage(file, start, language, page.html, links, page.blocks, lines, title)
            pieces.append(Piece(id_, depth, roles, passage))
    return pieces, problems


def _parts(text: str, line: int) -> Iterator[tuple[str | None, int, str]]:
    """Each heading, the line of the file on which it stands, and the Markdown below it. What looks like a heading in a block of code is none."""
    heading: str | None = None
    start, code = line, fenced_lines(text)
    begin, counted, number = 0, 0, line
    for mark in MARK.finditer("\n" + text):
        if mark.start() in code or _taken_apart(mark["line"]) is None:
            continue
        yield heading, start, text[begin : max(begin, mark.start() - 1)]
        number += text.count("\n", counted, mark.start())
        heading, start = mark["line"], number
        begin, counted = mark.end(), mark.start()
    yield heading, start, text[begin:]


class _Heading(NamedTuple):
    """A line with the form of a heading of Markdown, in its parts."""

    marks: str
    words: str
    attributes: str
    """What stands between `{` and `}` at its end."""


def _taken_apart(line: str) -> _Heading | None:
    """The parts of a line that is a heading. One expression for all of them takes time with the cube of a run of blanks."""
    found = HEADING.fullmatch(line)
    if found is None:
        return None
    words, attributes = found["rest"].strip(BLANKS), ""
    if words.endswith("}"):
        before, brace, inside = words[:-1].rpartition("{")
        if brace and "}" not in inside:
            words, attributes = before.rstrip(BLANKS), inside
    if words and found["rest"].startswith("{"):  # words stand behind a blank: `##{.a} b` is a paragraph
        return None
    return _Heading(found["marks"], words, attributes)


@lru_cache(maxsize=4096)
def _heading(line: str) -> tuple[str, int, tuple[str, ...], str] | str:
    """Id, depth, roles and words of a heading, or what it says where it has not the form of one. It is often the same in several versions."""
    heading = _taken_apart(line)
    if heading is None:
        return line
    depth = len(heading.marks) - 1
    words = heading.words.strip()
    said = heading.words or heading.marks
    first, *others = heading.attributes.split() or [""]
    if not 1 <= depth <= DEEPEST or not words or not first.startswith("#") or not SLUG.fullmatch(first[1:]):
        return said
    if not others:
        return first[1:], depth, (), words
    roles = others[0].removeprefix("by=").split(",")
    if len(others) > 1 or not others[0].startswith("by=") or not all(map(SLUG.fullmatch, roles)):
        return said
    return first[1:], depth, tuple(roles), words


@lru_cache(maxsize=4096)
def _read(body: str, shown: tuple[str, ...]) -> tuple[PageText | None, list[Problem]]:
    """A body is often the same in several versions: it is parsed once. Lines count from the first of the body."""
    return read_page(body, "", 1, shown)


def _moved(problem: Problem, file: str, lines: int) -> Problem:
    return replace(problem, place=replace(problem.place, file=file, line=problem.place.line + lines))
