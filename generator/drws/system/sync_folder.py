"""Let a folder hold exactly the files of a site, whatever it held before.

A build begins with the folder of an earlier site. Its folders are there, and so are most pages, just as they will be: comparing them is
quicker than making their files anew (benchmarks/results.md, *from nothing*). A file that differs is never written over. A new one takes
its place, for somebody may still be reading the old one, or keep it under another name as well.
"""

import os
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from drws.system.parallel import in_parallel

Files = Mapping[str, Callable[[], bytes]]
"""Names from the top of the site, with slashes, and what makes the content of each file."""


def fill(root: Path, files: Files, keep: Collection[str] = ()) -> None:
    """Write every file that is missing or differs, and remove all others but those to `keep`."""
    wanted = {*files, *keep}
    _clear(str(root), "", wanted, {folder for name in wanted for folder in _folders_of(name)})
    add(root, files)


def add(root: Path, files: Files) -> None:
    """Write every file that is missing or differs."""
    in_parallel(lambda name: put(root, name, files[name]()), list(files))


def put(root: Path, name: str, content: bytes) -> None:
    """Write one file, unless it is there and the same. Raises FileNotFoundError when there is no `root` any more: nobody wants the file."""
    file = root / name
    try:
        if file.read_bytes() == content:
            return
        file.unlink()
    except FileNotFoundError:
        for folder in sorted(_folders_of(name)):
            (root / folder).mkdir(exist_ok=True)
    file.write_bytes(content)


def names(folder: str, prefix: str = "") -> Iterator[str]:
    """The name of every file and link, from the top of a folder, with slashes."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from names(entry.path, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name


def _folders_of(name: str) -> Iterator[str]:
    while name := name.rpartition("/")[0]:
        yield name


def _clear(folder: str, prefix: str, files: Collection[str], folders: Collection[str]) -> None:
    """Remove every file and folder that is not to be there, and every link."""
    for entry in list(os.scandir(folder)):
        name = prefix + entry.name
        if not entry.is_dir(follow_symlinks=False):
            if name not in files or entry.is_symlink():
                Path(entry).unlink()
        elif name in folders:
            _clear(entry.path, f"{name}/", files, folders)
        else:
            shutil.rmtree(entry.path)
