"""What every command does around its own work: where the project is, and how problems reach whoever asked."""

import gc
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from drws.build.load import Sources
from drws.kernel.problem import Problem, Refused
from drws.read.reader import Folder
from drws.say import catalogue
from drws.say.messages import as_github, as_json, as_text, sentences

THEME = Path("theme")
MKDOCS = Path("mkdocs.yml")


@contextmanager
def keeping_everything() -> Iterator[None]:
    """What a run makes it keeps until it ends, so Python need not look for what could be thrown away, nor at the end for what is left."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def refusals_shown(sources: Sources, form: str, language: str) -> Iterator[None]:
    """What stops a command where it stands is shown like any other problem, and the command ends with 1."""
    try:
        yield
    except Refused as refused:
        show([refused.problem], sources, form, language)
        sys.exit(1)


def show(problems: Iterable[Problem], sources: Sources, form: str, language: str, site: Path = Path("site")) -> None:
    """Print problems with the cure of each, as people, programs or GitHub read them. `site` is the folder of a built site."""
    found = sentences(
        problems, (*sources.folders, Folder(site, "site"), Folder(Path(catalogue.ADDED), catalogue.ADDED)), language
    )
    if form == "json":
        click.echo(as_json(found))
    elif found:
        click.echo(as_github(found) if form == "github" else as_text(found) + "\n")
