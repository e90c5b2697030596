"""`docs/modules.md`: every part of Drws with its purpose and what it may import, and every module in its own words."""

from pathlib import Path

from layers import LAYERS
from made_docs.markdown import MADE, first_sentence, rows

INTRODUCTION = """# Modules

Every part of `generator/drws`, in the order in which they stand on one another: what it is for, which parts it may import, and which packages
from elsewhere it alone knows. Below it stand its modules, each with the first sentence of its docstring.
[Architecture](architecture.md) says how they work together. `tools/layers.py` holds the rules as data, and `tests/test_layers.py` fails when an
import breaks one.
"""


def document(root: Path) -> str:
    """A section for each part."""
    package = root / "generator/drws"
    return "\n".join([MADE, INTRODUCTION, *(line for name in LAYERS for line in _part(name, package))])


def _part(name: str, package: Path) -> list[str]:
    layer, folder = LAYERS[name], package / name.replace(".", "/")
    files = sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]
    modules = [file for file in files if file.name != "__init__.py"]
    may = " ".join(f"`{each}`" for each in layer.ours.split()) or "nothing of ours"
    outside = (
        f" From elsewhere: {' '.join(f'`{each}`' for each in layer.outside.split())}." if layer.outside.strip() else ""
    )
    return [
        f"## {name}\n",
        f"{layer.purpose[0].upper()}{layer.purpose[1:]}. It may import {may}.{outside}\n",
        *rows(
            ("module", "what it is"),
            [(f"`{file.relative_to(package)}`", first_sentence(file)) for file in modules],
        ),
    ]
