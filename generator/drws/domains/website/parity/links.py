"""Links of a text in two languages: names have to be the same, addresses have to be those of the same page."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from drws.domains.website.parity.fields import values_of
from drws.domains.website.settings import WebsiteSettings
from drws.kernel.link import Link
from drws.kernel.site import Site, derived

WEB = re.compile(r"https?://", re.IGNORECASE)
DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True)
class SamePages:
    """Which addresses are those of one page in two languages."""

    codes: frozenset[str]
    """The languages of the site: a step `/cy/` of an address says the language."""
    pages: frozenset[frozenset[str]]
    """Pairs of addresses that records name as one page."""
    below: tuple[tuple[str, ...], ...]
    """Beginnings of addresses, below which one page in each language corresponds to one in the others."""

    @property
    def as_written(self) -> tuple[object, ...]:
        """All of it in an order that is the same in every run."""
        return sorted(self.codes), sorted(map(sorted, self.pages)), self.below

    def are(self, one: str, two: str) -> bool:
        """Are these the same page?"""
        return (
            one == two
            or frozenset((one, two)) in self.pages
            or any(one.startswith(below) and two.startswith(below) for below in self.below)
            or self._look_the_same(one, two)
        )

    def _look_the_same(self, one: str, two: str) -> bool:
        """The same path with a step more or less, or with the same numbers in other words."""
        first, second = urlsplit(one), urlsplit(two)
        a, b = self._steps(first.path), self._steps(second.path)
        if first.hostname != second.hostname:
            return a == b and bool(a)
        long, short = (a, b) if len(a) > len(b) else (b, a)
        numbers = [[step for step in steps if DIGIT.search(step)] for steps in (a, b)]
        return numbers[0] == numbers[1] and (_is_within(short, long) or any(numbers[0]))

    def _steps(self, path: str) -> list[str]:
        return [step for step in path.split("/") if step and step not in self.codes]


def _is_within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Does one have all steps of the other, in their order?"""
    rest = iter(long)
    return all(step in rest for step in short)


@derived
def same_pages(site: Site) -> SamePages:
    """What the records and the site's settings say of pages of others."""
    settings = site.partnership.settings(WebsiteSettings)
    below = [tuple(each.addresses.values()) for each in settings.same_pages] if settings else []
    pairs = (tuple(link.addresses.values()) for _, _, link in values_of(Link, site))
    return SamePages(
        frozenset(language.code for language in site.languages),
        frozenset(frozenset(pair) for pair in pairs if len(pair) > 1),
        tuple(each for each in below if all(address.endswith("/") for address in each)),
    )


def target_of(link: str) -> str:
    """Where a link leads without the heading on that page, whose name follows its language."""
    return link.partition("#")[0] or "#"


def unlike_links(first: Sequence[str], second: Sequence[str], same: SamePages) -> tuple[list[str], list[str]]:
    """The links that only the first text has, and those that only the second one has."""
    one, two = Counter(map(target_of, first)), Counter(map(target_of, second))
    left, right = list((one - two).elements()), list((two - one).elements())
    for link in [each for each in left if WEB.match(each)]:
        if found := next((each for each in right if WEB.match(each) and same.are(link, each)), ""):
            left.remove(link)
            right.remove(found)
    return left, right
