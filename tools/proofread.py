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
    parser.add_argument("--write-audit", action="store_true", help="write the result into data/audits/proofreading.yml")
    options = parser.parse_args()
    if find_spec("hunspell") is None:
        sys.stdout.write(
            "The Welsh was not proofread: Hunspell cannot be had for this machine (chunspell in pyproject.toml).\n"
        )
        return 0

    from proofreading.findings import WORDS, proofread  # noqa: PLC0415  needs Hunspell

    read, found = proofread(options.folder.resolve())
    sys.stdout.writelines(each.said(options.lang) for each in found)
    if options.write_audit:
        _write(options.folder, len(found), read)
    sys.stdout.write(WORDS[options.lang]["done"].format(read=read, found=len(found)) + "\n")
    return 1 if found else 0


def _write(folder: Path, findings: int, texts: int) -> None:
    from drws.domains.website.audits.proofreading import FILE  # noqa: PLC0415  Drws is read by those who write alone
    from drws.system.clock import today  # noqa: PLC0415  likewise

    path = folder / "data" / FILE
    path.parent.mkdir(exist_ok=True)
    head = "# Made by `make audit`: change the texts, not this file.\n"
    said = f"language: cy\nday: {today().isoformat()}\ntexts: {texts}\nfindings: {findings}\n"
    path.write_text(head + said, "utf-8")


if __name__ == "__main__":
    sys.exit(main())
