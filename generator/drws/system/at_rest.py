"""A finished site as it lies on the disk: everybody can read it, and it is still there when the power fails.

Whoever builds may have any umask, and a web server is somebody else. And a system that names a folder anew writes that down at once, but
what is in its files only when it has time: after a failure of power in between, the site would be there with files that are empty.
"""

import ctypes
import os
import stat
import sys
from pathlib import Path

FILE, FOLDER = 0o644, 0o755
"""Their owner writes, all read."""


def make_readable(folder: Path) -> None:
    """Give every file and folder in it, and itself, the modes of what is published, whatever they had."""
    _set_mode(folder, folder.stat(), FOLDER)
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            make_readable(Path(entry))
        elif not entry.is_symlink():
            _set_mode(Path(entry), entry.stat(), FILE)


def _set_mode(path: Path, found: os.stat_result, mode: int) -> None:
    if stat.S_IMODE(found.st_mode) != mode:
        path.chmod(mode)


def settle(folder: Path) -> None:
    """Wait until all that is in a folder is on the disk. Raises OSError when the disk could not take it."""
    if sys.platform == "linux" and _settle_at_once(folder):
        return
    for path, _, files in os.walk(folder, topdown=False):
        for each in (*(Path(path, name) for name in files), Path(path)):
            settle_entry(each)


def settle_entry(path: Path) -> None:
    """Wait until a file is on the disk, or which names a folder holds."""
    if path.is_dir() and os.name != "posix":
        return  # Windows opens no folders, and writes their names down by itself
    opened = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)  # Windows asks for a file that can be written
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _settle_at_once(folder: Path) -> bool:
    """Ask for everything on the file system in one call (`syncfs`): thousands of files one by one take many times as long. Says whether the system has it."""
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "syncfs"):
        return False
    opened = os.open(folder, os.O_RDONLY)
    try:
        if library.syncfs(opened):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    finally:
        os.close(opened)
    return True
