"""Every page names its own address as the one under which search engines keep it: otherwise they would send people elsewhere. A page that only sends people on may name that page."""

from collections.abc import Iterator

from drws.kernel.problem import Problem
from drws.verify.site import BuiltSite, place_of

ID = "canonical"


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every page that names another address, several, or none."""
    for document in site.documents.values():
        named = document.canonical
        own = {document.path}
        if document.sends_to:
            own.add(site.file_of(document.sends_to, document.path)[0] or document.path)
        if len(named) != 1 or site.file_of(named[0], document.path)[0] not in own:
            yield Problem(place_of(document.path), "verify.canonical", {"value": ", ".join(named) or "–"})
