"""What is seen of one record, one page, or one text of a policy in two languages, and nothing else: it can be kept with the files."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from drws.domains.policies.text.record import PolicyText
from drws.domains.website.parity.exemptions import Exemptions
from drws.domains.website.parity.lengths import Found, Languages, totals
from drws.domains.website.parity.links import SamePages
from drws.domains.website.parity.pages import PagePair, whole
from drws.domains.website.parity.passages import passage_pairs, written
from drws.domains.website.parity.texts import text_pairs
from drws.domains.website.settings import SaidAlone
from drws.kernel.authored import AuthoredPage, AuthoredText
from drws.kernel.entity import Compared, Entity, Unlike
from drws.kernel.problem import Place


class Comparison(NamedTuple):
    """What is not the same, and how many characters there are in each two languages."""

    found: tuple[Found, ...]
    totals: Mapping[Languages, tuple[int, int]]


class Terms(NamedTuple):
    """What is compared by: the same for a whole site."""

    languages: tuple[str, ...]
    same: SamePages
    alone: tuple[SaidAlone, ...]


def compared_record(record: Entity, by: Terms) -> Comparison:
    """The texts of a record."""
    pairs = list(text_pairs(record))
    found = chain.from_iterable(pair.differences(by.languages) for pair in pairs)
    return Comparison(tuple(found), totals(pairs))


def compared_text(text: PolicyText, by: Terms) -> Comparison:
    """The passages of a text of a policy."""
    pairs = list(passage_pairs(text))
    found = chain.from_iterable(pair.differences(by.same, by.languages) for pair in pairs)
    return Comparison(tuple(found), totals((written(pair.one), written(pair.two)) for pair in pairs))


def compared_page(page: AuthoredPage, by: Terms) -> Comparison:
    """A hand-written page."""
    pairs = list(_pairs(page.texts))
    may_differ = Exemptions(unlike_of(page)).names(Compared.HEADINGS)
    found = chain.from_iterable(
        PagePair(one, two, by.same, by.languages, by.alone).differences(headings_may_differ=may_differ)
        for one, two in pairs
    )
    return Comparison(tuple(found), totals((whole(one), whole(two)) for one, two in pairs))


def unlike_of(page: AuthoredPage) -> Iterator[tuple[Unlike, Place]]:
    """The differences that a page says are meant, in any of its languages."""
    for text in texts_of(page):
        for index, unlike in enumerate(text.front_matter.unlike):
            yield unlike, Place(text.file, ("unlike", index))


def texts_of(page: AuthoredPage) -> Iterable[AuthoredText]:
    """Those of a page, without those that a language in part borrows."""
    return {text.file: text for text in page.texts.values()}.values()


def _pairs(texts: Mapping[str, AuthoredText]) -> Iterator[tuple[AuthoredText, AuthoredText]]:
    """The first language of a page with each other one that has a page of its own."""
    first, *others = [text for code, text in texts.items() if text.language == code]
    yield from ((first, other) for other in others)
