"""`drws links`: do the links to pages of others still lead somewhere?"""

import sys
from datetime import date
from pathlib import Path

import click

from drws.build.load import Sources, load
from drws.cli.options import as_of_option, content_option, data_option, format_option, lang_option
from drws.cli.running import THEME, refusals_shown, show
from drws.kernel.problem import Severity, errors
from drws.say.messages import tool_words
from drws.system.clock import today


@click.command()
@data_option
@content_option
@as_of_option
@click.option("--again", is_flag=True, help="Ask only those that did not answer the last time.")
@click.option(
    "--pause",
    type=click.FloatRange(0, 60),
    default=1.0,
    show_default=True,
    help="Seconds between two requests to a host. Its robots.txt may ask for more.",
)
@click.option("--strict", is_flag=True, help="End with 1 when a link is told to be broken.")
@format_option
@lang_option
def links(
    data: Path, content: Path, as_of: date, again: bool, pause: float, strict: bool, form: str, lang: str
) -> None:
    """Ask for every page of others that the site links to, and say which have gone.

    This needs a network, and takes minutes: each host is asked slowly, and as its robots.txt allows. What does not answer is written down in
    data/audits/links.yml with the day. It is told once it has failed on three days. A page that is not for programs (403, 429) counts as
    there.

    Ends with 0 unless the sources cannot be read, whatever others answer. With --strict it ends with 1 when a link is told to be broken.
    """
    from drws.links import failures
    from drws.links.addresses import outside_addresses
    from drws.links.ask import Manners, ask, counted
    from drws.links.report import problems

    sources = Sources(data, content, THEME)
    with refusals_shown(sources, form, lang):
        loaded = load(sources, as_of, today())
    wrong = errors(loaded.problems)
    if loaded.subject is None or wrong:
        show(wrong, sources, form, lang)
        sys.exit(1)
    site = loaded.subject.site
    before = failures.known(site)
    named = outside_addresses(site, sources.folders)
    answers = ask([url for url in named if not again or url in before], Manners.of_site(site.partnership.url, pause))
    after = failures.renewed(before, answers, named, as_of)
    failures.write(data, after.values())
    told = list(problems(after, answers, named))
    show(told, sources, form, lang)
    if form == "text":
        counts = {state.value: count for state, count in counted(answers).items()}
        click.echo(tool_words("links.asked", lang, asked=len(answers), waiting=len(after), **counts))
    is_broken = any(each.severity is Severity.WARNING for each in told)
    sys.exit(1 if strict and is_broken else 0)
