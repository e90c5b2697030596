"""The ledger of addresses: `data/addresses.yml`, which `drws addresses` writes and people read in a pull request."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from drws.kernel.problem import Place

FILE = "addresses.yml"
"""Its name in `data/`."""


class Published(NamedTuple):
    """An address at which something was published."""

    name: str
    """What stood there, as links name it: `service:letterbox`."""
    language: str
    """The code of its language."""
    address: str
    """From the root of the site: `en/services/letterbox/`."""

    @property
    def is_page(self) -> bool:
        """Was it a page, not a file to save?"""
        return self.address.endswith("/")

    @property
    def place(self) -> Place:
        """Where the ledger says so."""
        return Place(f"data/{FILE}", ("addresses", self.name, self.language))


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was published, and where."""

    addresses: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """By name and language, every address that a page or a file had, the one that was published last first."""
    pages: Mapping[str, int] = field(default_factory=dict)
    """How many pages the site had in each language, when the file was written."""
    contacts: int = 0
    """How many contacts it had then."""

    def __iter__(self) -> Iterator[Published]:
        """Every address of every page and file."""
        for name, languages in self.addresses.items():
            for language, addresses in languages.items():
                yield from (Published(name, language, address) for address in addresses)
