"""What people say when they search leads somewhere, and not round in a circle.

A synonym stands for other words of its own language, and none of those may stand for it in turn. A best bet names pages that exist, not
cards for address books. Every entry says something in some language.

Refused::

    data/search/words.yml:
      synonyms:
        - {said: {en: [birth mum]}, meant: {en: [birth mother]}, reason: What people say.}
        - {said: {en: [birth mother]}, meant: {en: [birth mum]}, reason: What the law says.}
"""

from collections.abc import Iterator

from drws.domains.website.search.read import search_words
from drws.domains.website.search.words import SearchWords
from drws.kernel.names import AlternateNames
from drws.kernel.problem import Place, Problem, nearest
from drws.planning.check import Subject
from drws.say.collation import fold

ID = "search-words"

FILE = "data/search/words.yml"


def check(subject: Subject) -> Iterator[Problem]:
    """Every entry that says nothing, leads nowhere, or leads back to itself."""
    words = search_words(subject.site)
    for index, synonym in enumerate(words.synonyms):
        yield from _empty(synonym.said, ("synonyms", index, "said"))
        yield from _empty(synonym.meant, ("synonyms", index, "meant"))
    for index, bet in enumerate(words.best_bets):
        yield from _empty(bet.queries, ("best_bets", index, "queries"))
        for place, name in enumerate(bet.pages):
            if not subject.has_page(name):
                near = nearest(name, subject.addresses.pages)
                path = ("best_bets", index, "pages", place)
                yield Problem(Place(FILE, path), "search-words.unknown", {"name": name, "nearest": near})
    for language in subject.site.languages:
        yield from _one_sided(words, language.code)
        yield from _circles(words, language.code)


def _empty(names: AlternateNames, path: tuple[str | int, ...]) -> Iterator[Problem]:
    if not any(names.names.values()):
        yield Problem(Place(FILE, path), "search-words.empty")


def _one_sided(words: SearchWords, language: str) -> Iterator[Problem]:
    """Words of a language that stand for nothing in it, or for which nothing in it stands: pages are asked in their own language."""
    for index, synonym in enumerate(words.synonyms):
        sides = {"said": synonym.said, "meant": synonym.meant}
        if not all(any(names.names.values()) for names in sides.values()):
            continue  # that is said already
        for side, missing in (("said", "meant"), ("meant", "said")):
            if sides[side].in_language(language) and not sides[missing].in_language(language):
                place = Place(FILE, ("synonyms", index, side, language))
                yield Problem(place, "search-words.one-sided", {"missing": missing, "language": language})


def _circles(words: SearchWords, language: str) -> Iterator[Problem]:
    """Words that stand for themselves, at once or by way of others."""
    meant: dict[str, set[str]] = {}
    for synonym in words.synonyms:
        for said in synonym.said.in_language(language):
            meant.setdefault(fold(said), set()).update(map(fold, synonym.meant.in_language(language)))
    for index, synonym in enumerate(words.synonyms):
        for at, said in enumerate(synonym.said.in_language(language)):
            place = Place(FILE, ("synonyms", index, "said", language, at))
            if fold(said) in map(fold, synonym.meant.in_language(language)):
                yield Problem(place, "search-words.itself", {"words": said})
            elif fold(said) in _reached(fold(said), meant):
                yield Problem(place, "search-words.circle", {"words": said})


def _reached(start: str, meant: dict[str, set[str]]) -> set[str]:
    """Everything that words stand for, step by step, the words themselves only where a way leads back to them."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        for words in meant.get(waiting.pop(), set()) - reached:
            reached.add(words)
            waiting.append(words)
    return reached
