"""Put a finished site in the place of the old one, in one step, and touch nothing that Drws did not make.

A build goes into a folder beside the old site. Only when it is whole do the two change places: an interrupted build leaves the old
site as it was, at every moment.
"""

import ctypes
import errno
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from drws.kernel.problem import Place, Problem, Refused
from drws.system.signature import FILES, digest, signed
from drws.system.sync_folder import names

MARK = "build-info.json"
"""The file in which a site says that Drws made it. It counts where the list of the site's files has it as it is: anybody can have a file of this name."""

PREFIX = ".drws-"
"""Folders of builds that are not finished are named so, beside the site."""

CANNOT_WRITE = (errno.EACCES, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.ENOSPC, errno.EPERM, errno.EROFS, errno.EXDEV)
"""What a disk answers that takes no more, or not here."""


def refuse_place(target: Path, sources: tuple[Path, ...], work: Path) -> None:
    """Raise Refused unless `target` is free or a folder of its own: none of the others is in it, and it is in none of them."""
    place = Place(target.as_posix())
    try:
        if holds_more(target, (*sources, work)):
            raise Refused(Problem(place, "publish.inside-sources"))
        if target.is_symlink() or (target.exists() and not target.is_dir()):
            raise Refused(Problem(place, "publish.not-ours"))
    except (OSError, RuntimeError):  # RuntimeError: links that lead to one another
        raise Refused(Problem(place, "publish.impossible")) from None


def holds_more(target: Path, others: tuple[Path, ...]) -> bool:
    """Is a folder one that nobody may replace: the root of a disk, somebody's home, or within one of the others, or around it?"""
    whole = target.resolve()
    return (
        whole in (Path(whole.anchor), Path.home())
        or whole in Path.home().parents
        or any(
            folder.is_relative_to(whole) or whole.is_relative_to(folder)
            for folder in (other.resolve() for other in others)
        )
    )


def refuse_foreign(target: Path) -> None:
    """Raise Refused unless `target` is free, empty, or a site that Drws made, with nothing of others in it. Not while another build publishes."""
    place = Place(target.as_posix())
    try:
        if not target.is_dir() or not any(target.iterdir()):
            return
        ours = signed(target)
        if ours is None or not (target / MARK).is_file() or ours.get(MARK) != digest(target / MARK):
            raise Refused(Problem(place, "publish.not-ours"))
        if foreign := min(set(names(str(target))) - {FILES, *ours}, default=""):
            raise Refused(Problem(place, "publish.foreign-file", {"name": foreign}))
    except (OSError, ValueError):  # ValueError: a list of files that is no text
        raise Refused(Problem(place, "publish.impossible")) from None


@contextmanager
def beside(target: Path, spare: Path) -> Iterator[Path]:
    """A folder beside `target` for a build, with any files of an earlier site in it. What an interrupted build left there is removed.

    Afterwards it is kept as `spare`, a place in a folder of ours, and the next build begins with it.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        fresh = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
        _move(spare, fresh)
    except OSError:
        raise Refused(Problem(Place(target.as_posix()), "publish.impossible")) from None
    try:
        yield fresh
    except OSError as error:
        if error.errno not in CANNOT_WRITE:
            raise
        raise Refused(Problem(Place(target.as_posix()), "publish.impossible")) from None
    finally:
        _move(fresh, spare)
        shutil.rmtree(fresh, ignore_errors=True)


def _move(folder: Path, place: Path) -> None:
    """Move a folder to a place that is free or an empty folder. Where that cannot be, another file system for one, all stays as it is."""
    with suppress(OSError):
        folder.replace(place)


def publish(fresh: Path, target: Path) -> None:
    """Let a finished site and the old one change places. What stood in `target` is then in `fresh`."""
    if not target.exists():
        fresh.rename(target)
    elif not _exchange(fresh, target):
        # No exchange on this system: two steps, with a moment in which the old site stands under its other name.
        old = target.with_name(f"{_prefix(target)}old")
        target.rename(old)
        fresh.rename(target)
        old.rename(fresh)


def _prefix(target: Path) -> str:
    return f"{PREFIX}{target.name}-"


def _sweep(target: Path) -> None:
    own = re.compile(re.escape(_prefix(target)) + r"(\w{8}|old)")  # and not that of a site called `<name>-…`
    for left in [path for path in target.parent.iterdir() if own.fullmatch(path.name)]:
        if left.name.endswith("-old") and not target.exists():
            left.rename(target)
        else:  # under another name first: a process that survived its build would go on to write into it
            gone = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
            left.replace(gone)
            shutil.rmtree(gone, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step where the system can (Linux: renameat2 with RENAME_EXCHANGE; macOS: renamex_np with RENAME_SWAP)."""
    library = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    first, second = os.fsencode(one), os.fsencode(other)
    at_working_folder, exchange = -100, 2
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        failed = library.renameat2(at_working_folder, first, at_working_folder, second, exchange)  # type: ignore[union-attr]
    elif sys.platform == "darwin" and hasattr(library, "renamex_np"):
        failed = library.renamex_np(first, second, exchange)
    else:
        return False
    if failed and ctypes.get_errno() not in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return not failed
