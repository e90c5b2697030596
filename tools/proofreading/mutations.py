"""Mutations: a word after one that mutates, in the form that it should not have. The rules are those of `cymraeg-mcp`."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from cymraeg_mcp.mutations import MutationEngine
from cymraeg_mcp.paths import mutation_rules_path

RIGHT = Path(__file__).with_name("pairs.txt")

_VERB = re.compile(r"\w+(?:wch|wyd)$")
"""An order or an impersonal form. *Neu* mutates nouns, adjectives and verb-nouns, and leaves inflected verbs as they are."""


class Pair(NamedTuple):
    """Two words of a text, the second of them in a form that the first does not allow."""

    phrase: str
    instead: tuple[str, ...]
    """What the second should be."""


class Mutations:
    """What words do to the words behind them."""

    def __init__(self, in_dictionary: Callable[[str], bool], right: Path = RIGHT) -> None:
        self._engine = MutationEngine(mutation_rules_path(), in_dictionary)
        lines = right.read_text("utf-8").splitlines()
        self._right = {pair for line in lines if (pair := line.partition("#")[0].strip())}

    def wrong(self, text: str) -> Iterator[Pair]:
        """Every place in a text where a rule speaks, except the pairs that people have read and found right."""
        running = re.sub(r"(?<=[^\n])\n(?=[^\n])", " ", text)
        for found in self._engine.check_text(running):
            before = running[: found.start].split()[-1]
            phrase = f"{before} {found.word}"
            if phrase.lower() in self._right or (found.trigger == "neu" and _VERB.match(found.word)):
                continue
            yield Pair(phrase, tuple(found.suggestions))
