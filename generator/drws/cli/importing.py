"""What the commands that import records have in common: the site is read first, and what became of everything is told last."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from drws.build.load import Sources, context_of, load
from drws.cli.running import THEME, refusals_shown, show
from drws.kernel.problem import Severity
from drws.say.messages import tool_words
from drws.system.clock import today

if TYPE_CHECKING:
    from drws.planning.importing import Imported, Target


def target_of(data: Path, content: Path, as_of: date, form: str, lang: str) -> "Target":
    """The site for which records are made. Where it cannot be read, its problems are shown, and the command ends with 1."""
    from drws.planning.importing import Target

    sources = Sources(data, content, THEME)
    with refusals_shown(sources, form, lang):
        loaded = load(sources, as_of, today())
    if loaded.site is None or loaded.addresses is None:
        show(loaded.problems, sources, form, lang)
        sys.exit(1)
    return Target(data, loaded.site, loaded.addresses, loaded.domains, context_of(sources), today())


def tell(imported: "Imported", data: Path, content: Path, form: str, lang: str) -> NoReturn:
    """Show what was found and how many records there are of it, and end with 1 when there is something to mend."""
    from drws.planning.importing import Outcome

    show(imported.problems, Sources(data, content, THEME), form, lang)
    if form == "text":
        counts = {each.value: imported.outcomes[each] for each in Outcome}
        click.echo(tool_words("import.done", lang, **counts))
    sys.exit(1 if any(each.severity is Severity.ERROR for each in imported.problems) else 0)
