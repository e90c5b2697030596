"""Every address of somebody else’s page that a site names, and where it stands."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urldefrag

from drws.domains.website.personal_data.texts import everything
from drws.kernel.problem import Place
from drws.kernel.site import Site
from drws.read import tree
from drws.read.reader import Folder

ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def outside_addresses(site: Site, folders: Iterable[Folder]) -> Mapping[str, tuple[Place, ...]]:
    """Each address once, without its fragment, in order, with the lines of files on which it stands."""
    line_of = _lines_in(folders)
    found: dict[str, dict[tuple[str, int], None]] = {}
    for part in everything(site):
        for said in part.said():
            if ADDRESS.fullmatch(said.words) and not said.words.startswith(site.partnership.url):
                url, _ = urldefrag(said.words)
                found.setdefault(url, {})[said.file, said.line or line_of(said.place)] = None
    return {url: tuple(Place(file, line=line, column=1) for file, line in sorted(found[url])) for url in sorted(found)}


def _lines_in(folders: Iterable[Folder]) -> Callable[[Place], int]:
    """On which line a value stands. A file is read once."""
    by_name = {folder.name: folder.path for folder in folders}
    places_in = cache(lambda path: tree.places(Path(path).read_text("utf-8-sig")))

    def line_of(place: Place) -> int:
        root, _, rest = place.file.partition("/")
        path = by_name[root] / rest
        return places_in(path).find(place.path)[0] if path.is_file() else 1

    return line_of
