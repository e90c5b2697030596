"""Node.js: Sass runs in it, and a site's own search when `drws search-test` asks it."""

import os
import shutil
import sys
from pathlib import Path


def node() -> str:
    """The one beside our Python, where `make` puts it on machines that have none, or the machine's own."""
    return (
        shutil.which("node", path=os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))))
        or "node"
    )
