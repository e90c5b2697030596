"""What a site is made of, read where it is made: `build-info.json` and the foot of every page say it."""

import hashlib
import platform
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import metadata
from pathlib import Path

from drws import __version__
from drws.build.load import Sources
from drws.build.output import Output
from drws.kernel.materials import Materials
from drws.read.reader import Folder
from drws.read.theme import Theme
from drws.render.theme_versions import theme_versions
from drws.system.git import revision
from drws.system.signature import digest
from drws.system.sync_folder import names

PACKAGE = Path(__file__).parents[1]
"""Drws itself. Where it lies in the same repository, as in a checkout, a change of it is a change of what the site is made of."""

NAME = re.compile(r"[A-Za-z0-9._-]+")
"""How a requirement begins: `babel>=2.17` (PEP 508)."""


def with_materials(output: Output, sources: Sources) -> Output:
    """The same output, that says what it is made of."""
    theme = output.renderer.theme
    folders = (sources.data, sources.content, *(folder.path for folder in theme.layers), PACKAGE)
    materials = Materials(
        revision(sources.data / "site.yml", folders), _digest(_read(sources, theme)), dict(_versions(theme))
    )
    return replace(output, materials=materials, renderer=replace(output.renderer, materials=materials))


def _read(sources: Sources, theme: Theme) -> Iterator[Folder]:
    """The folders that hold what the site says: its records, its pages, and what it has of a theme over the package's."""
    yield from sources.folders[:2]
    yield from (folder for folder in theme.layers[:-1] if folder.name == "theme")


def _digest(folders: Iterator[Folder]) -> str:
    """What stands for all their files. Hidden ones are not read for the site either."""
    files = {
        f"{folder.name}/{name}": _digest_of(folder.path / name)
        for folder in folders
        if folder.path.is_dir()
        for name in names(str(folder.path))
        if (folder.path / name).is_file() and not any(part.startswith(".") for part in name.split("/"))
    }
    return hashlib.sha256("".join(f"{each}  {name}\n" for name, each in sorted(files.items())).encode()).hexdigest()


def _digest_of(file: Path) -> str:
    """What stands for a file. For one that nobody can read, and that the site therefore was not made of, a sign of that length."""
    try:
        return digest(file)
    except OSError:
        return "-" * 64


def _versions(theme: Theme) -> Iterator[tuple[str, str]]:
    """Python, Drws, the packages that Drws asks for and that are here, and those of the theme."""
    yield "python", platform.python_version()
    yield "drws", __version__
    found = {name.lower(): version for name in _required() if (version := _version(name))}
    yield from sorted({**found, **theme_versions(theme)}.items())


def _required() -> Iterator[str]:
    """The names of the packages that Drws asks for, in some case at least."""
    try:
        required = metadata.requires("drws") or ()
    except metadata.PackageNotFoundError:  # a checkout that nobody installed
        return
    yield from (found[0] for each in required if (found := NAME.match(each)))


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
