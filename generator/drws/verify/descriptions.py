"""Each page of a language is described in words of its own: among the results of a search nobody could tell it from another otherwise."""

from collections.abc import Iterator

from drws.kernel.problem import Problem, Severity
from drws.verify.site import BuiltSite, place_of

ID = "descriptions"


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every page without a description, and every one that has that of an earlier page. Neither keeps a site from being published."""
    first: dict[tuple[str, str], str] = {}
    for document in site.documents.values():
        if document.sends_to:  # nobody stays there
            continue
        place = place_of(document.path)
        if not document.description:
            yield Problem(place, "verify.no-description", severity=Severity.WARNING)
        elif document.path.endswith("/index.html"):  # what hosts show for a wrong address is in no result
            other = first.setdefault((document.language, document.description), document.path)
            if other != document.path:
                yield Problem(place, "verify.same-description", {"name": other}, severity=Severity.WARNING)
