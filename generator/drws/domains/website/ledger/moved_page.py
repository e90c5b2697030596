"""A page at an address that something had before: it leads on by itself, also where the host cannot, and without a script."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from drws.domains.website.ledger.answers import Answers
from drws.domains.website.ledger.planned import planned_answers
from drws.kernel.entity import Translation
from drws.planning.page_plan import PagePlan, PageUrl
from drws.planning.plan import Planner


class Onward(NamedTuple):
    """Where it leads, in one language."""

    language: str
    url: str


@dataclass(frozen=True, slots=True)
class MovedView:
    """What the page prints."""

    url: str
    """Where it leads by itself."""
    onward: tuple[Onward, ...]
    """The same page in each language: that of this page first."""


def plan_moved(answers: Answers, planners: tuple[Planner, ...]) -> Iterator[PagePlan]:
    """One page for each former address of a page, in the language of the page to which it leads."""
    first = planners[0]
    counterparts = _counterparts(first)
    by_language = {planner.code: planner for planner in planners}
    for address, to in answers.moved_pages.items():
        alternates = counterparts[to]
        code = next(each for each, url in alternates if url == first.addresses.base + to)
        yield _page(address, code, alternates, by_language[code])


def _page(address: str, code: str, alternates: tuple[PageUrl, ...], planner: Planner) -> PagePlan:
    urls = dict(alternates)
    onward = (Onward(code, urls[code]), *(Onward(*each) for each in alternates if each.language != code))
    return PagePlan(
        name=f"moved:{address}",
        language=code,
        path=f"{address}index.html",
        url=planner.addresses.base + address,
        title=planner.say("moved.title"),
        title_language=None,
        description=planner.say("moved.lead"),
        template="website/moved.html",
        view=MovedView(urls[code], onward),
        alternates=alternates,
        translation=Translation.DRAFT if planner.strings.is_draft else Translation.REVIEWED,
        is_searchable=False,
        is_indexed=False,
    )


def _counterparts(planner: Planner) -> Mapping[str, tuple[PageUrl, ...]]:
    """By the address of a page, where it is in every language."""
    addresses, languages = planner.addresses, [each.code for each in planner.site.languages]
    found: dict[str, tuple[PageUrl, ...]] = {}
    for (name, _), address in addresses.paths.items():
        if address.endswith("/"):
            found[address] = tuple(PageUrl(code, addresses.url(name, code)) for code in languages)
    for page in planned_answers(planner).withdrawn:
        alternates = tuple(PageUrl(code, addresses.base + each) for code, each in page.addresses.items())
        found |= dict.fromkeys(page.addresses.values(), alternates)
    return found
