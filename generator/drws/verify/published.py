"""Every address that was ever published is answered: the page is there, it leads straight to one that is, or it says that the page was withdrawn."""

import json
from collections.abc import Iterator
from typing import Any

from drws.domains.website.ledger.export import NAME
from drws.kernel.problem import Problem
from drws.verify.site import BuiltSite, place_of

ID = "published"

INDEX = "index.html"


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Each page that `addresses.json` has and the site has not, each address that leads elsewhere or in two steps, and each that does not say that its page is gone."""
    if NAME not in site.files:
        yield Problem(place_of(NAME), "verify.absent")
        return
    try:
        table: Any = json.loads(site.content(NAME))
        pages = [address for languages in table["pages"].values() for address in languages.values()]
        moved, withdrawn = dict(table["moved"]), list(table["withdrawn"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        yield Problem(place_of(NAME), "verify.broken-file", {"value": "addresses"})
        return
    for address in pages:
        if address + INDEX not in site.files:
            yield Problem(place_of(NAME), "verify.broken-link", {"value": address})
    for address, to in moved.items():
        if not _leads(site, address, to):
            yield Problem(place_of(_file(address)), "verify.moved", {"value": to})
    for address in withdrawn:
        document = site.documents.get(address + INDEX)
        if document is None or document.sends_to or not document.hides_itself:
            yield Problem(place_of(address + INDEX), "verify.withdrawn")


def _leads(site: BuiltSite, address: str, to: str) -> bool:
    """Does an address lead there by itself, with a link for browsers that do not follow, and not on to another? A file is there as well as where it is now."""
    if not address.endswith("/"):
        return address in site.files or to not in site.files
    here, there = site.documents.get(_file(address)), site.documents.get(_file(to))
    if here is None or there is None or there.sends_to:
        return False
    linked = {site.file_of(each, here.path)[0] for each in here.links}
    return site.file_of(here.sends_to, here.path)[0] == there.path and there.path in linked


def _file(address: str) -> str:
    return address + INDEX if address.endswith("/") else address
