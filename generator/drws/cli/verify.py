"""`drws verify`: is a built site sound?"""

import sys
from pathlib import Path

import click

from drws.build.load import Sources
from drws.cli.options import FOLDER, format_option, lang_option
from drws.cli.running import THEME, refusals_shown, show
from drws.say.messages import tool_words


@click.command()
@click.argument("site_dir", type=FOLDER)
@format_option
@lang_option
def verify(site_dir: Path, form: str, lang: str) -> None:
    """Look through a built site: is it whole, safe, and the same for readers of each language?"""
    from drws.verify import verify as run

    sources = Sources(Path("data"), Path("content"), THEME)
    with refusals_shown(sources, form, lang):
        problems = run(site_dir)
    show(problems, sources, form, lang, site=site_dir)
    if form == "text":
        click.echo(tool_words("verify.sound" if not problems else "verify.problems", lang, problems=len(problems)))
    sys.exit(1 if problems else 0)
