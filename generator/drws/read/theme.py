"""The theme: what the package brings, and over it what a project has under the same names in a folder of its own."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from glob import glob
from pathlib import Path

from drws.read.reader import Folder
from drws.system.kept import Kept

_DRWS = Path(__file__).parents[1]


def packaged_theme() -> Path:
    """The theme of this installation: inside the package, or beside its sources in a checkout."""
    installed = _DRWS / "theme"
    return installed if installed.is_dir() else _DRWS.parents[1] / "theme"


@dataclass(frozen=True, slots=True)
class Theme:
    """Folders that are one theme: what an earlier one has takes the place of what a later one has under the same name."""

    layers: tuple[Folder, ...]

    @classmethod
    def of(cls, own: Path, kept: Kept | None = None) -> "Theme":
        """The theme of a project whose own folder is `own`, which need not be there. A checkout's own folder is the package's as well.
        `kept` is what earlier runs made of its files, where they keep it.
        """
        packaged, mine = packaged_theme(), Folder(own, "theme", kept)
        if own.resolve() == packaged:
            return cls((mine,))
        return cls((*([mine] if own.is_dir() else []), Folder(packaged, "package-theme", kept)))

    def under(self, folders: Iterable[Folder]) -> "Theme":
        """The same with further folders between the project's own and the package's: what domains of other packages bring."""
        return Theme((*self.layers[:-1], *folders, self.layers[-1]))

    def find(self, name: str) -> Path | None:
        """The file of a name, or None where no folder has it."""
        return next((path for folder in self.layers if (path := folder.path / name).is_file()), None)

    def folder_of(self, name: str) -> Folder:
        """The folder that has the file of a name; the package's where none has it."""
        return next((folder for folder in self.layers if (folder.path / name).is_file()), self.layers[-1])

    def files(self, pattern: str) -> Mapping[str, Path]:
        """Every file whose name within the theme matches, in the order of the names. Hidden files and folders are not of the theme."""
        # `Path.glob` takes twice as long, and every check and every build asks for hundreds of files here.
        found = {
            name.replace(os.sep, "/"): folder.path / name
            for folder in reversed(self.layers)
            for name in glob(pattern, root_dir=folder.path, recursive=True)  # noqa: PTH207
            if os.path.isfile(os.path.join(folder.path, name))  # noqa: PTH113, PTH118
        }
        return dict(sorted(found.items()))
