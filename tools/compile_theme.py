"""Put what the theme gets from Node.js into one folder, so that the package needs no Node.js where it is installed: `make wheel`."""

import json
import shutil
import sys
from pathlib import Path

from drws.read.theme import Theme
from drws.render.assets import VERSIONS, compiled
from drws.render.theme_versions import theme_versions
from drws.say.messages import as_text, sentences

ROOT = Path(__file__).parents[1]


def compile_theme(target: Path) -> str:
    """Fill `target` anew. Returns what is wrong in words, or the empty string. Works beside it, out of the way of builds of a site."""
    theme = Theme.of(ROOT / "theme")
    files, problems = compiled(theme, target.with_name("compiling"))
    if problems:
        return as_text(sentences(problems, theme.layers, "en"))
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name, path in files.items():
        shutil.copyfile(path, target / name)
    (target / VERSIONS).write_text(json.dumps(dict(theme_versions(theme)), indent=2) + "\n", "utf-8")
    return ""


if __name__ == "__main__":
    sys.exit(compile_theme(ROOT / "build" / "compiled") or 0)
