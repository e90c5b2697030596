"""`drws import-oruk`: records from Open Referral feeds."""

import sys
from datetime import date
from pathlib import Path

import click

from drws.build.load import Sources, context_of, load
from drws.cli.options import as_of_option, content_option, data_option, format_option, lang_option
from drws.cli.running import THEME, refusals_shown, show
from drws.kernel.problem import Severity
from drws.say.messages import tool_words
from drws.system.clock import today


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
    from drws.domains.open_referral.importing.record_file import Outcome
    from drws.domains.open_referral.importing.run import Target, import_feeds

    sources = Sources(data, content, THEME)
    with refusals_shown(sources, form, lang):
        loaded = load(sources, as_of, today())
    if loaded.site is None or loaded.addresses is None:
        show(loaded.problems, sources, form, lang)
        sys.exit(1)
    target = Target(data, loaded.site, loaded.addresses, loaded.domains, context_of(sources), today())
    defaults = Defaults(source, organization_type, purpose, audiences, kinds, areas)
    imported = import_feeds(folder, target, defaults, language=language, overwrite=overwrite)
    show(imported.problems, sources, form, lang)
    if form == "text":
        counts = {each.value: imported.outcomes[each] for each in Outcome}
        click.echo(tool_words("import-oruk.done", lang, **counts))
    sys.exit(1 if any(each.severity is Severity.ERROR for each in imported.problems) else 0)
