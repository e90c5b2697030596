"""`data/geography/`: files that belong together. A site without the folder has no finder and no map; `places.yml` may be left out."""

from dataclasses import dataclass

from drws.domains.directory.finder.geography import AreaMap, Finder, Geography, PlaceTable, PostcodeTable
from drws.kernel.partnership import Partnership
from drws.kernel.problem import Problem
from drws.planning.domain import Read, Reader
from drws.read.decode import Context, M
from drws.read.reader import Folder, read_one

FOLDER = "geography"


def read_geography(data: Folder, context: Context, _partnership: Partnership | None = None) -> Read:
    """What the folder holds. None when there is no such folder, or when something in it cannot be read."""
    if not (data.path / FOLDER).is_dir():
        return Read(None, [])
    reading = _Reading(data, context, [])
    finder = reading.record(Finder, Finder.FILE)
    postcodes = reading.record(PostcodeTable, PostcodeTable.FILE)
    drawn = reading.record(AreaMap, AreaMap.FILE)
    has_places = (data.path / PlaceTable.FILE).exists()
    places = reading.record(PlaceTable, PlaceTable.FILE) if has_places else None
    if has_places and places is None:
        return Read(None, reading.problems)
    if finder is None or postcodes is None or drawn is None:
        return Read(None, reading.problems)
    return Read(Geography(finder, postcodes, drawn, places), reading.problems)


@dataclass
class _Reading:
    data: Folder
    context: Context
    problems: list[Problem]

    def record(self, model: type[M], file: str) -> M | None:
        record, found = read_one(model, self.data.path / file, self.data, self.context)
        self.problems += found
        return record


GEOGRAPHY = Reader(Geography, read_geography)
