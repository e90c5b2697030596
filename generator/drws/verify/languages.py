"""Every page is in the language its address says, and its counterpart in each other language points back to it."""

from collections.abc import Iterator

from drws.kernel.problem import Place, Problem
from drws.verify.site import BuiltSite

ID = "languages"


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every page whose language is not that of its folder, and every alternate that is missing or does not point back."""
    for document in site.documents.values():
        place = Place(f"site/{document.path}", line=1, column=1)
        folder, slash, _ = document.path.partition("/")
        if not slash:
            if document.language not in site.languages:
                yield Problem(place, "verify.language", {"value": document.language})
            continue
        if document.language != folder:
            yield Problem(place, "verify.language", {"value": document.language})
        if len(site.languages) == 1:
            continue
        named = {language: site.file_of(href, document.path)[0] for language, href in document.alternates}
        for language in site.languages:
            other = site.documents.get(named.get(language) or "")
            back = {site.file_of(href, other.path)[0] for _, href in other.alternates} if other else set()
            if document.path not in back:
                yield Problem(place, "verify.alternate", {"value": named.get(language) or language})
