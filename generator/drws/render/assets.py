"""Stylesheet, scripts, drawings and fonts: made or taken once, and named after what is in them, so that a browser can keep them for ever."""

import hashlib
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import rjsmin

from drws.kernel.problem import Place, Problem
from drws.read.reader import Folder, read_value
from drws.read.theme import Theme
from drws.render.script_imports import imported_at_once, imported_first, renamed
from drws.system.node import node

FOLDER = "assets"
"""Where the files go, in the site."""

STYLESHEET = "site.css"

COMPILED = "compiled"
"""Where an installed theme has what was made with Node.js."""

VERSIONS = "versions.json"
"""And in which file there it says with which versions."""

EXTRA_STYLES = "extra.css"
"""Styles of a project, after all others: plain CSS, for which nothing is needed."""


@dataclass(frozen=True, slots=True)
class Assets:
    """Every file that pages use, by the name that templates know it by."""

    contents: Mapping[str, bytes]
    """The name, and what is in the file."""
    names: Mapping[str, str]
    """The name, and the name in the site, with a part that changes when the file does."""
    imports: Mapping[str, tuple[str, ...]]
    """The name of a script, and those of all that a browser needs with it, each after those that it imports."""

    def path(self, name: str) -> str:
        """Where a file is, from the root of the site. Raises KeyError when there is none: that is our own mistake."""
        return f"{FOLDER}/{self.names[name]}"

    def adding(self, name: str, content: bytes) -> "Assets":
        """These files and one more, that is made from the data."""
        return replace(
            self,
            contents={**self.contents, name: content},
            names={**self.names, name: _stamped(name, content)},
        )

    def files(self) -> dict[str, bytes]:
        """Every file by its name in the site, and what is in it."""
        return {self.path(name): content for name, content in self.contents.items()}


def gather(theme: Theme, work: Path, added: bytes = b"") -> tuple[Assets | None, list[Problem]]:
    """Find every file, and make the stylesheet when what it is made from has changed since the last time.

    `added` are styles that follow from the data: they stand before those of the project. `work` is a folder of ours for the stylesheet.
    """
    made, problems = compiled(theme, work)
    if problems:
        return None, problems
    own = {path.name: path for path in theme.files("assets/*").values()}
    paths = {**made, **own}
    contents = {name: path.read_bytes() for name, path in paths.items()}
    stylesheet = (
        contents.pop(STYLESHEET) + added + b"".join(path.read_bytes() for path in theme.files(EXTRA_STYLES).values())
    )

    def file_of(name: str) -> str:
        return theme.folder_of(f"assets/{name}").logical(own[name]) if name in own else paths[name].as_posix()

    in_order, problems = imported_first(contents, file_of)
    if problems:
        return None, problems
    names: dict[str, str] = {}
    imports: dict[str, tuple[str, ...]] = {}
    for name in in_order:
        if name.endswith(".js"):
            at_once = imported_at_once(contents[name])
            imports[name] = tuple(dict.fromkeys(each for script in at_once for each in (*imports[script], script)))
            contents[name] = rjsmin.jsmin(renamed(contents[name], names))
        names[name] = _stamped(name, contents[name])
    stylesheet = _NAMED_IN_STYLES.sub(
        lambda found: found[1] + names.get(name := found[2].decode(), name).encode(), stylesheet
    )
    contents[STYLESHEET], names[STYLESHEET] = stylesheet, _stamped(STYLESHEET, stylesheet)
    return Assets(contents, names, imports), []


def compiled(theme: Theme, work: Path) -> tuple[dict[str, Path], list[Problem]]:
    """The stylesheets, and the files that come from packages of Node.js, by their names.

    An installed theme has them in `compiled/`. Elsewhere they are made and taken beside the theme, with what `node_modules` holds.
    """
    made: dict[str, Path] = {}
    problems: list[Problem] = []
    for folder in reversed(theme.layers):
        installed = sorted(set((folder.path / COMPILED).glob("*")) - {folder.path / COMPILED / VERSIONS})
        if installed:
            made |= {path.name: path for path in installed}
            continue
        packaged, found = _from_packages(folder)
        made |= packaged
        problems += found
        if (folder.path / "scss" / "site.scss").is_file() or folder is theme.layers[-1]:
            stylesheets, found = _stylesheets(folder.path, work)
            made |= stylesheets
            problems += found
    return made, problems


_NAMED_IN_STYLES = re.compile(rb"""(?<=url\()(["']?)([\w.-]+)(?=\1\))""")
"""How a stylesheet names a file beside it: `url(letters.woff2)`."""


def _stamped(name: str, content: bytes) -> str:
    start, _, ending = name.rpartition(".")
    return f"{start}.{hashlib.sha256(content).hexdigest()[:10]}.{ending}"


def _from_packages(folder: Folder) -> tuple[dict[str, Path], list[Problem]]:
    listed = folder.path / "assets.yml"
    value, problems = read_value(listed, folder) if listed.exists() else ({}, [])
    files = (
        {name: folder.path.parent / str(source) for name, source in value.items()} if isinstance(value, dict) else {}
    )
    missing = [name for name, path in files.items() if not path.is_file()]
    place = folder.logical(listed)
    problems += [Problem(Place(place, (name,)), "tools.node", {"detail": name}) for name in missing]
    return files, problems


def _stylesheets(theme: Path, work: Path) -> tuple[dict[str, Path], list[Problem]]:
    """That of every page, `scss/site.scss`, and those of some pages beside it in `scss/`, each compiled into the work folder."""
    entries = {"site", *(path.stem for path in (theme / "scss").glob("[!_]*.scss"))}
    targets = {f"{name}.css": work / f"{name}.css" for name in sorted(entries)}
    stamp = work / f"{STYLESHEET}.made-from"
    digest = _digest_of([*theme.rglob("*.scss"), theme.parent / "package-lock.json"])
    if all(target.is_file() for target in targets.values()) and stamp.is_file() and stamp.read_text() == digest:
        return targets, []
    work.mkdir(parents=True, exist_ok=True)
    sass = theme.parent / "node_modules" / "sass" / "sass.js"
    if not sass.is_file():
        return {}, [Problem(Place("theme/scss/site.scss"), "tools.node", {"detail": "node_modules/sass"})]
    command = [
        node(),
        str(sass),
        "--no-source-map",
        "--style=compressed",
        "--quiet-deps",
        "--load-path",
        str(theme.parent / "node_modules"),
        *(f"{theme / 'scss' / path.stem}.scss:{path}" for path in targets.values()),
    ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  no shell, and every word is ours
    except OSError as error:
        return {}, [Problem(Place("theme/scss/site.scss"), "tools.node", {"detail": error.strerror})]
    if done.returncode:
        return {}, [Problem(Place("theme/scss/site.scss"), "tools.node", {"detail": done.stderr.strip()})]
    stamp.write_text(digest)
    return targets, []


def _digest_of(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in paths if path.is_file()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
