"""What several commands can be told, and how."""

from datetime import date
from pathlib import Path

import click

from drws.say import catalogue
from drws.system.clock import DayError, day_named, today

FOLDER = click.Path(path_type=Path, file_okay=False)
EXISTING = click.Path(path_type=Path, file_okay=False, exists=True)


def as_day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date:
    """A day from the command line; today's when none is named. What the day of today follows from is looked at in any case."""
    try:
        here = today()
        return day_named(value) if value else here
    except DayError as why:
        raise click.BadParameter(str(why)) from None


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
