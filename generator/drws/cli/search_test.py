"""`drws search-test`: does a built site answer what people ask?"""

import sys
from pathlib import Path

import click

from drws.cli.options import FOLDER, lang_option
from drws.read.reader import Folder
from drws.say.messages import as_json, as_text, sentences


@click.command("search-test")
@click.argument("queries", type=click.Path(path_type=Path))
@click.option(
    "--site",
    "site_dir",
    type=FOLDER,
    default=Path("site"),
    show_default=True,
    help="The built site that is asked, with its search index.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to show the answers: for people or for programs.",
)
@lang_option
def search_test(queries: Path, site_dir: Path, form: str, lang: str) -> None:
    """Ask a built site real questions, and say how well it answers.

    QUERIES is a YAML file, a list of {lang, q, expect: [pages], never: [pages]}, or a folder of such files. Pages are named as links name
    them (service:…) or by their address; `never: [others]` rules out every page that is not expected. Needs Node.js, and no browser.

    Ends with 0 when every query is answered as it should be, with 1 when one is not or something is wrong, and with 2 when the command was
    not understood. Where a folder has a file `targets.yml`, that says how many queries are enough, in per cent for each language and each
    collection: {first_two, recall, precision, mean_reciprocal_rank, document_first, part_in_three}. A first result that hurts is one too many.
    """
    from drws.search_test import report
    from drws.search_test.queries import folder_of

    answered, problems = report.run(queries, site_dir)
    folders = (folder_of(queries), Folder(site_dir, "site"))
    if answered is None:
        found = sentences(problems, folders, lang)
        click.echo(as_json(found) if form == "json" else as_text(found) + "\n")
        sys.exit(1)
    click.echo(report.as_json(answered) if form == "json" else report.as_text(answered, lang))
    if answered.missed and form == "text":
        click.echo("\n" + as_text(sentences(answered.missed, folders, lang)))
    sys.exit(0 if answered.is_enough else 1)
