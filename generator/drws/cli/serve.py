"""`drws serve`: the site on this machine, while somebody writes."""

from pathlib import Path

import click

from drws.build.load import Sources
from drws.cli.running import MKDOCS, THEME, refusals_shown


@click.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port on this machine."
)
def serve(port: int) -> None:
    """Show the site on this machine, and build it again whenever a file changes."""
    from drws.mkdocs.plugin import serve_with_mkdocs

    with refusals_shown(Sources(Path("data"), Path("content"), THEME), "text", "en"):
        serve_with_mkdocs(MKDOCS, port)
