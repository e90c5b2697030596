"""What a site that is being planned answers at the addresses of its ledger."""

from collections.abc import Iterable
from dataclasses import replace

from drws.domains.website.ledger.answers import Answers, answers
from drws.domains.website.ledger.read import ledger_of
from drws.domains.website.ledger.record import Ledger
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner

INDEX = "index.html"
"""The file of a page, in the folder that is its address."""


def planned_answers(planner: Planner) -> Answers:
    """As far as it is known before any page is planned: what was withdrawn. The same for every page of a language."""
    return planner.once(_answers)


def _answers(planner: Planner) -> Answers:
    return answers(ledger_of(planner.site) or Ledger(), planner.site, planner.addresses, planner.domains)


def answers_beside(plans: Iterable[PagePlan], planner: Planner) -> Answers:
    """Beside pages that will be there. Something can have an address and no page: nothing leads there then."""
    there = {plan.path for plan in plans}
    paths = {
        key: address
        for key, address in planner.addresses.paths.items()
        if not address.endswith("/") or address + INDEX in there
    }
    ledger = ledger_of(planner.site) or Ledger()
    return answers(ledger, planner.site, replace(planner.addresses, paths=paths), planner.domains)
