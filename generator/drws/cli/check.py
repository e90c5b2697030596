"""`drws check`: is everything as it should be?"""

import sys
from datetime import date
from pathlib import Path

import click

from drws.build.load import Sources, load
from drws.cli.options import as_of_option, content_option, data_option, format_option, lang_option
from drws.cli.running import THEME, keeping_everything, refusals_shown, show
from drws.domains.registry import installed
from drws.kernel.problem import mistakes
from drws.say import catalogue
from drws.say.languages import packages
from drws.say.messages import tool_words
from drws.system.clock import today
from drws.system.kept import Kept


@click.command()
@data_option
@content_option
@as_of_option
@click.option("--no-cache", is_flag=True, help="Read every file, also those that say what they said before.")
@format_option
@lang_option
def check(data: Path, content: Path, as_of: date, no_cache: bool, form: str, lang: str) -> None:
    """Read every record and every page, and say what to mend.

    What it read and found in a file is kept in your account's caches until the file or Drws changes, so that the next check is quicker.
    Ends with 0 when nothing is wrong, with 1 when there are problems, and with 2 when the command was not understood.
    """
    kept = None if no_cache else Kept.of_project((data, content), installed().packages | packages())
    sources = Sources(data, content, THEME, kept)
    with keeping_everything(), refusals_shown(sources, form, lang):
        loaded = load(sources, as_of, today())
    if kept:
        kept.write()
    problems = (*loaded.problems, *catalogue.problems())
    wrong = mistakes(problems)
    records = len(loaded.site.entities) if loaded.site else 0
    show(problems, sources, form, lang)
    if form == "text":
        click.echo(
            tool_words("check.sound" if not wrong else "check.problems", lang, records=records, problems=len(wrong))
        )
        if missing := catalogue.missing(lang):
            click.echo(tool_words("check.missing", lang, code=lang, count=len(missing), first=", ".join(missing[:5])))
    sys.exit(1 if wrong else 0)
