"""How far each sentence of a text binds: the words that say *must* and *should*, as the site lists them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from drws.domains.diary.duty.record import Strength
from drws.domains.directory.contact.record import Contact
from drws.domains.policies.settings import PolicySettings
from drws.domains.policies.text.record import Passage, plain
from drws.kernel.site import Site, derived
from drws.read.markdown import Block

StrengthPatterns: TypeAlias = Mapping[str, Mapping[Strength, re.Pattern[str]]]
Count: TypeAlias = Callable[[str, tuple[Block, ...]], tuple[tuple[Strength, int], ...]]
SENTENCE = re.compile(r"(?<=[.!?:;])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Binding:
    """A sentence that binds somebody."""

    strength: Strength
    """The strongest word of it."""
    words: str


@derived
def strength_words(site: Site) -> StrengthPatterns:
    """By language, what finds the words of each strength. A strength without words in a language is left out."""
    return strength_patterns(site.settings(PolicySettings), [language.code for language in site.languages])


def strength_patterns(settings: PolicySettings, languages: Iterable[str]) -> StrengthPatterns:
    """The same before there is a site."""
    return {
        code: {
            each.strength: re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
            for each in settings.strength_words
            if (words := sorted(each.said.in_language(code), key=len, reverse=True))
        }
        for code in languages
    }


def every_strength_word(site: Site, language: str) -> re.Pattern[str] | None:
    """What finds the words of any strength in a language. None where the site lists none."""
    patterns = [pattern.pattern for pattern in strength_words(site)[language].values()]
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else None


def counting(patterns: StrengthPatterns) -> Count:
    """Counts in words of a language how often they say each. Several versions often have the same: they are counted once."""

    @cache
    def count(language: str, blocks: tuple[Block, ...]) -> tuple[tuple[Strength, int], ...]:
        words = " ".join(map(plain, blocks))
        found = patterns.get(language, {})
        return tuple((each, number) for each, pattern in found.items() if (number := len(pattern.findall(words))))

    return count


def bindings(passage: Passage, site: Site) -> Iterator[Binding]:
    """Every sentence of a passage that binds, in its order. A list item belongs to no sentence but its own."""
    patterns = strength_words(site).get(passage.language, {})
    for block in passage.blocks:
        for sentence in SENTENCE.split(_with_names(block, passage, site)):
            strength = next((each for each in Strength if each in patterns and patterns[each].search(sentence)), None)
            if strength:
                yield Binding(strength, sentence)


def _with_names(words: str, passage: Passage, site: Site) -> str:
    """Plain words in which each contact that is shown has its name, where it has a number on the page itself."""
    for link in passage.links:
        if link.is_shown and (contact := site.get(Contact, link.target.partition(":")[2])):
            words = words.replace(link.target, contact.name.in_language(passage.language).words)
    return words
