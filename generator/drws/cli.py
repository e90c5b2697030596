"""The command line: `drws`, or `python -m drws`."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from drws import __version__
from drws.build.load import Sources, load
from drws.domains.registry import installed
from drws.kernel.problem import Problem, Refused
from drws.read.reader import Folder
from drws.say import catalogue
from drws.say.messages import as_github, as_json, as_text, sentences, tool_words
from drws.system.clock import today
from drws.system.kept import Kept

THEME = Path("theme")
MKDOCS = Path("mkdocs.yml")
FOLDER = click.Path(path_type=Path, file_okay=False)
EXISTING = click.Path(path_type=Path, file_okay=False, exists=True)


@contextmanager
def keeping_everything() -> Iterator[None]:
    """What a run makes it keeps until it ends, so Python need not look for what could be thrown away, nor at the end for what is left."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def as_day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date:
    """A day from the command line; today's when none is named."""
    try:
        return date.fromisoformat(value) if value else today()
    except ValueError:
        raise click.BadParameter("write a day as year-month-day: 2026-11-21") from None


class MessageLanguage(click.Choice[str]):
    """A language of the messages: one that Drws brings, or one that was added where it runs."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The language, if there are messages in it."""
        choices = click.Choice(self.choices if value in self.choices else catalogue.languages())
        return choices.convert(value, param, ctx)


data_option = click.option(
    "--data", type=EXISTING, default=Path("data"), show_default=True, help="The folder with the records."
)
content_option = click.option(
    "--content",
    type=EXISTING,
    default=Path("content"),
    show_default=True,
    help="The folder with the hand-written pages.",
)
as_of_option = click.option(
    "--as-of",
    callback=as_day,
    metavar="DATE",
    help="The day for which the site is made (year-month-day). Today, unless you name one.",
)
lang_option = click.option(
    "--lang",
    type=MessageLanguage(catalogue.LANGUAGES),
    default=catalogue.DEFAULT,
    show_default=True,
    help="The language of the messages: one of these, or one that has a file in the folder messages.",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How to show problems: for people, for programs, or beside the lines on GitHub.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="drws")
def main() -> None:
    """Structured data in, a bilingual static directory out.

    `drws init` makes a project. `drws check` reads everything and says what to mend. `drws build` makes the site. `drws serve` shows it while you write.
    """


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--languages",
    default="",
    metavar="CODES",
    help="The languages of the site, with commas between them, the first in order first: en, or cy,en. All that Drws has words in, unless you name some.",
)
@lang_option
def init(folder: Path, languages: str, lang: str) -> None:
    """Make a small, whole project in a new FOLDER: records, pages and settings to put your own in the place of.

    Nothing is written over. Ends with 1 when there is something in the folder, or when Drws has no words in a language.
    """
    from drws.starter.create import create, known_languages

    asked = [code.strip() for code in languages.split(",")] if languages else []
    problems = create(folder, asked)
    _show(problems, Sources(folder / "data", folder / "content", folder / "theme"), "text", lang)
    if problems:
        sys.exit(1)
    made = ", ".join(asked or known_languages(folder))
    click.echo(tool_words("init.written", lang, folder=folder, languages=made))


@main.command()
@data_option
@content_option
@as_of_option
@click.option("--no-cache", is_flag=True, help="Read every file, also those that say what they said before.")
@format_option
@lang_option
def check(data: Path, content: Path, as_of: date, no_cache: bool, form: str, lang: str) -> None:
    """Read every record and every page, and say what to mend.

    What it read of a file is kept in your account's caches until the file or Drws changes, so that the next check is quicker.
    Ends with 0 when nothing is wrong, with 1 when there are problems, and with 2 when the command was not understood.
    """
    kept = None if no_cache else Kept.of_project((data, content), installed().packages)
    sources = Sources(data, content, THEME, kept)
    with keeping_everything(), refusals_shown(sources, form, lang):
        loaded = load(sources, as_of, today())
    if kept:
        kept.write()
    problems = (*loaded.problems, *catalogue.problems())
    records = len(loaded.site.entities) if loaded.site else 0
    _show(problems, sources, form, lang)
    if form == "text":
        click.echo(
            tool_words(
                "check.sound" if not problems else "check.problems", lang, records=records, problems=len(problems)
            )
        )
        if missing := catalogue.missing(lang):
            click.echo(tool_words("check.missing", lang, code=lang, count=len(missing), first=", ".join(missing[:5])))
    sys.exit(1 if problems else 0)


@main.command()
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
@lang_option
def build(
    data: Path, content: Path, site_dir: Path, work_dir: Path, as_of: date, no_search: bool, pdf: bool, lang: str
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
            phase=progress.begin,
            waiting=progress.wait,
        )
    progress.end(report, site_dir)
    _show(report.problems, sources, "text", lang, site=site_dir)
    sys.exit(0 if report.is_published else 1)


@main.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port on this machine."
)
def serve(port: int) -> None:
    """Show the site on this machine, and build it again whenever a file changes."""
    from drws.mkdocs.plugin import serve_with_mkdocs

    with refusals_shown(Sources(Path("data"), Path("content"), THEME), "text", "en"):
        serve_with_mkdocs(MKDOCS, port)


@main.command()
@click.argument("site_dir", type=FOLDER)
@format_option
@lang_option
def verify(site_dir: Path, form: str, lang: str) -> None:
    """Look through a built site: links, languages, markup, and that nothing comes from elsewhere."""
    from drws.verify import verify as run

    sources = Sources(Path("data"), Path("content"), THEME)
    with refusals_shown(sources, form, lang):
        problems = run(site_dir)
    _show(problems, sources, form, lang, site=site_dir)
    if form == "text":
        click.echo(tool_words("verify.sound" if not problems else "verify.problems", lang, problems=len(problems)))
    sys.exit(1 if problems else 0)


@main.command("refresh-geography")
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
    _show(problems, sources, "text", lang)
    if refreshed is None:
        sys.exit(1)
    files = ", ".join(path.as_posix() for path in refreshed.files)
    click.echo(
        tool_words("geography.written", lang, files=files, postcodes=refreshed.postcodes, points=refreshed.points)
    )


@main.command("search-test")
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
    not understood.
    """
    from drws.search_test import report
    from drws.search_test.queries import folder_of

    outcomes, problems = report.run(queries, site_dir)
    if problems:
        found = sentences(problems, (folder_of(queries), Folder(site_dir, "site")), lang)
        click.echo(as_json(found) if form == "json" else as_text(found) + "\n")
        sys.exit(1)
    click.echo(report.as_json(outcomes) if form == "json" else report.as_text(outcomes, lang))
    sys.exit(0 if all(outcome.is_right for outcome in outcomes) else 1)


@contextmanager
def refusals_shown(sources: Sources, form: str, language: str) -> Iterator[None]:
    """What stops a command where it stands is shown like any other problem, and the command ends with 1."""
    try:
        yield
    except Refused as refused:
        _show([refused.problem], sources, form, language)
        sys.exit(1)


def _show(
    problems: tuple[Problem, ...] | list[Problem], sources: Sources, form: str, language: str, site: Path = Path("site")
) -> None:
    found = sentences(
        problems, (*sources.folders, Folder(site, "site"), Folder(Path(catalogue.ADDED), catalogue.ADDED)), language
    )
    if form == "json":
        click.echo(as_json(found))
    elif found:
        click.echo(as_github(found) if form == "github" else as_text(found) + "\n")
