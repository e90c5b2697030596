"""The drawings of a site, `data/drawings/`: SVG that shows something, and can do nothing.

A drawing is a file of its own on the site. Whoever opens its address would run what is in it, so only shapes are let in.
"""

from collections.abc import Iterator
from xml.parsers import expat

from drws.kernel.characters import deceptive
from drws.kernel.problem import Place, Problem
from drws.kernel.values import SLUG
from drws.read.reader import Folder, files_in, read_text
from drws.read.tree import DECEPTIVE, problem_at

FOLDER = "drawings"
MOST_BYTES = 10_000
"""A drawing is a few shapes. Somebody may pay for each byte of it."""
SHAPES = frozenset({"svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "title", "desc"})
"""Elements that draw, and those that say what is drawn."""
_NAMES = (
    "clip-rule cx cy d fill fill-opacity fill-rule height id opacity points preserveAspectRatio r rx ry stroke stroke-dasharray"
    " stroke-linecap stroke-linejoin stroke-opacity stroke-width transform version viewBox width x x1 x2 xmlns y y1 y2"
)
ATTRIBUTES = frozenset(_NAMES.split())
"""What they may say of themselves: nothing that names another file, and nothing that runs."""


def read_drawings(data: Folder) -> tuple[dict[str, bytes], list[Problem]]:
    """Every drawing by its name, and what keeps others from being one."""
    drawings: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in files_in(data.path / FOLDER):
        file = data.logical(path)
        if path.suffix != ".svg":
            problems.append(Problem(Place(file, line=1, column=1), "drawings.ending", {"name": path.name}))
            continue
        if not SLUG.fullmatch(path.stem):
            problems.append(Problem(Place(file, line=1, column=1), "value.slug", {"value": path.stem}))
            continue
        text, found = read_text(path, data)
        found += _found_in(text, file) if text is not None else []
        if text is not None and (size := len(text.encode())) > MOST_BYTES:
            values = {"size": size, "most": MOST_BYTES}
            found.append(Problem(Place(file, line=1, column=1), "drawings.heavy", values))
        problems += found
        if text is not None and not found:
            drawings[path.stem] = text.encode()
    return drawings, problems


def _found_in(text: str, file: str) -> list[Problem]:
    """Everything in a file that is no shape, at its place."""
    if hidden := deceptive(text):
        return [problem_at(text, file, hidden.offset, DECEPTIVE[hidden.kind], code=hidden.code)]
    parser = expat.ParserCreate()
    problems: list[Problem] = []

    def refuse(message: str, **values: str) -> None:
        place = Place(file, line=parser.CurrentLineNumber, column=parser.CurrentColumnNumber + 1)
        problems.append(Problem(place, message, values))

    def start(name: str, attributes: dict[str, str]) -> None:
        for unknown in _unknown(name, attributes):
            refuse("drawings.unknown", value=unknown)

    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = lambda *_: refuse("drawings.unknown", value="<!DOCTYPE>")
    parser.ProcessingInstructionHandler = lambda target, _: refuse("drawings.unknown", value=f"<?{target}?>")
    try:
        parser.Parse(text.removeprefix("\ufeff"), True)  # noqa: FBT003  this is the end of the file
    except expat.ExpatError as error:
        place = Place(file, line=error.lineno, column=error.offset + 1)
        problems.append(Problem(place, "drawings.xml", {"detail": expat.ErrorString(error.code)}))
    return problems


def _unknown(name: str, attributes: dict[str, str]) -> Iterator[str]:
    if name not in SHAPES:
        yield f"<{name}>"
    for each, value in attributes.items():
        if each not in ATTRIBUTES or "url(" in value.lower():
            yield f'{each}="{value[:30]}"'
