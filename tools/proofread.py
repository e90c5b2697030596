#!/usr/bin/env python3
"""Proofread the Welsh of the project, as `make lint` does: `tools/proofread.py [--lang cy] [folder]`. Exits with 1 when there is something
to look at. The dictionary is that of Bangor University; what it lacks and is right stands in `proofreading/words.txt`.
"""

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]


def main() -> int:
    """Read everything, then say all of it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT)
    parser.add_argument("--lang", choices=("cy", "en"), default="en")
    options = parser.parse_args()
    if find_spec("hunspell") is None:
        sys.stdout.write(
            "The Welsh was not proofread: Hunspell cannot be had for this machine (chunspell in pyproject.toml).\n"
        )
        return 0

    from proofreading.findings import WORDS, proofread  # noqa: PLC0415  needs Hunspell

    read, found = proofread(options.folder.resolve())
    sys.stdout.writelines(each.said(options.lang) for each in found)
    sys.stdout.write(WORDS[options.lang]["done"].format(read=read, found=len(found)) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
