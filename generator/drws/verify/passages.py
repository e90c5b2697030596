"""Which passages of a page are in another language of the site than the page says, and not marked as such: nobody can read them aloud as they should be, and that part of the page was not written.

The detector takes a hundredth of a second for a page. So it is asked only about passages with a word that is common in another language of the site and rare in this one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from drws.say.detection import FEWEST_WORDS, seems_in, small_words

Telling = Mapping[str, frozenset[str]]
"""The languages of a site, and for each the words that are common in the others and rare in it."""

PASSAGES = "p, li, dt, dd, td, th, h1, h2, h3, h4, h5, h6, summary, label, button, legend, figcaption, caption"
"""What holds a sentence."""
HOME = 2
"""Folders, from which on a page is deeper than `cy/index.html`."""
SHORTEST = 25
"""Characters, below which nobody can be sure."""
ADDRESS = re.compile(r"[^\s@]+@\S+|\w[\w-]*(?:[./]\w[\w-]*)+\S*")
"""Of a mailbox or a web page. Its words are those of its owner."""
COMMON = 150
"""Words of a language that are common."""
RARER = 4
"""How many times more often a telling word is in its own language. It may be in the other one as well: the pages that are learned from can be wrong."""
FEWEST = 20
"""Telling words, below which too little was learned, or what is said to be one language is another."""


def telling_words(pages: Iterable[str], languages: Sequence[str]) -> Telling:
    """What tells the languages of a site apart, from the HTML of some of its pages. A passage that stands on many of them counts once."""
    texts: dict[str, set[str]] = {language: set() for language in languages}
    for html in pages if len(languages) > 1 else ():
        tree = LexborHTMLParser(html)
        language = (tree.root.attributes.get("lang") or "") if tree.root else ""
        if language in texts and (part := _own_part(tree, "", language)):
            texts[language] |= {node.text() for node in part.css(PASSAGES)}
    counts = {
        language: Counter(word for text in own for word in text.split() if word.islower())
        for language, own in texts.items()
    }
    return {language: _telling(language, counts) for language in languages}


def _telling(language: str, counts: Mapping[str, Counter[str]]) -> frozenset[str]:
    own, telling = counts[language], set[str]()
    for other in counts.keys() - {language}:
        words = {word for word, times in counts[other].most_common(COMMON) if own[word] * RARER < times}
        if len(words) < FEWEST:
            return frozenset()
        telling |= words
    return frozenset(telling)


def in_other_languages(tree: LexborHTMLParser, path: str, own: str, languages: Telling) -> tuple[str, ...]:
    """The passages of a page that are in another language of the site, and are not marked as such. The tree has less in it afterwards.

    What stands around its own part is the same on every page: it is read on the home page, and on those that stand outside all folders.
    """
    if len(languages) < 2 or own not in languages:  # noqa: PLR2004  there is no other one
        return ()
    part, telling = _own_part(tree, path, own), languages[own]
    if part is None or not _has_one(part.text(separator=" "), telling):
        return ()
    texts = {text for node in part.css(PASSAGES) if len(text := node.text()) >= SHORTEST and _has_one(text, telling)}
    others = (text for text in texts if _is_other(text, own, tuple(languages)))
    return tuple(sorted({" ".join(text.split()) for text in others}))


def _own_part(tree: LexborHTMLParser, path: str, own: str) -> LexborNode | None:
    part = (tree.css_first("main") if path.count("/") >= HOME else None) or tree.body
    for node in part.css(f"[lang]:not([lang='{own}']), script, style") if part else ():
        node.decompose()
    return part


def _has_one(text: str, telling: frozenset[str]) -> bool:
    """Where too little was learned, any text may have one."""
    return not telling or not telling.isdisjoint(text.split())


def _is_other(text: str, own: str, languages: tuple[str, ...]) -> bool:
    if not seems_in(text, own, languages):
        return False
    words = ADDRESS.sub(" ", text)
    return len(small_words(words)) >= FEWEST_WORDS and bool(seems_in(words, own, languages))
