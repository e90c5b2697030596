"""Git: at which commit a folder is. Where it is not installed, or does not know the folder, nobody knows."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from drws.kernel.materials import Revision

QUIET = ("-c", "core.fsmonitor=false", "--no-optional-locks")
"""Nothing is written into the repository, and no program that its settings name is started to watch it."""

OWN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What Git tells the hooks that it runs. Whoever builds from such a hook means the folder, not the commit that is being made."""


def revision(file: Path, folders: Iterable[Path]) -> Revision | None:
    """The commit that a file was taken from, and whether anything has changed since then in `folders`: other files, or new ones.

    None where the file is in no commit: a folder that lies in somebody's repository by chance is not part of it.
    """
    here = file.parent
    commit, tracked = _git(here, "rev-parse", "HEAD"), _git(here, "ls-files", "--error-unmatch", "--", file.name)
    top = _git(here, "rev-parse", "--show-toplevel")
    if not (commit and tracked and top):
        return None
    within = [str(folder.resolve()) for folder in folders if folder.resolve().is_relative_to(Path(top).resolve())]
    changes = _git(here, "status", "--porcelain", "--", *within)
    return None if changes is None else Revision(commit, is_changed=bool(changes))


def _git(folder: Path, *words: str) -> str | None:
    """What it answers; None where it cannot."""
    program = shutil.which("git")
    if program is None:
        return None
    environment = {name: value for name, value in os.environ.items() if name not in OWN}
    try:
        done = subprocess.run(  # noqa: S603  no shell, and every word is ours or a folder
            [program, *QUIET, "-C", str(folder), *words],
            capture_output=True,
            text=True,
            check=False,
            env={**environment, "LC_ALL": "C"},
        )
    except (OSError, UnicodeDecodeError):
        return None
    return None if done.returncode else done.stdout.strip()
