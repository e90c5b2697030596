"""What people say when they search leads somewhere, and not round in a circle.

A synonym stands for other words of its own language, and none of those may stand for it in turn. A best bet names pages that exist, not
cards for address books, and so do the doors for those who find nothing. Every entry says something in some language. Words of danger are
words with their marks (`hit* me/us`), of two letters at least, and the page that they lead to exists. A `+` in a best bet stands before a
word of two letters at least, because search drops words of one letter: `+i` would ask for nothing.

Refused::

    data/search/words.yml:
      synonyms:
        - {said: {en: [birth mum]}, meant: {en: [birth mother]}, reason: What people say.}
        - {said: {en: [birth mother]}, meant: {en: [birth mum]}, reason: What the law says.}
"""

import re
from collections.abc import Iterator

from drws.domains.website.search.read import best_bets, search_topics, search_words
from drws.domains.website.search.words import BestBets, SearchWords, TopicFiles
from drws.kernel.names import AlternateNames
from drws.kernel.problem import Place, Problem, nearest
from drws.planning.check import Subject
from drws.say.collation import fold

ID = "search-words"

FILE = "data/search/words.yml"
BEST_BETS = "data/search/best_bets.yml"

_WORD = r"(?:~?[^\W_]{2,}\*?|\d|@[a-z-]+)"
PATTERN = re.compile(rf"{_WORD}(?:/{_WORD})*(?: -?{_WORD}(?:/{_WORD})*)*")
"""Words between spaces, each with its marks; `theme/assets/search-patterns.js` reads them."""
GROUP = re.compile(r"@([a-z-]+)")
EXACTLY = re.compile(r"(?:^|(?<=\s))\+\S*")
"""A word of a best bet that has to be in the question just so."""
LASTING = re.compile(r"[^\W_]{2}")
"""Two letters together: what `theme/assets/search-words.js` keeps of a word."""


def check(subject: Subject) -> Iterator[Problem]:
    """Every entry that says nothing, leads nowhere, or leads back to itself."""
    words = search_words(subject.site)
    for index, synonym in enumerate(words.synonyms):
        yield from _empty(synonym.said, ("synonyms", index, "said"))
        yield from _empty(synonym.meant, ("synonyms", index, "meant"))
    for path, names in _named(words):
        for place, name in enumerate(names):
            yield from _unknown(name, (*path, place), subject)
    yield from _best_bets(best_bets(subject.site), subject)
    for index, each in enumerate(words.danger.words if words.danger else ()):
        yield from _empty(each.said, ("danger", "words", index, "said"))
        yield from _shapeless(each.said, Place(FILE, ("danger", "words", index, "said")), words)
    for index, group in enumerate(words.groups):
        yield from _shapeless(group.said, Place(FILE, ("groups", index, "said")), words)
    yield from _topics(search_topics(subject.site), words, subject)
    if words.danger:
        yield from _unknown(words.danger.page, ("danger", "page"), subject)
    for language in subject.site.languages:
        yield from _one_sided(words, language.code)
        yield from _circles(words, language.code)


def _named(words: SearchWords) -> Iterator[tuple[tuple[str | int, ...], tuple[str, ...]]]:
    """Every list of pages in the file, with its place."""
    yield ("doors",), words.doors
    if words.danger:
        for index, each in enumerate(words.danger.words):
            yield ("danger", "words", index, "pages"), each.pages
        yield ("danger", "without"), words.danger.without


def _best_bets(bets: BestBets, subject: Subject) -> Iterator[Problem]:
    """Those that nobody can ask for, and those that lead nowhere."""
    for index, bet in enumerate(bets.best_bets):
        if not bet.with_countries:
            yield from _empty(bet.queries, ("best_bets", index, "queries"), BEST_BETS)
        yield from _dropped(bet.queries, ("best_bets", index, "queries"))
        for field, names in (("pages", bet.pages), ("without", bet.without)):
            for place, name in enumerate(names):
                yield from _unknown(name, ("best_bets", index, field, place), subject, BEST_BETS)


def _topics(topics: TopicFiles, words: SearchWords, subject: Subject) -> Iterator[Problem]:
    """The same for topics, which name the groups of the other file."""
    for file, each in topics.files.items():
        for index, topic in enumerate(each.topics):
            if not topic.with_countries:
                yield from _empty(topic.said, ("topics", index, "said"), file)
            yield from _shapeless(topic.said, Place(file, ("topics", index, "said")), words)
            for field, names in (("pages", topic.pages), ("without", topic.without)):
                for place, name in enumerate(names):
                    yield from _unknown(name, ("topics", index, field, place), subject, file)


def _empty(names: AlternateNames, path: tuple[str | int, ...], file: str = FILE) -> Iterator[Problem]:
    if not any(names.names.values()):
        yield Problem(Place(file, path), "search-words.empty")


def _unknown(name: str, path: tuple[str | int, ...], subject: Subject, file: str = FILE) -> Iterator[Problem]:
    if not subject.has_page(name):
        near = nearest(name, subject.addresses.pages)
        yield Problem(Place(file, path), "search-words.unknown", {"name": name, "nearest": near})


def _shapeless(said: AlternateNames, entries_of: Place, words: SearchWords) -> Iterator[Problem]:
    """Patterns that no question could hold, or that nearly every question would, and those that name a group that is not there."""
    groups = [group.name for group in words.groups]
    for language, entries in said.names.items():
        for index, entry in enumerate(entries):
            place = Place(entries_of.file, (*entries_of.path, language, index))
            if not PATTERN.fullmatch(entry):
                yield Problem(place, "search-words.danger", {"words": entry})
            for name in GROUP.findall(entry):
                if name not in groups:
                    yield Problem(place, "search-words.group", {"name": name, "nearest": nearest(name, groups)})


def _dropped(queries: AlternateNames, path: tuple[str | int, ...]) -> Iterator[Problem]:
    """Words that a query asks for just so, and that are too short for search to look at."""
    for language, entries in queries.names.items():
        for index, entry in enumerate(entries):
            for word in EXACTLY.findall(entry):
                if not LASTING.search(word):
                    yield Problem(
                        Place(BEST_BETS, (*path, language, index)), "search-words.short", {"word": word, "query": entry}
                    )


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
