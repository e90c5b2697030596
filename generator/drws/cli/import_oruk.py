"""`drws import-oruk`: records from Open Referral feeds."""

from datetime import date
from pathlib import Path

import click

from drws.cli.importing import target_of, tell
from drws.cli.options import as_of_option, content_option, data_option, format_option, lang_option


@click.command("import-oruk")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@data_option
@content_option
@click.option("--language", default="", metavar="CODE", help="The language of a feed that does not say its own.")
@click.option("--source", default="", metavar="URL", help="The page about the feed: the source of what names none.")
@click.option("--organization-type", default="", metavar="ID", help="For organizations: one of organization_types.")
@click.option("--purpose", default="", metavar="ID", help="For contacts: one of contact_purposes.")
@click.option("--audience", "audiences", multiple=True, metavar="ID", help="For services. May be given again.")
@click.option("--kind-of-help", "kinds", multiple=True, metavar="ID", help="For services. May be given again.")
@click.option("--area", "areas", multiple=True, metavar="ID", help="For services. May be given again.")
@click.option("--overwrite", is_flag=True, help="Write over records that are there already.")
@as_of_option
@format_option
@lang_option
def import_oruk(
    folder: Path,
    data: Path,
    content: Path,
    language: str,
    source: str,
    organization_type: str,
    purpose: str,
    audiences: tuple[str, ...],
    kinds: tuple[str, ...],
    areas: tuple[str, ...],
    overwrite: bool,
    as_of: date,
    form: str,
    lang: str,
) -> None:
    """Make records of the feeds in DIR: JSON files of an Open Referral API, in one language or in a folder for each (`cy/`, `en/`).

    What the feed does not say of a service, a contact or an organization, the options say. A record that is there already stays as it is.
    Records that are right are written, also when others are not. Everything that is not taken over is told. Ends with 1 when there is
    something to mend.
    """
    from drws.domains.open_referral.importing.defaults import Defaults
    from drws.domains.open_referral.importing.run import import_feeds

    target = target_of(data, content, as_of, form, lang)
    defaults = Defaults(source, organization_type, purpose, audiences, kinds, areas)
    tell(import_feeds(folder, target, defaults, language=language, overwrite=overwrite), data, content, form, lang)
