"""`data/addresses.yml`, which may be left out: nothing has been published yet then.

It becomes paths of files, so nothing passes but what can be an address of the site.
"""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from drws.domains.website.ledger.record import FILE, Ledger
from drws.kernel.partnership import Partnership
from drws.kernel.problem import Place, Problem, nearest
from drws.kernel.site import Site
from drws.planning.domain import Read, Reader
from drws.read.decode import Context
from drws.read.reader import Folder, of_each, read_value

LIMIT = 4_000_000
"""Its largest size, in bytes: about 25,000 pages in two languages."""
FIELDS = ("contacts", "pages", "addresses")
NAME = re.compile(r"[a-z0-9_-]+(?::[A-Za-z0-9._@/:-]+)?")
"""A name of a page or a file: `service:letterbox`, `services`, `card:letterbox`."""
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]+)*")
_PART = r"[A-Za-z0-9@_~-][A-Za-z0-9@._~-]{0,199}"
ADDRESS = re.compile(rf"(?:{_PART}/)+(?:{_PART})?|{_PART}\.[A-Za-z0-9]+")
"""An address from the root of the site, of a page or a file: unreserved characters (RFC 3986, section 2.3) and `@`. No part of it begins with a
dot. A file may stand at the root.
"""
COUNT = re.compile(r"[0-9]{1,9}")


def read(data: Folder, _context: Context, _partnership: Partnership | None) -> Read:
    """What was published. A line that says nothing of use is left out, and told."""
    folder, file = replace(data, limit=LIMIT), data.path / FILE
    if not file.exists():
        return Read(None, [])
    [(ledger, problems)] = of_each([file], folder, lambda path: _read(path, folder), FILE)
    return Read(ledger, problems)


def ledger_of(site: Site) -> Ledger | None:
    """The ledger of a site; none where nothing was published yet."""
    return site.dataset(Ledger)


def _read(path: Path, folder: Folder) -> tuple[Ledger | None, list[Problem]]:
    value, problems = read_value(path, folder)
    if value is None:
        return None, problems
    place = folder.logical(path)
    if not isinstance(value, dict):
        return None, [*problems, Problem(Place(place), "type.record")]
    reading = _Reading(place, problems)
    for name in value.keys() - set(FIELDS):
        values = {"name": name, "nearest": nearest(name, FIELDS), "known": ", ".join(FIELDS)}
        problems.append(Problem(Place(place, (name,), key=True), "fields.unknown", values))
    return Ledger(
        {name: reading.entry(name, each) for name, each in reading.lines(value.get("addresses", {})).items()},
        reading.counts(value.get("pages", {})),
        reading.count(value.get("contacts", "0"), "contacts"),
    ), problems


class _Reading:
    """Collects what goes wrong."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems

    def lines(self, value: Any) -> dict[str, Any]:  # noqa: ANN401  whatever was typed
        if not isinstance(value, dict):
            self._refuse("ledger.shape", "addresses")
            return {}
        for name in value:
            if not NAME.fullmatch(name):
                self._refuse("ledger.shape", "addresses", name)
        return {name: each for name, each in value.items() if NAME.fullmatch(name)}

    def entry(self, name: str, value: Any) -> dict[str, tuple[str, ...]]:  # noqa: ANN401
        """The addresses of one name in every language."""
        if not isinstance(value, dict):
            self._refuse("ledger.shape", "addresses", name)
            return {}
        return {language: each for language in value if (each := self._addresses(name, language, value[language]))}

    def _addresses(self, name: str, language: str, value: Any) -> tuple[str, ...]:  # noqa: ANN401
        listed = value if isinstance(value, list) and value else [value]
        if not LANGUAGE.fullmatch(language) or not all(isinstance(each, str) for each in listed):
            self._refuse("ledger.shape", "addresses", name, language)
            return ()
        for each in listed:
            if not ADDRESS.fullmatch(each):
                self._refuse("ledger.address", "addresses", name, language, value=each)
        return tuple(each for each in listed if ADDRESS.fullmatch(each))

    def counts(self, value: Any) -> dict[str, int]:  # noqa: ANN401
        if not isinstance(value, dict):
            self._refuse("ledger.count", "pages")
            return {}
        return {language: self.count(each, "pages", language) for language, each in value.items()}

    def count(self, value: Any, *path: str) -> int:  # noqa: ANN401
        if isinstance(value, str) and COUNT.fullmatch(value):
            return int(value)
        self._refuse("ledger.count", *path)
        return 0

    def _refuse(self, message: str, *path: str, **values: object) -> None:
        self.problems.append(Problem(Place(self.file, path), message, values))


LEDGER = Reader(Ledger, read)
