"""What a chat shows with a link to a page is that page's: its own address, a title, and a picture that is there."""

from collections.abc import Iterator

from drws.kernel.problem import Problem
from drws.verify.document import Document
from drws.verify.site import BuiltSite, place_of

ID = "previews"

ADDRESS, TITLE, PICTURE = "og:url", "og:title", "og:image"
"""What every preview has (ogp.me, basic metadata)."""


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every preview of another page, or without a title, and every picture that is not there. A page without a preview is no mistake."""
    for document in site.documents.values():
        if document.preview:
            yield from (
                Problem(place_of(document.path), "verify.preview", {"value": each}) for each in _unfit(document, site)
            )


def _unfit(document: Document, site: BuiltSite) -> Iterator[str]:
    address, picture = document.preview.get(ADDRESS, ""), document.preview.get(PICTURE, "")
    if (address,) != document.canonical:
        yield f"{ADDRESS} {address}".strip()
    if not document.preview.get(TITLE, "").strip():
        yield TITLE
    file, _ = site.file_of(picture, document.path)
    if not picture.startswith("http") or file not in site.files:  # a chat does not know of which site a path is
        yield f"{PICTURE} {picture}".strip()
