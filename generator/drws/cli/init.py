"""`drws init`: a project to begin with."""

import sys
from pathlib import Path

import click

from drws.build.load import Sources
from drws.cli.options import lang_option
from drws.cli.running import show
from drws.say.messages import tool_words


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--languages",
    default="",
    metavar="CODES",
    help="The languages of the site, with commas between them, the first in order first: en, or cy,en. All that Drws has words in, unless you name some.",
)
@lang_option
def init(folder: Path, languages: str, lang: str) -> None:
    """Make a small, whole project in a new FOLDER: records, pages and settings to put your own in the place of.

    Nothing is written over. Ends with 1 when there is something in the folder, or when Drws has no words in a language.
    """
    from drws.starter.create import create, known_languages

    asked = [code.strip() for code in languages.split(",")] if languages else []
    problems = create(folder, asked)
    show(problems, Sources(folder / "data", folder / "content", folder / "theme"), "text", lang)
    if problems:
        sys.exit(1)
    made = ", ".join(asked or known_languages(folder))
    click.echo(tool_words("init.written", lang, folder=folder, languages=made))
