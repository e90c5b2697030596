"""`drws addresses`: write down where everything is."""

import sys
from datetime import date
from pathlib import Path

import click

from drws.build.ledger import updated
from drws.build.load import Sources, load
from drws.cli.options import as_of_option, content_option, data_option, format_option, lang_option
from drws.cli.running import THEME, keeping_everything, refusals_shown, show
from drws.kernel.problem import errors
from drws.say.messages import tool_words
from drws.system.clock import today


@click.command()
@data_option
@content_option
@as_of_option
@click.option("--check", "only_look", is_flag=True, help="Write nothing; end with 1 when there is something to write.")
@format_option
@lang_option
def addresses(data: Path, content: Path, as_of: date, only_look: bool, form: str, lang: str) -> None:
    """Write the address of every page and file into data/addresses.yml, so that none of them dies unnoticed.

    What stood there before stays. Run it before you publish, and look at what it changed. A second run changes nothing. Ends with 1 when
    something in the data is wrong; then nothing is written.
    """
    sources = Sources(data, content, THEME)
    with keeping_everything(), refusals_shown(sources, form, lang):
        loaded = load(sources, as_of, today())
    if loaded.site is None or loaded.addresses is None or errors(loaded.problems):
        show(errors(loaded.problems), sources, form, lang)
        sys.exit(1)
    ledger = updated(data, loaded.site, loaded.addresses)
    if ledger.is_changed and not only_look:
        ledger.write()
    if form == "text":
        words = ("addresses.due" if only_look else "addresses.written") if ledger.is_changed else "addresses.unchanged"
        counts = {"count": ledger.names, "new": ledger.new, "moved": ledger.moved}
        click.echo(tool_words(words, lang, file=ledger.path, **counts))
    sys.exit(1 if ledger.is_changed and only_look else 0)
