"""What changed between two versions of a policy: every change of words is told, and nothing that only typography makes."""

import random
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from drws.domains.policies.comparison.compare import ClauseChange, RunKind, compare
from drws.domains.policies.text.record import Clause, Passage, PolicyText, PolicyTexts
from drws.kernel.entity import Translation
from drws.read.markdown import read_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.example import Example

PLAIN = {
    "en": "The worker must ask \"both\" families - by letter - to sign within 10 to 12 days. It's the family's choice; see page 3.",
    "cy": "Rhaid i'r gweithiwr ofyn i'r \"ddau\" deulu - drwy lythyr - lofnodi o fewn 10 i 12 diwrnod. Dewis y teulu yw hi; gweler tudalen 3.",
}
TYPOGRAPHY = (
    ("'", "’"), ("'", "‘"), ('"', "“"), ('"', "”"), ('"', "‟"), (" - ", " – "), (" - ", " — "), (" - ", "—"),
    (" ", "\u00a0"), (" ", "\u202f"), (" ", "  "), (" ", "\n"), ("e", "e\u00ad"),
)  # fmt: skip
"""What a word processor makes of what was typed."""


def text(
    words: str, language: str, *, number: str = "1", roles: tuple[str, ...] = (), id_: str = "clause"
) -> PolicyText:
    """A policy of one clause."""
    page, problems = read_page(words, "", 1)
    assert page, problems
    passage = Passage("", 1, language, linked_blocks=page.blocks, title="Title")
    clause = Clause(id_, 1, number, roles, {language: passage})
    return PolicyText("policy", "1", Translation.DRAFT, {language: Passage("", 1, language)}, (clause,))


@pytest.mark.parametrize("language", PLAIN)
def test_typography_is_no_change(language: str) -> None:
    """Five hundred clauses, each with some of its marks and spaces set in another way."""
    chance = random.Random(language)  # noqa: S311  not for secrets
    for _ in range(500):
        words = PLAIN[language]
        for typed, printed in chance.sample(TYPOGRAPHY, 4):
            places = [at for at in range(len(words)) if words.startswith(typed, at)]
            if printed == "\n":  # a dash at the start of a line would begin a list
                places = [at for at in places if words[at + 1].isalpha()]
            for at in sorted(chance.sample(places, min(len(places), 3)), reverse=True):
                words = words[:at] + printed + words[at + len(typed) :]
        (found,) = compare(text(PLAIN[language], language), text(words, language, number="7"), language)
        assert found.change is ClauseChange.SAME, words


@pytest.mark.parametrize("language", PLAIN)
def test_every_change_of_words_is_told(language: str) -> None:
    """A word put in, taken out or exchanged, two hundred times: what is told is what was done."""
    chance = random.Random(language)  # noqa: S311
    before = PLAIN[language].split()
    for turn in range(200):
        at = chance.randrange(len(before))
        after = [*before]
        after[at : at + chance.randrange(2)] = [] if turn % 3 == 0 else [f"word{turn}"]
        if after == before:
            continue
        (found,) = compare(text(PLAIN[language], language), text(" ".join(after), language), language)
        runs = [run for block in found.blocks for run in block]
        assert found.change is ClauseChange.CHANGED
        assert " ".join(run.words for run in runs if run.kind is not RunKind.REMOVED).split() == after
        assert " ".join(run.words for run in runs if run.kind is not RunKind.ADDED).split() == before


def test_a_link_that_leads_elsewhere_is_told() -> None:
    """The words are the same: what changed is where they lead."""
    one = text("See [the form](https://a.example/).", "en")
    two = text("See [the form](https://b.example/).", "en")
    (found,) = compare(one, two, "en")
    told = [run.targets for run in found.blocks[0] if run.kind is not RunKind.KEPT]
    assert told == [("https://a.example/",), ("https://b.example/",)]


def test_whom_a_clause_binds_is_part_of_it() -> None:
    """The same words for somebody else are another duty."""
    (found,) = compare(text("Must.", "en", roles=("a",)), text("Must.", "en", roles=("a", "b")), "en")
    assert found.change is ClauseChange.CHANGED


def test_a_clause_that_moves_is_said_to_have_moved(example: "Example") -> None:
    """As few clauses as possible are said to have moved, and the others not to have changed."""
    loaded = example.load()
    assert loaded.site
    texts = loaded.site.dataset(PolicyTexts)
    assert texts
    before = texts.by_version["cyswllt", "1.0"]
    first, *others = before.clauses
    after = replace(before, clauses=(*others, first))
    changes = {each.clause.id: each.change for each in compare(before, after, "en")}
    assert changes.pop(first.id) is ClauseChange.MOVED
    assert set(changes.values()) == {ClauseChange.SAME}
    assert len(changes) == len(others)


def test_the_fewest_clauses_are_said_to_have_moved() -> None:
    """Of seven clauses in three hundred orders: what is left stands in one order, and no larger number of them does."""
    chance = random.Random("orders")  # noqa: S311
    (clause,) = text("Words.", "en").clauses
    before = ordered([0, 1, 2, 3, 4, 5, 6], clause)
    for turn in range(300):
        order = [0, 2, 4, 3, 1, 5, 6] if turn == 0 else chance.sample(range(7), 7)
        found = compare(before, ordered(order, clause), "en")
        assert [each.clause.id for each in found] == [f"clause-{number}" for number in order]
        left = [each.clause.id for each in found if each.change is ClauseChange.SAME]
        assert left == sorted(left), order
        assert not any(list(more) == sorted(more) for more in combinations(order, len(left) + 1)), order


def ordered(order: "Sequence[int]", clause: Clause) -> PolicyText:
    """A policy of clauses that are all alike but for their ids, in an order."""
    clauses = tuple(replace(clause, id=f"clause-{number}") for number in order)
    return replace(text("Words.", "en"), clauses=clauses)
