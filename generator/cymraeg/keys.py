"""Search keys: what every form of a word has in common, so that any form finds any other.

A page is found by the keys of its words: their lemmas, folded. A query is turned into keys in the browser, which has no dictionary:
it gets a table of the forms of the words that the site has, as far as the rules of mutation do not lead there by themselves.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cymraeg.lemmas import ENDINGS, SHORTEST_STEM, Lemmas, fixes, forms_by_lemma, is_listed, without_ending
from cymraeg.mutations import RADICALS, first_letter, mutated, radicals
from cymraeg.words import fold


@dataclass(frozen=True)
class Keys:
    """The keys of a site's words, and how queries become keys."""

    of: Mapping[str, frozenset[str]]
    """The keys of each word of the site, in lower case with its accents."""

    @classmethod
    def for_words(cls, site: Iterable[str]) -> "Keys":
        """Look every word of a site up once."""
        known = frozenset(site)
        lemmas = Lemmas(known)
        return cls({word: frozenset(map(fold, lemmas.of(word))) for word in known})

    @cached_property
    def all(self) -> frozenset[str]:
        """Every key that leads to a page."""
        return frozenset[str]().union(*self.of.values())

    @cached_property
    def forms(self) -> Mapping[str, frozenset[str]]:
        """Folded forms and their keys, where `resolve` without this table would find others: an empty set says that the site has none."""
        table: dict[str, frozenset[str]] = {}
        wanted = self._wanted()
        ahead = sorted(
            wanted, key=lambda form: (bool(RADICALS.get(first_letter(form))), form)
        )  # rules lean on radicals
        while missing := self._add(ahead, wanted, table):
            ahead = [form for form in ahead if form not in missing]  # what was added may lead others astray
        return table

    def _add(
        self, forms: Iterable[str], wanted: Mapping[str, frozenset[str]], table: dict[str, frozenset[str]]
    ) -> set[str]:
        """Put forms into the table for which it does not hold yet what is wanted, and give them back."""
        added = set()
        for form in forms:
            if resolve(form, table, self.all) != wanted[form]:
                table[form] = wanted[form]
                added.add(form)
        return added

    def _wanted(self) -> dict[str, frozenset[str]]:
        lemmas = Lemmas(frozenset(self.of))
        wanted: dict[str, frozenset[str]] = {}
        for form in self._forms():
            key = fold(form)
            found = self.of.get(form) or frozenset(map(fold, lemmas.of(form)))
            wanted[key] = wanted.get(key, frozenset()) | (found & self.all)
        return wanted

    def _forms(self) -> set[str]:
        """What people may type to find a word of the site: every form in the dictionary, and what it may look like mutated."""
        by_key: dict[str, list[str]] = {}
        for lemma in forms_by_lemma():
            by_key.setdefault(fold(lemma), []).append(lemma)
        lemmas = [lemma for key in self.all for lemma in by_key.get(key, ())]
        forms = {form for lemma in lemmas for form in forms_by_lemma()[lemma]} | set(self.of)
        forms |= {form for form, of in fixes().items() if not self.all.isdisjoint(map(fold, of))}
        forms |= {before for form in tuple(forms) for before in radicals(form) if is_listed(before)}
        forms |= {after for form in (*forms, *self.all) for after in mutated(form) if is_listed(after)}
        return {form for form in forms if form.isalnum()}


def resolve(word: str, forms: Mapping[str, frozenset[str]], keys: frozenset[str]) -> frozenset[str]:
    """The keys of a folded word of a query. `theme/assets/search-keys.js` does the same: a test compares them."""
    if word in forms:
        return forms[word]
    if word in keys:
        return frozenset((word,))
    before = list(radicals(word))
    if found := frozenset(_known(before, forms, keys)):
        return found
    for each in (word, *before):
        if found := frozenset(_known(without_ending(each), forms, keys)):
            return found
    return frozenset()


def _known(words: Iterable[str], forms: Mapping[str, frozenset[str]], keys: frozenset[str]) -> Iterator[str]:
    for word in words:
        if word in forms:
            yield from forms[word]
        elif word in keys:
            yield word


RULES: Mapping[str, Any] = {"before": RADICALS, "endings": ENDINGS, "shortest": SHORTEST_STEM}
"""What a browser needs besides the table, as JSON: what a first letter may have been, endings and what stood instead, and the letters
that have to be left when one is taken off."""
