"""The orders in which the library can be read."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from drws.domains.policies.policy.record import Policy
from drws.domains.policies.policy.standing import current_date, review_day


class PolicyOrder(StrEnum):
    """The orders, the usual one first. Their names stand in the library's address: `?sort=review`."""

    TITLE = "title"
    DATE = "date"
    REVIEW = "review"


def in_order(by_title: Iterable[Policy], order: PolicyOrder, day: date) -> tuple[Policy, ...]:
    """Policies in alphabetical order put into another one: the newest first, or the next review first. What has no date comes last."""
    match order:
        case PolicyOrder.TITLE:
            return tuple(by_title)
        case PolicyOrder.DATE:
            return tuple(sorted(by_title, key=lambda policy: -_newest(policy, day)))
        case PolicyOrder.REVIEW:
            return tuple(sorted(by_title, key=lambda policy: review_day(policy, day) or date.max))


def _newest(policy: Policy, day: date) -> int:
    found = current_date(policy, day)
    return found.first_day.toordinal() if found else 0


def page_of(order: PolicyOrder) -> str:
    """The name of the page of an order: the library itself for the usual one."""
    return "policies" if order is PolicyOrder.TITLE else f"policies-by:{order}"
