"""`drws import-events`: dates of a region, from its table or its calendars."""

from datetime import date
from pathlib import Path

import click

from drws.cli.importing import target_of, tell
from drws.cli.options import as_of_option, content_option, data_option, format_option, lang_option


@click.command("import-events")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@data_option
@content_option
@click.option("--kind", default="", metavar="ID", help="The kind of events that do not say theirs: one of event_kinds.")
@click.option("--region", default="", metavar="ID", help="The region of events that do not say theirs.")
@click.option(
    "--source", default="", metavar="URL", help="The page that is the source of events that do not say theirs."
)
@as_of_option
@format_option
@lang_option
def import_events(
    files: tuple[Path, ...],
    data: Path,
    content: Path,
    kind: str,
    region: str,
    source: str,
    as_of: date,
    form: str,
    lang: str,
) -> None:
    """Make records of the events in FILES: a table (.csv), or a calendar for each language (dates.cy.ics dates.en.ics).

    Nothing that a person wrote is written over, and a second run with the same files changes nothing. Events that are right are written,
    also when others are not. Ends with 1 when there is something to mend.
    """
    from drws.domains.events.importing.run import import_events as run

    target = target_of(data, content, as_of, form, lang)
    tell(run(files, target, kind=kind, region=region, source=source), data, content, form, lang)
