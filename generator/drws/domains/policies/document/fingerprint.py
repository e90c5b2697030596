"""A short mark by which two people know that they have the same words before them."""

import hashlib
import json

from drws.domains.policies.text.record import Passage, PolicyText

LENGTH = 12
"""Signs of the mark: enough for two texts that differ never to share one by chance, and few enough to compare by eye."""


def fingerprint(text: PolicyText, language: str) -> str:
    """The beginning of the SHA-256 of a text in a language: its titles, words, links, and whom each clause binds.

    Numbers of clauses and the layout of the file are not part of it.
    """
    clauses = [(each.id, each.depth, each.role_ids, *_words(each.texts[language])) for each in text.clauses]
    whole = json.dumps([_words(text.opening[language]), clauses], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(whole.encode()).hexdigest()[:LENGTH]


def _words(passage: Passage) -> tuple[object, ...]:
    return passage.title, passage.linked_blocks
