"""The ledger of addresses brought up to date: what `drws addresses` does."""

from dataclasses import dataclass
from pathlib import Path

from drws.domains.website.ledger.read import ledger_of
from drws.domains.website.ledger.record import FILE, Ledger
from drws.domains.website.ledger.written import as_yaml, with_todays
from drws.kernel.site import Site
from drws.planning.addresses import Addresses


@dataclass(frozen=True, slots=True)
class Updated:
    """What there is to write."""

    path: Path
    text: str
    is_changed: bool
    names: int
    """How many pages and files it has."""
    new: int
    moved: int
    """How many of them have another address than it had."""

    def write(self) -> None:
        """Put it in its place."""
        self.path.write_text(self.text, "utf-8", newline="\n")


def updated(data: Path, site: Site, addresses: Addresses) -> Updated:
    """The ledger in a folder of data, with what the site has today."""
    before, path = ledger_of(site) or Ledger(), data / FILE
    ledger = with_todays(before, site, addresses)
    text, old = as_yaml(ledger), before.addresses
    new = sum(name not in old for name in ledger.addresses)
    moved = sum(
        name in old and any(old[name].get(code, each)[:1] != each[:1] for code, each in languages.items())
        for name, languages in ledger.addresses.items()
    )
    is_changed = not path.exists() or path.read_text("utf-8") != text
    return Updated(path, text, is_changed, len(ledger.addresses), new, moved)
