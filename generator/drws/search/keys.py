"""Search keys of the pages of a language, worked out once for each set of words."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drws.say.languages import Grammar

if TYPE_CHECKING:
    from drws.search.copies import Page

MARK = "zz"
"""What every key ends in, so that a key meets no other word: `mabzz` is not the beginning of `mabwysiaduzz`."""


@dataclass(frozen=True, slots=True)
class PageKeys:
    """The keys of all words of a language's pages."""

    grammar: Grammar
    of: Mapping[str, Sequence[str]]
    """The keys of each word."""
    forms: Mapping[str, Sequence[str]]
    """What queries may hold, and the keys it stands for."""

    @property
    def every_key(self) -> list[str]:
        """All keys, in order."""
        return sorted({key for keys in self.of.values() for key in keys})

    def spell(self, text: str) -> str:
        """A text in keys."""
        return " ".join(key + MARK for word in self.grammar.words(text) for key in self.of[word])


def keys_for(pages: "Sequence[Page]", grammar: Grammar, remembered: Path) -> PageKeys:
    """Look the words of all pages up, or remember what came of it when neither they nor the grammar have changed since.

    It takes a second or two, because every form that a query may have is tried.
    """
    texts = [text for page in pages for text in (page.plan.title, page.plan.description, *page.headings, page.text)]
    texts += [asked for page in pages for part in page.plan.parts for asked in part.asked]
    words = sorted({word for text in texts for word in grammar.words(text)})
    edition = hashlib.sha256("\n".join((grammar.edition(), *words)).encode()).hexdigest()
    try:
        known = json.loads(remembered.read_text("utf-8"))
        if known["edition"] == edition:
            return PageKeys(grammar, known["of"], known["forms"])
    except (OSError, ValueError, KeyError, TypeError):
        pass  # it is not there, or someone has changed it: work it out
    found = grammar.search_keys(words)
    of = {word: sorted(keys) for word, keys in sorted(found.of.items())}
    forms = {form: sorted(keys) for form, keys in sorted(found.forms.items())}
    remembered.parent.mkdir(parents=True, exist_ok=True)
    remembered.write_text(json.dumps({"edition": edition, "of": of, "forms": forms}), "utf-8")
    return PageKeys(grammar, of, forms)
