"""What hosts are told of addresses that are no longer used: where they lead, and what was withdrawn.

The pages at those addresses say it as well. A host that knows answers sooner, and programs understand it.
"""

from collections.abc import Iterator

from drws.domains.website.hosting.description import Gone, Redirect
from drws.domains.website.ledger.answers import Answers


def redirects(answers: Answers) -> Iterator[Redirect]:
    """Every address, of a page or a file, that leads to another."""
    yield from (Redirect(f"/{address}", f"/{to}") for address, to in answers.moved.items())


def gone(answers: Answers) -> Iterator[Gone]:
    """Every page that was withdrawn, and every file with nothing in its place."""
    pages = (address for page in answers.withdrawn for address in page.addresses.values())
    yield from (Gone(f"/{address}") for address in dict.fromkeys((*pages, *answers.gone)))
