"""The lemma of a Welsh word: what a dictionary lists it under.

From the dictionary of `simplemma` (Michal Měchura's Lexicon and Wiktionary), which has mutated and inflected forms but not all, and
from `fixes.txt`, which people have read. Where both say nothing, rules.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from importlib import resources

from cymraeg.mutations import first_letter, mutated, radicals

ENDINGS: tuple[tuple[str, str], ...] = (
    ("wragedd", "wraig"),
    ("wyr", "wr"),
    ("wyr", "ydd"),
    ("iannau", "iant"),
    ("iadau", ""),
    ("iaid", ""),
    ("iau", ""),
    ("ion", ""),
    ("oedd", ""),
    ("au", ""),
    ("au", "u"),
    ("ni", ""),
    ("i", ""),
    ("on", ""),
    ("ydd", ""),
    ("od", ""),
)
"""Endings of the plural, and what stands in their place in the singular. Only for words that no dictionary knows."""

SHORTEST_STEM = 4
"""Letters that have to be left when an ending is taken off: shorter words only look as if they had one."""


def without_ending(word: str) -> Iterator[str]:
    """What an unknown word may be the plural of."""
    for ending, instead in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST_STEM:
            yield stem + instead


class Lemmas:
    """Looks lemmas up. `site` are the words of the texts: a name that stands in one of them unmutated is known by that."""

    def __init__(self, site: AbstractSet[str]) -> None:
        self.site = site
        self.of = cache(self._of)

    def _of(self, word: str) -> frozenset[str]:
        """The lemmas of a word in lower case: more than one where it can be read in more than one way."""
        if fixed := fixes().get(word):
            return fixed
        before = list(radicals(word))
        found = _listed(word)
        if word not in found and (fixed := frozenset[str]().union(*(fixes().get(each, ()) for each in before))):
            return fixed
        if found:
            return found | frozenset(self._read_otherwise(word, found))
        if found := frozenset[str]().union(*(_unmutated(each) for each in before)):
            return found
        for each in (word, *before):
            for stem in without_ending(each):
                if found := fixes().get(stem) or _unmutated(stem):
                    return found
        return frozenset(self._name(word, before))

    @staticmethod
    def _read_otherwise(word: str, found: frozenset[str]) -> Iterator[str]:
        """What the dictionary leaves out: it has one lemma a form, and lists some mutated forms as if they were words of their own."""
        for form in mutated(word):  # gerddi: it knows cerddi by it, but erddi as gardd
            yield from (each for each in _listed(form) if first_letter(each) == first_letter(word))
        if word in found:  # rieni
            for radical in radicals(word):
                yield from (each for each in _unmutated(radical) if each != radical)
        else:  # rhaglenni: it knows it as a form of rhaglennu only
            for form in (word, *radicals(word)):
                yield from (stem for stem in without_ending(form) if stem in _listed(stem))

    def _name(self, word: str, before: list[str]) -> Iterator[str]:
        """A word that nobody knows, most likely a name: itself, and what it may be a mutated form of."""
        seen = [each for each in before if each in self.site]
        yield word
        yield from (word.removesuffix("wyr") + agent for agent in ("wr", "ydd") if word.endswith("wyr"))
        yield from seen or (each for each in before if not each.startswith("g") and first_letter(word) != "h")


@cache
def _dictionary() -> Mapping[str, str]:
    from simplemma.strategies.dictionaries import (  # noqa: PLC0415  it brings rules for every language it has; pages do without
        DefaultDictionaryFactory,
    )

    return DefaultDictionaryFactory().get_dictionary("cy")


def is_listed(word: str) -> bool:
    """Does the dictionary have this form?"""
    return bool(_listed(word))


@cache
def _listed(word: str) -> frozenset[str]:
    """The lemmas that the dictionary has: it lists names with a capital letter, and now and then a lemma has a lemma."""
    return frozenset(
        _farthest(lemma) for form in (word, word.capitalize()) if (lemma := _dictionary().get(form)) is not None
    )


@cache  # a lemma has some seven forms
def _farthest(lemma: str) -> str:
    for _ in range(2):  # dai is under tai, and tai under tŷ
        lemma = _dictionary().get(lemma) or lemma
    return lemma.lower()


def _unmutated(word: str) -> frozenset[str]:
    """The lemmas of a word that begins as they do: one that is not itself a mutated form."""
    return frozenset(each for each in _listed(word) if first_letter(each) == first_letter(word))


@cache
def forms_by_lemma() -> Mapping[str, tuple[str, ...]]:
    """Every form in the dictionary, in lower case, under its lemma."""
    forms: dict[str, list[str]] = {}
    for form, lemma in _dictionary().items():
        forms.setdefault(_farthest(lemma), []).append(form.lower())
    return {lemma: tuple(each) for lemma, each in forms.items()}


@cache
def fixes() -> Mapping[str, frozenset[str]]:
    """What people have put right: a form and its lemmas."""
    found: dict[str, set[str]] = {}
    for line in resources.files("cymraeg").joinpath("fixes.txt").read_text("utf-8").splitlines():
        lemma, colon, forms = line.partition(":")
        if colon and not lemma.startswith("#"):
            for form in forms.split():
                found.setdefault(form, set()).add(lemma)
    return {form: frozenset(lemmas) for form, lemmas in found.items()}
