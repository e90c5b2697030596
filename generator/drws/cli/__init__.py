"""The command line: `drws`, or `python -m drws`. Each command is a module, in the order in which somebody meets them."""

import gc

import click

# What is imported stays: nobody need look for circles in it, now or later, which is a tenth of the time that a command takes to start.
_collecting = gc.isenabled()
gc.disable()

from drws import __version__
from drws.cli.addresses import addresses
from drws.cli.build import build
from drws.cli.check import check
from drws.cli.import_events import import_events
from drws.cli.import_oruk import import_oruk
from drws.cli.init import init
from drws.cli.links import links
from drws.cli.ready import ready
from drws.cli.refresh_geography import refresh_geography
from drws.cli.search_test import search_test
from drws.cli.serve import serve
from drws.cli.verify import verify

gc.freeze()
if _collecting:
    gc.enable()


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="drws")
def main() -> None:
    """Structured data in, a bilingual static directory out.

    `drws init` makes a project. `drws check` reads everything and says what to mend. `drws build` makes the site. `drws serve` shows it while you write.
    """
    # Every command makes very many things that stay until its end. Python would look at all of them again and again for circles to be rid of.
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


for command in (
    init,
    check,
    ready,
    build,
    serve,
    verify,
    links,
    addresses,
    refresh_geography,
    import_events,
    import_oruk,
    search_test,
):
    main.add_command(command)
