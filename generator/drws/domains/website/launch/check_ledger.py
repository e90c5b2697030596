"""The ledger has every address that is about to be published.

An address that goes out before `data/addresses.yml` has it can change, and nobody is told that old links lead nowhere (docs/decisions/0044).
"""

from collections.abc import Iterator

from drws.domains.website.ledger.read import ledger_of
from drws.domains.website.ledger.record import FILE, Ledger
from drws.domains.website.ledger.written import with_todays
from drws.kernel.problem import Place, Problem
from drws.planning.check import Subject

ID = "ledger"


def check(subject: Subject) -> Iterator[Problem]:
    """How many pages and files are new, or stand elsewhere."""
    ledger = ledger_of(subject.site) or Ledger()
    todays = with_todays(ledger, subject.site, subject.addresses).addresses
    if due := sorted(name for name, languages in todays.items() if languages != ledger.addresses.get(name, {})):
        yield Problem(Place(f"data/{FILE}", line=1, column=1), "launch.unrecorded", {"count": len(due), "name": due[0]})
