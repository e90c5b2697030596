"""The Markdown of a policy, divided at its headings: `## Making an agreement {#making}`, `### Who signs {#signing by=agency,panel}`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from drws.domains.policies.text.record import Passage
from drws.kernel.problem import Place, Problem
from drws.kernel.values import SLUG
from drws.read.markdown import PageText, read_page

HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?:[ \t]+(?P<words>.*?))?[ \t]*(?:\{(?P<attributes>[^{}]*)\})?[ \t]*")
FENCE = re.compile(r" {0,3}(```|~~~)")
DEEPEST = 2
"""Levels of headings: sections and clauses."""


@dataclass(frozen=True, slots=True)
class Piece:
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
    for heading, start, body in _parts(text, line):
        here = Place(file, line=start, column=1)
        id_, depth, title = "", 0, ""
        roles: tuple[str, ...] = ()
        if heading is not None:
            found = _heading(heading)
            if found is None:
                problems.append(Problem(here, "policy-text.heading", {"value": heading["words"] or heading["marks"]}))
                continue
            id_, depth, roles, title = found
            if id_ in seen:
                problems.append(Problem(here, "policy-text.twice", {"id": id_}))
            if depth == DEEPEST and not any(each.depth == 1 for each in pieces):
                problems.append(Problem(here, "policy-text.no-section", {"id": id_}))
            seen.add(id_)
        page, wrong = _read(body, shown)
        first = start + (heading is not None) - 1
        problems += [_moved(each, file, first) for each in wrong]
        if page is not None:
            links = tuple(each.model_copy(update={"line": each.line + first}) for each in page.links)
            pieces.append(
                Piece(id_, depth, roles, Passage(file, start, language, page.html, links, page.blocks, title))
            )
    return pieces, problems


def _parts(text: str, line: int) -> Iterator[tuple[re.Match[str] | None, int, str]]:
    """Each heading, the line of the file on which it stands, and the Markdown below it. What looks like a heading in a block of code is none."""
    heading: re.Match[str] | None = None
    start, fence = line, ""
    body: list[str] = []
    for number, each in enumerate(text.split("\n")):
        mark = FENCE.match(each)
        if mark and (not fence or mark[1] == fence):
            fence = "" if fence else mark[1]
        found = None if fence else HEADING.fullmatch(each)
        if found:
            yield heading, start, "\n".join(body)
            heading, start, body = found, line + number, []
        else:
            body.append(each)
    yield heading, start, "\n".join(body)


def _heading(heading: re.Match[str]) -> tuple[str, int, tuple[str, ...], str] | None:
    """Id, depth, roles and words of a heading; None when it has not the form of one."""
    depth = len(heading["marks"]) - 1
    words = (heading["words"] or "").strip()
    first, *others = (heading["attributes"] or "").split() or [""]
    if not 1 <= depth <= DEEPEST or not words or not first.startswith("#") or not SLUG.fullmatch(first[1:]):
        return None
    if not others:
        return first[1:], depth, (), words
    roles = others[0].removeprefix("by=").split(",")
    if len(others) > 1 or not others[0].startswith("by=") or not all(map(SLUG.fullmatch, roles)):
        return None
    return first[1:], depth, tuple(roles), words


@lru_cache(maxsize=4096)
def _read(body: str, shown: tuple[str, ...]) -> tuple[PageText | None, list[Problem]]:
    """A body is often the same in several versions: it is parsed once. Lines count from the first of the body."""
    return read_page(body, "", 1, shown)


def _moved(problem: Problem, file: str, lines: int) -> Problem:
    return replace(problem, place=replace(problem.place, file=file, line=problem.place.line + lines))
