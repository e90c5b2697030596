"""Every page is in the language its address says, words in another are marked (where the site is complete in it), and it and its counterpart in each other language name each other."""

from collections.abc import Iterator

from drws.kernel.problem import Problem
from drws.verify.document import Document
from drws.verify.site import BuiltSite, place_of

ID = "languages"

ANY = "x-default"
"""The page for whoever asks for none of the languages."""


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every page in another language than that of its folder, unmarked words in another, and each alternate that is missing, wrong or does not point back."""
    for document in site.documents.values():
        place = place_of(document.path)
        for words in document.other_words:
            yield Problem(place, "verify.other-language", {"value": words})
        folder, slash, _ = document.path.partition("/")
        if not slash:
            if document.language not in site.languages:
                yield Problem(place, "verify.language", {"value": document.language})
            continue
        if document.sends_to:  # its language is that of the page to which it leads, which has counterparts
            continue
        if document.language != folder:
            yield Problem(place, "verify.language", {"value": document.language})
        if len(site.languages) > 1:
            yield from (
                Problem(place, "verify.alternate", {"value": value}) for value in _wrong(site, document, folder)
            )


def _wrong(site: BuiltSite, document: Document, own: str) -> Iterator[str]:
    """The addresses of alternates that are wrong, and the languages of those that are missing."""
    named = _named(site, document)
    for language in site.languages:
        files = named.pop(language, set())
        other = site.documents.get(next(iter(files))) if len(files) == 1 else None
        is_there = other is not None and other.path.startswith(f"{language}/")
        if other is None or not is_there or _named(site, other).get(own) != {document.path}:
            yield ", ".join(filter(None, files)) or language
    for language, files in named.items():
        if language and (language != ANY or not files <= site.documents.keys()):
            yield language


def _named(site: BuiltSite, document: Document) -> dict[str, set[str]]:
    """The files that a page names as its alternates, by language."""
    named: dict[str, set[str]] = {}
    for language, address in document.alternates:
        named.setdefault(language, set()).add(site.file_of(address, document.path)[0] or address)
    return named
