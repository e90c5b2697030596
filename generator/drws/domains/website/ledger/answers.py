"""What is answered at every address that was ever published.

A page that has another address leads there from each that it had, in one step: addresses lead to the page itself, never to a redirect. What
was withdrawn says so. What only showed a part of something, as a list that was narrowed down does, leads to the page above it when it is gone.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from drws.domains.website.ledger.record import Published
from drws.domains.website.ledger.successors import successors
from drws.domains.website.withdrawal.record import Withdrawal
from drws.kernel.site import Site
from drws.kernel.values import SLUG
from drws.planning.addresses import HOME, Addresses
from drws.planning.domain import Domains


@dataclass(frozen=True, slots=True)
class WithdrawnPage:
    """A page that says that another was withdrawn."""

    name: str
    """What was withdrawn: `service:letterbox`."""
    withdrawal: Withdrawal
    addresses: Mapping[str, str]
    """Where it says so, in every language of the site, from the root of the site."""


@dataclass(slots=True)
class Answers:
    """What is answered, address by address from the root of the site."""

    moved: dict[str, str] = field(default_factory=dict)
    """Addresses, of pages and of files, from which one is led to another, which is there."""
    withdrawn: list[WithdrawnPage] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    """Files of something that is no longer there. No page can stand in the place of a file."""
    fallen: list[Published] = field(default_factory=list)
    """What leads to the page above it, because it is no longer there itself."""
    lost: list[Published] = field(default_factory=list)
    """Pages that nobody answers for."""
    taken: list[tuple[Published, str]] = field(default_factory=list)
    """Addresses that a page had, and that are those of another one now, with its name."""

    @property
    def moved_pages(self) -> Mapping[str, str]:
        """Those that are no files."""
        return {address: to for address, to in self.moved.items() if address.endswith("/")}

    @property
    def moved_files(self) -> Mapping[str, str]:
        """Those that are."""
        return {address: to for address, to in self.moved.items() if not address.endswith("/")}


def answers(published: Iterable[Published], site: Site, addresses: Addresses, domains: Domains) -> Answers:
    """What a site answers at addresses that were published."""
    return _Answering(site, addresses, domains).all(published)


class _Answering:
    def __init__(self, site: Site, addresses: Addresses, domains: Domains) -> None:
        self.addresses = addresses
        self.languages = tuple(language.code for language in site.languages)
        self.live = {address: name for (name, _), address in addresses.paths.items()}
        self.successors = successors(site)
        self.withdrawals = {name: each for each in site.all(Withdrawal) for name in each.pages}
        self.kinds = {"page", *(model.KIND for model in domains.sections)}
        self.found = Answers()

    def all(self, published: Iterable[Published]) -> Answers:
        """Each address once."""
        withdrawn: dict[str, dict[str, list[str]]] = {}
        for each in published:
            if each.address in self.live:
                self._is_live(each)
            elif now := self._now(each):
                self.found.moved[each.address] = now
            elif not each.is_page:
                self.found.gone.append(each.address)
            elif each.name in self.withdrawals:
                withdrawn.setdefault(each.name, {}).setdefault(each.language, []).append(each.address)
            elif each.name in self.addresses.stand_ins:
                continue  # it is not there yet, on the day of the site
            elif _is_page_of_its_own(each.name, self.kinds):
                self.found.lost.append(each)
            else:
                self.found.fallen.append(each)
        for name, languages in withdrawn.items():
            self._withdraw(name, languages)
        there = {*self.live, *(address for page in self.found.withdrawn for address in page.addresses.values())}
        for each in sorted(self.found.fallen, key=lambda each: len(each.address)):  # those above others first
            self.found.moved[each.address] = self._above(each.address, there)
        return self.found

    def _now(self, published: Published) -> str | None:
        """Where something is today, in the language of whoever asks, or the first one where the site has theirs no longer. A page does not lead to
        a file, nor a file to a page.
        """
        name = self.successors.of(published.name, self.addresses, self.languages[0])
        language = published.language if published.language in self.languages else self.languages[0]
        address = self.addresses.path(name, language) if name else None
        return address if address and address.endswith("/") == published.is_page else None

    def _is_live(self, published: Published) -> None:
        other = self.live[published.address]
        now = self.successors.of(published.name, self.addresses, self.languages[0])
        is_elsewhere = now not in (None, other)
        if other != published.name and (is_elsewhere or published.name in self.withdrawals):
            self.found.taken.append((published, other))

    def _withdraw(self, name: str, former: Mapping[str, list[str]]) -> None:
        """A page in each language, at the address that was the last one; those before lead to it."""
        first = next(iter(former.values()))[0]
        last = {
            code: former[code][0] if code in former else f"{code}/{first.partition('/')[2]}" for code in self.languages
        }
        self.found.withdrawn.append(WithdrawnPage(name, self.withdrawals[name], last))
        for language, addresses in former.items():
            to = last.get(language, last[self.languages[0]])
            self.found.moved.update({address: to for address in addresses if address != to})

    def _above(self, address: str, there: Collection[str]) -> str:
        """The nearest page above an address that is there, or the home page."""
        for above in _above(address):
            if above in there:
                return above
            if above in self.found.moved:
                return self.found.moved[above]
        return self.addresses.path(HOME, self.languages[0])


def _is_page_of_its_own(name: str, kinds: Iterable[str]) -> bool:
    """Is it the page of a record, or one that somebody wrote? Anything else is there because of what others say."""
    kind, _, rest = name.partition(":")
    return kind == "page" or (kind in kinds and SLUG.fullmatch(rest) is not None)


def _above(address: str) -> Iterator[str]:
    """The addresses of the folders around one, the nearest first."""
    folder = address.removesuffix("/")
    while "/" in folder:
        folder = folder.rpartition("/")[0]
        yield f"{folder}/"
