"""Every link inside the site leads to a page that is there, and every fragment to something on it. None climbs out of the folder of the site."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from drws.kernel.problem import Problem
from drws.verify.site import BuiltSite, place_of

ID = "links"

UP = re.compile(r"(\.|%2e){2}", re.IGNORECASE)
"""A step to the folder above, in each way in which browsers understand it (URL Standard, section 4.1)."""
HERE = re.compile(r"(\.|%2e)?", re.IGNORECASE)


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every broken link, fragment and missing file."""
    sound: set[str] = set()  # addresses that lead to the same place from every page, and somewhere
    for document in site.documents.values():
        place = place_of(document.path)
        addresses = {*document.links, *document.fetched, *(href for _, href in document.alternates)}
        for address in sorted(addresses - sound):
            file, fragment = site.file_of(address, document.path)
            if file is not None and UP.search(address) and _climbs_out(address, document.path):
                yield Problem(place, "verify.leads-out", {"value": address})
            elif file is not None and file not in site.files:
                yield Problem(place, "verify.broken-link", {"value": address})
            elif file and fragment and file in site.documents and fragment not in site.documents[file].ids:
                yield Problem(place, "verify.broken-fragment", {"value": address})
            elif site.is_absolute(address):
                sound.add(address)


def _climbs_out(address: str, page: str) -> bool:
    """Does it step above the root at any point? A browser stops there, a copy of the site in a folder or on a disk does not."""
    depth = 0 if BuiltSite.is_absolute(address) else page.count("/")
    for step in urlsplit(address).path.split("/"):
        if UP.fullmatch(step):
            depth -= 1
        elif not HERE.fullmatch(step):
            depth += 1
        if depth < 0:
            return True
    return False
