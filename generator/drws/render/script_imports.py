"""How scripts name one another, and the order in which each stands after those that it imports. What has no such order is told."""

import re
from collections.abc import Callable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from drws.kernel.problem import Problem, nearest
from drws.read.tree import problem_at

_WHEN_NEEDED = b'import("./'
_IMPORT = re.compile(rb'(from "\./|import "\./|import\("\./)([\w.-]+)(?=")')
"""`import { fold } from "./spelling.js"`, `import "./directory.js"` for what it does, and `import("./find-postcode.js")` for what is fetched
when it is needed.
"""


def imported_first(
    contents: Mapping[str, bytes], file_of: Callable[[str], str]
) -> tuple[tuple[str, ...], list[Problem]]:
    """The names of all files, each after those that it imports, and what stands in the way. `file_of` says where a file is, for whoever mends it."""
    imports = {name: imported(content) if name.endswith(".js") else () for name, content in contents.items()}
    problems = [
        _problem_at_import(contents[name], file_of(name), each, "theme.script-missing", nearest=nearest(each, contents))
        for name, named in imports.items()
        for each in dict.fromkeys(named)
        if each not in contents
    ]
    if problems:
        return (), problems
    try:
        return tuple(TopologicalSorter(imports).static_order()), []
    except CycleError as error:
        first, second, *others = _circle(error, file_of)
        names = " → ".join((first, second, *others))
        return (), [_problem_at_import(contents[first], file_of(first), second, "theme.script-circle", names=names)]


def imported(content: bytes) -> tuple[str, ...]:
    """The names of the files that a script imports."""
    return tuple(name.decode() for _, name in _IMPORT.findall(content))


def imported_at_once(content: bytes) -> Iterator[str]:
    """The names of the scripts without which a browser does not begin with a script."""
    return (name.decode() for how, name in _IMPORT.findall(content) if how != _WHEN_NEEDED and name.endswith(b".js"))


def renamed(content: bytes, names: Mapping[str, str]) -> bytes:
    """A script that imports files under other names."""
    return _IMPORT.sub(lambda found: found[1] + names[found[2].decode()].encode(), content)


def _circle(error: CycleError, file_of: Callable[[str], str]) -> list[str]:
    """Scripts of which each imports the next, the first one once more at the end. It begins with one of the project's own, where one is in it."""
    circle: list[str] = error.args[1][:0:-1]
    first = circle.index(max(circle, key=lambda name: (file_of(name).startswith("theme/"), -circle.index(name))))
    return [*circle[first:], *circle[:first], circle[first]]


def _problem_at_import(content: bytes, file: str, name: str, message: str, **values: object) -> Problem:
    """A problem where a script first names a file."""
    offset = next(found.start(2) for found in _IMPORT.finditer(content) if found[2] == name.encode())
    before = content[:offset].decode(errors="replace")
    return problem_at(before, file, len(before), message, name=name, **values)
