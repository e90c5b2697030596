"""What takes seconds to make and is the same in every project is made once: it is kept in the caches of the user's account."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from platformdirs import user_cache_path


def shared_caches(instead: Path) -> Path:
    """The folder that all projects of an account share; `instead`, a folder of the project, where the account has none that can be written."""
    folder = user_cache_path("drws") / "shared"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return instead
    return folder if os.access(folder, os.W_OK) else instead


def remember(file: Path, content: bytes) -> None:
    """Write a file of the caches at once or not at all: others may read it meanwhile. Where there is no room, it is made again next time."""
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=file.parent, delete=False) as new:
            new.write(content)
        Path(new.name).replace(file)
