"""`drws refresh-geography`: postcodes, the map and places, once for each edition."""

import sys
from pathlib import Path

import click

from drws.build.load import Sources
from drws.cli.options import data_option, lang_option
from drws.cli.running import THEME, show
from drws.kernel.problem import Refused
from drws.say.messages import tool_words


@click.command("refresh-geography")
@data_option
@lang_option
def refresh_geography(data: Path, lang: str) -> None:
    """Write the table of postcodes, the map and the places in data/geography anew, from the packages that finder.yml there names.

    `make geography` installs the packages first. Ends with 1 when it is not there or something in the data is wrong.
    """
    from drws.geography.refresh import refresh

    sources = Sources(data, Path("content"), THEME)
    try:
        refreshed, problems = refresh(sources)
    except Refused as refused:
        refreshed, problems = None, [refused.problem]
    show(problems, sources, "text", lang)
    if refreshed is None:
        sys.exit(1)
    files = ", ".join(path.as_posix() for path in refreshed.files)
    click.echo(
        tool_words("geography.written", lang, files=files, postcodes=refreshed.postcodes, points=refreshed.points)
    )
