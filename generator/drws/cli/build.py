"""`drws build`: the whole site, or the old one as it was."""

import sys
from datetime import date
from pathlib import Path

import click

from drws.build.load import Sources
from drws.cli.options import FOLDER, as_of_option, content_option, data_option, lang_option
from drws.cli.running import MKDOCS, THEME, keeping_everything, show
from drws.system.clock import today


@click.command()
@data_option
@content_option
@click.option(
    "--site-dir",
    type=FOLDER,
    default=Path("site"),
    show_default=True,
    help="The folder to publish into. It is replaced in one step, and only if Drws made it.",
)
@click.option(
    "--work-dir",
    type=FOLDER,
    default=Path("build"),
    show_default=True,
    help="A folder for things in between. It may be deleted at any time.",
)
@as_of_option
@click.option("--no-search", is_flag=True, help="Leave out the search index.")
@click.option(
    "--pdf", is_flag=True, help="Make a tagged PDF of each document whose words stand here as well. Needs drws[pdf]."
)
@click.option(
    "--compress", is_flag=True, help="Put compressed forms beside each text, for a server that sends them as they are."
)
@click.option(
    "--allow-shrink",
    is_flag=True,
    help="Publish although the site has many fewer pages or contacts than before (largest_loss in data/site.yml).",
)
@lang_option
def build(
    data: Path,
    content: Path,
    site_dir: Path,
    work_dir: Path,
    as_of: date,
    no_search: bool,
    pdf: bool,
    allow_shrink: bool,
    compress: bool,
    lang: str,
) -> None:
    """Check everything, build the site beside the old one, verify it, and let them change places.

    When something is wrong the old site stays as it is. While another build is at work in the same folders this one waits. Ends with 0 when the site is published, and with 1 when it is not.
    """
    sources = Sources(data, content, THEME)
    with keeping_everything():
        from drws.build.progress import Progress
        from drws.build.run import Paths
        from drws.build.run import build as run

        progress = Progress(lang)
        paths = Paths(sources, site_dir, work_dir, MKDOCS)
        report = run(
            paths,
            as_of=as_of,
            today=today(),
            search=not no_search,
            pdf=pdf,
            allow_shrink=allow_shrink,
            compress=compress,
            phase=progress.begin,
            waiting=progress.wait,
        )
    progress.end(report, site_dir)
    show(report.problems, sources, "text", lang, site=site_dir)
    sys.exit(0 if report.is_published else 1)
