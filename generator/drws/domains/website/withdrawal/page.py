"""The page that stands where another was withdrawn: what it was, since when it is gone, why, and where to go instead."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.website.ledger.answers import WithdrawnPage
from drws.domains.website.ledger.planned import planned_answers
from drws.domains.website.withdrawal.record import Withdrawal
from drws.planning.page_plan import Crumb, PagePlan, PageUrl
from drws.planning.plan import Planner
from drws.planning.way import Way, way


@dataclass(frozen=True, slots=True)
class WithdrawalView:
    """What the page prints."""

    withdrawal: Withdrawal
    instead: tuple[Way, ...]
    """The best one first."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page for each that was withdrawn. Search does not find it, and search engines forget it."""
    for withdrawn in planned_answers(planner).withdrawn:
        yield _page(withdrawn, planner)


def _page(withdrawn: WithdrawnPage, planner: Planner) -> PagePlan:
    withdrawal, base = withdrawn.withdrawal, planner.addresses.base
    name = planner.plain(withdrawal.name)
    address = withdrawn.addresses[planner.code]
    home = planner.printed(planner.say("page.home"), planner.strings.language_of("page.home", planner.code))
    return PagePlan(
        name=f"withdrawn:{withdrawn.name}",
        language=planner.code,
        path=f"{address}index.html",
        url=base + address,
        title=planner.say("withdrawn.title", name=name),
        title_language=planner.foreign(withdrawal.name),
        description=planner.plain(withdrawal.reason),
        template="website/withdrawal.html",
        view=WithdrawalView(withdrawal, tuple(way(each, None, planner) for each in withdrawal.instead)),
        alternates=tuple(PageUrl(code, base + each) for code, each in withdrawn.addresses.items()),
        breadcrumbs=(Crumb(home, planner.url("home")),),
        translation=withdrawal.translation,
        is_searchable=False,
        is_indexed=False,
        source=withdrawal.at(),
        kind=withdrawal.KIND,
    )
