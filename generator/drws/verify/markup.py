"""Every page is text, whole, and has a title and ids that are its own, and the data for programs in it can be read."""

from collections.abc import Iterator

from drws.kernel.problem import Problem
from drws.verify.site import BuiltSite, place_of

ID = "markup"


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every page that is no text or not whole, every one without a title, every id that stands twice on a page, and JSON-LD that is no JSON."""
    for document in site.documents.values():
        place = place_of(document.path)
        if not document.is_text:
            yield Problem(place, "verify.broken-file", {"value": "UTF-8"})
        elif not document.is_whole:
            yield Problem(place, "verify.broken-file", {"value": "HTML"})
        if not document.title:
            yield Problem(place, "verify.no-title")
        for id_ in document.repeated_ids:
            yield Problem(place, "verify.duplicate-id", {"value": id_})
        if document.unreadable_data:
            yield Problem(place, "verify.broken-file", {"value": "JSON-LD"})
