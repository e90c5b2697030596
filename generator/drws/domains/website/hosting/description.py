"""How a site is answered, as values: headers, types, caching, what is not there and what has moved. The files of each host are made of it.

Every address here is a path from the root of the site, with a slash at its beginning. One that holds anything but the characters of a path
is refused: it becomes part of a file that a server reads as its program.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

PATH = re.compile(r"(?!.*/\.\.?(?:/|$))/(?:[A-Za-z0-9._~@-]+/)*[A-Za-z0-9._~@-]*")
"""A path of unreserved characters and @ (RFC 3986, sections 2.3 and 3.3) that climbs nowhere: no server makes anything else of it. Addresses of pages are
made of these."""
TARGET = re.compile(rf"{PATH.pattern}(?:#[A-Za-z0-9._~@-]+)?")
"""The same, and perhaps a place on the page."""


END = "# The end: where this line is missing, the file was not copied whole.\n"
"""The last line of a file that a server reads as its program. Half of one may be a program as well, with half of the rules."""


class AddressError(ValueError):
    """An address that cannot stand in the file of a host."""


def _refuse(address: str, allowed: "re.Pattern[str]") -> None:
    if not allowed.fullmatch(address):
        raise AddressError(address)


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that leads to another for good (301)."""

    path: str
    """The address that it had: `/en/services/old/`."""
    to: str
    """The address that it has: `/en/services/new/`, or a place on that page: `/en/services/#new`."""

    def __post_init__(self) -> None:
        """Raise AddressError for what is no address, or leads to itself."""
        _refuse(self.path, PATH)
        _refuse(self.to, TARGET)
        if self.to.partition("#")[0] == self.path:
            raise AddressError(self.path)


@dataclass(frozen=True, slots=True)
class Gone:
    """An address of something that was withdrawn: it is answered with 410 where a host can, so that machines forget it."""

    path: str
    """That of the page that says so, `/en/services/old/`, whose file is `index.html` in that folder; or that of a file, which is there no more:
    `/en/services/old.vcf`. For a file the page of its folder for what is not there answers."""

    def __post_init__(self) -> None:
        """Raise AddressError for what is no address, or that of the whole site."""
        _refuse(self.path, PATH)
        if self.path == "/":
            raise AddressError(self.path)

    @property
    def page(self) -> str | None:
        """The file of the page that says so; None where a file is gone."""
        return f"{self.path}index.html" if self.path.endswith("/") else None


@dataclass(frozen=True, slots=True)
class WithoutEnding:
    """A folder of files that can be asked for without their ending, as interfaces are: `/data/…/services` answers `services.json`, and a folder
    in it, with a slash at its end or without, answers `index.json`.
    """

    folder: str
    ending: str


@dataclass(frozen=True, slots=True)
class Caching:
    """How long answers may be kept: values of the header `Cache-Control` (RFC 9111, section 5.2). By folder alone: every host can be told so."""

    folders: Mapping[str, str]
    """For all addresses below a folder: `{"/assets/": …}`. None is within another."""
    others: str
    """For all others."""

    def of(self, path: str) -> str:
        """That of one address."""
        return next((value for folder, value in self.folders.items() if path.startswith(folder)), self.others)


@dataclass(frozen=True, slots=True)
class Description:
    """How a site is answered."""

    headers: Mapping[str, str]
    """What every answer carries, errors too."""
    types: Mapping[str, str]
    """The type of a file, by the ending of its name: `{"vcf": "text/vcard; charset=utf-8"}`. Every ending that a site has."""
    caching: Caching
    """How long answers may be kept. Errors carry none of it."""
    not_found: Mapping[str, str]
    """The page that answers where there is nothing, by the folder for which it does. The root of the site comes first."""
    open_folders: tuple[str, ...] = ()
    """Folders that pages of other sites may read."""
    open_headers: Mapping[str, str] = field(default_factory=dict)
    """What answers from there carry besides, or instead."""
    without_ending: tuple[WithoutEnding, ...] = ()
    hidden: tuple[str, ...] = ()
    """Files that are for the host alone, besides those whose name begins with a dot."""
    redirects: tuple[Redirect, ...] = ()
    gone: tuple[Gone, ...] = ()
    is_compressed: bool = False
    """Does each file that gets smaller by it have its compressed forms beside it?"""

    def type_of(self, path: str) -> str:
        """The type of a file. A name without an ending, or with one that nobody foresaw, is bytes (RFC 2046, section 4.5.1)."""
        return self.types.get(path.rpartition("/")[2].rpartition(".")[2], "application/octet-stream")

    def cache_control(self, path: str) -> str:
        """How long what an address answers may be kept."""
        return self.caching.of(path)

    def headers_of(self, path: str) -> dict[str, str]:
        """What an answer carries besides its type and how long it may be kept."""
        is_open = path.startswith(self.open_folders)
        return {**self.headers, **(self.open_headers if is_open else {})}

    def is_hidden(self, path: str) -> bool:
        """Is it nobody's business but the host's? Files that begin with a dot are, but for those of RFC 8615."""
        below = path.removeprefix("/.well-known")
        return path in self.hidden or "/." in below
