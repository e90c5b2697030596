"""`drws ready`: can the site be launched?"""

import sys
from datetime import date
from pathlib import Path

import click

from drws.build.load import Sources, load
from drws.cli.options import as_of_option, content_option, data_option, format_option, lang_option
from drws.cli.running import THEME, keeping_everything, refusals_shown, show
from drws.kernel.problem import errors, mistakes
from drws.say.messages import tool_words
from drws.system.clock import today


@click.command()
@data_option
@content_option
@as_of_option
@format_option
@lang_option
def ready(data: Path, content: Path, as_of: date, form: str, lang: str) -> None:
    """Say what is to be done before the site is launched, and what is to be borne in mind.

    It looks at what `drws check` lets pass: an address that is an example, words that no translator has read, numbers that nobody has
    confirmed. Whatever `drws check` finds stands in the way as well. Nothing is built.

    Ends with 0 when nothing stands in the way, with 1 when something does, and with 2 when the command was not understood.
    """
    sources = Sources(data, content, THEME)
    with keeping_everything(), refusals_shown(sources, form, lang):
        loaded = load(sources, as_of, today())
        found = list(mistakes(loaded.problems))
        if loaded.subject:
            told = (each for rule in loaded.domains.launch_checks for each in rule.check(loaded.subject))
            found += {
                (each.place, each.message): each for each in told
            }.values()  # two subjects may tell the same of a record
    blocking = errors(found)
    warnings = [each for each in found if each not in blocking]
    if form != "text":
        show(found, sources, form, lang)
    else:
        for title, problems in (("ready.blocking", blocking), ("ready.warning", warnings)):
            if problems:
                click.echo(f"{tool_words(title, lang)}\n")
                show(problems, sources, form, lang)
        said = "ready.blocks" if blocking else "ready.sound"
        click.echo(tool_words(said, lang, blocking=len(blocking), warnings=len(warnings)))
    sys.exit(1 if blocking else 0)
