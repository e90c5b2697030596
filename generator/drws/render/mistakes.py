"""Where a template went wrong, for whoever wrote it. A mistake in the package's own templates is ours, and no problem of the project."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateSyntaxError

from drws.kernel.problem import Place, Problem, Refused
from drws.read.theme import Theme


@contextmanager
def mistakes_refused(theme: Theme) -> Iterator[None]:
    """Raise Refused where a template of the project's own does not work."""
    try:
        yield
    except Refused:
        raise
    except Exception as error:
        if place := _mistaken_template(error, theme):
            raise Refused(Problem(place, "theme.template", {"detail": str(error)})) from error
        raise


def _mistaken_template(error: Exception, theme: Theme) -> Place | None:
    """The line at which a template of the project failed, or at which one of the package did because of one; None where it has none."""
    own = theme.layers[0]
    if len(theme.layers) == 1 or not any(own.path.rglob("*.html")):
        return None
    steps = [(Path(frame.filename), frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError) and error.filename:
        steps.append((Path(error.filename), error.lineno))
    places = [
        (folder, folder.path / path.resolve().relative_to(folder.path.resolve()), line)
        for path, line in steps  # as it was written when the template was compiled
        for folder in theme.layers
        if path.resolve().is_relative_to(folder.path.resolve())
    ]
    mine = [each for each in places if each[0] is own] or places
    if not mine:
        return None  # it was something else: the disk, for one
    folder, path, line = mine[-1]
    return Place(folder.logical(path), line=line, column=1)
