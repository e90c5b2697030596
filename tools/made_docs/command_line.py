"""`docs/command-line.md`: every command and option as `--help` has them, and every target of the Makefile."""

import inspect
import re
from pathlib import Path

import click

from drws.cli import main
from made_docs.markdown import MADE, rows

INTRODUCTION = """# The command line

Where Drws is [installed](your-own-partnership.md#begin), `drws` is all there is to know. In this repository `make site` and `make test` are
enough for most days; after either of them `.venv/bin/drws` is there, and `.venv/bin/python -m drws` is the same thing.
"""

ENVIRONMENT = {
    "SOURCE_DATE_EPOCH": "A moment, in seconds since 1970: the site is made for its day when no `--as-of` is given. [More about it](https://reproducible-builds.org/docs/source-date-epoch/).",
    "PYTHON": "The Python that `make` sets up with: `make site PYTHON=python3.12`. By default `python3`, or the system's own where that is quicker.",
    "ARGS": "More words for the program that a target runs: `make site ARGS='--as-of 2026-12-01 --lang cy'`.",
}


def document(root: Path) -> str:
    """Commands, targets and variables."""
    targets = re.findall(r"^([a-z]+):.*?## (.*)$", (root / "Makefile").read_text("utf-8"), re.MULTILINE)
    return "\n".join(
        [
            MADE,
            INTRODUCTION,
            *_command("drws", main),
            *(line for name, command in sorted(main.commands.items()) for line in _command(f"drws {name}", command)),
            "## make\n",
            *rows(("target", "what it does"), [(f"`make {name}`", what) for name, what in targets]),
            "## Variables\n",
            *rows(("variable", "what it does"), [(f"`{name}`", what) for name, what in ENVIRONMENT.items()]),
        ]
    )


def _command(name: str, command: click.Command) -> list[str]:
    """A command, what it does, and its options."""
    context = click.Context(command, info_name=name, help_option_names=["-h", "--help"])
    options = [each.get_help_record(context) for each in command.get_params(context) if isinstance(each, click.Option)]
    return [
        f"## {name}\n",
        f"`{' '.join([name, *command.collect_usage_pieces(context)])}`\n",
        f"{inspect.cleandoc(command.help or '')}\n",
        *rows(("option", "what it does"), [(f"`{option[0]}`", option[1]) for option in options if option]),
    ]
