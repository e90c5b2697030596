"""`data/audits/links.yml`: the links to other websites that did not answer when `drws links` last asked for them. No build asks for any."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from drws.kernel.entity import Part
from drws.kernel.partnership import Partnership
from drws.kernel.problem import Place, Problem
from drws.kernel.values import Day, WebAddress, Words
from drws.planning.domain import Read, Reader
from drws.read.decode import Context, decode
from drws.read.reader import Folder, read_value

FILE = "audits/links.yml"

TOLD_AFTER = 3
"""Days on which a link has failed before anybody is told: a host that is down for an afternoon is nobody's business."""


class BrokenLink(Part):
    """A link to another website that led nowhere, on several days: one of the list in `data/audits/links.yml`."""

    url: WebAddress
    """Where it leads."""
    failed_on: tuple[Day, ...]
    """The days on which it did not answer."""
    status: Words
    """What came instead: `404`, `timeout`."""
    where: tuple[Words, ...]
    """Where it stands: `data/services/letterbox.yml:12`."""

    @property
    def places(self) -> Iterator[tuple[str, int]]:
        """The files in which it stands, each with its line; 0 where no line is given."""
        for each in self.where:
            file, _, line = each.rpartition(":")
            yield (file, int(line)) if file and line.isdecimal() else (each, 0)


@dataclass(frozen=True, slots=True)
class BrokenLinks:
    """What was found when the links were last asked for. A site without it has never asked."""

    links: tuple[BrokenLink, ...]


def read(data: Folder, context: Context, _partnership: Partnership | None) -> Read:
    """The list, which may be empty. None where there is no such file."""
    path = data.path / FILE
    if not path.exists():
        return Read(None, [])
    value, problems = read_value(path, data)
    if value is None:
        return Read(None, problems)
    file = data.logical(path)
    if not isinstance(value, list):
        return Read(None, [*problems, Problem(Place(file), "type.list")])
    links = []
    for index, each in enumerate(value):
        link, found = decode(BrokenLink, each, file, context)
        problems += [replace(one, place=replace(one.place, path=(index, *one.place.path))) for one in found]
        links += [link] if link else []
    return Read(None if problems else BrokenLinks(tuple(links)), problems)


BROKEN_LINKS = Reader(BrokenLinks, read)
