"""Every page has a title and ids that are its own."""

from collections.abc import Iterator

from drws.kernel.problem import Place, Problem
from drws.verify.site import BuiltSite

ID = "markup"


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every page without a title, and every id that stands twice on a page."""
    for document in site.documents.values():
        place = Place(f"site/{document.path}", line=1, column=1)
        if not document.title:
            yield Problem(place, "verify.no-title")
        for id_ in document.repeated_ids:
            yield Problem(place, "verify.duplicate-id", {"value": id_})
