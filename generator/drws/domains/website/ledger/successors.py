"""What has the place of a page or a file that is no longer called as it was: a record says the ids that it had, a hand-written page its paths."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drws.kernel.site import Site, derived
from drws.planning.addresses import Addresses

ID = re.compile(r"(?<=[^a-z0-9-])[a-z0-9]+(?:-[a-z0-9]+)*")
"""What may be an id in the name of a page or a file, after its kind: `service:letterbox`, `policy-sheet:panels@1.0`."""


@dataclass(frozen=True, slots=True)
class Successors:
    """What was renamed."""

    ids: Mapping[str, tuple[str, ...]]
    """The ids of records that have taken the place of one with a former id."""
    paths: Mapping[str, str]
    """The paths of hand-written pages, by their former ones."""

    def of(self, name: str, addresses: Addresses, language: str) -> str | None:
        """What a page or a file is called today: its own name if it still has that; none where nothing has its place. `language` is one of
        the site, which has the same pages in each.
        """
        candidates = (name, *self._renamed(name))
        return next((each for each in candidates if addresses.has(each, language)), None)

    def _renamed(self, name: str) -> Iterator[str]:
        kind, _, path = name.partition(":")
        if kind == "page":
            for former, now in self.paths.items():  # with a folder go the pages in it
                if path == former or path.startswith(f"{former}/"):
                    yield f"page:{now}{path.removeprefix(former)}"
            return
        for found in ID.finditer(name):
            for now in self.ids.get(found[0], ()):
                yield name[: found.start()] + now + name[found.end() :]


@derived
def successors(site: Site) -> Successors:
    """Everything that a site says was renamed."""
    ids: dict[str, list[str]] = defaultdict(list)
    for record in site.entities:
        for former in record.former_ids:
            ids[former].append(record.id)
    paths = {
        former: page.path
        for page in site.authored.values()
        for text in page.texts.values()
        for former in text.front_matter.former_paths
    }
    return Successors({former: tuple(now) for former, now in ids.items()}, paths)
