"""The theme's colours, and what a site adds to the stylesheet: custom properties at its end, so that nobody needs Sass."""

from collections.abc import Mapping, Sequence

from drws.kernel.palette import ThemePalette
from drws.kernel.problem import Problem
from drws.read.decode import Context, decode
from drws.read.reader import read_value
from drws.read.theme import Theme

FILE = "palette.yml"


def read_palette(theme: Theme) -> tuple[ThemePalette | None, list[Problem]]:
    """The colours of the theme by their roles: the project's own file, or else the package's."""
    folder = theme.folder_of(FILE)
    file = folder.logical(folder.path / FILE)
    value, problems = read_value(folder.path / FILE, folder)
    if value is None:
        return None, problems
    named = {**value, "file": file} if isinstance(value, dict) else value
    palette, found = decode(ThemePalette, named, file, Context(languages=(), country=""))
    return palette, problems + found


def custom_properties(colours: Mapping[str, str], languages: Sequence[str], *, of: str = ":root") -> bytes:
    """The colour of every role, `--brand-dark`, and to which side doors open, `--opens`: in the first of several languages to the left."""
    roles = ";".join(f"--{role.replace('_', '-')}:{colour}" for role, colour in colours.items())
    sides = [-1, *[1] * (len(languages) - 1)] if len(languages) > 1 else []
    opens = (f'[lang="{code}"]{{--opens:{side}}}' for code, side in zip(languages, sides, strict=False))
    return f"{of}{{{roles}}}{''.join(opens)}".encode()
