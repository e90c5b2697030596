"""The ways in which the list of functions is narrowed down. Each is a page of its own, so that it works without script."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from drws.domains.governance.function.record import Function
from drws.domains.governance.settings import GovernanceSettings
from drws.domains.law.agreement.record import Agreement
from drws.kernel.site import Site


class By(StrEnum):
    """What a list of functions goes by."""

    TIER = "tier"
    AGREEMENT = "agreement"
    LAW = "law"
    GAP = "gap"


class FunctionList(NamedTuple):
    """Some of the functions."""

    by: By
    id: str
    """The tier or the agreement; `any` where there is only one list."""

    @property
    def name(self) -> str:
        """How links name its page: `functions:tier.national`."""
        return f"functions:{self.by}.{self.id}"


def function_lists(site: Site) -> Iterator[FunctionList]:
    """Every list that has members: by tier, by agreement, those that a law requires, those with a gap."""
    agreements = {p.agreement_id: None for f in site.all(Function) for p in f.provisions if p.agreement_id}
    lists = (
        *(FunctionList(By.TIER, tier.id) for tier in site.settings(GovernanceSettings).tiers),
        *(FunctionList(By.AGREEMENT, id_) for id_ in agreements if id_ in site.of(Agreement)),
        FunctionList(By.LAW, "any"),
        FunctionList(By.GAP, "any"),
    )
    return (each for each in lists if functions_in(site, each))


def functions_in(site: Site, chosen: FunctionList | None = None) -> tuple[Function, ...]:
    """The functions of a list, or all: tier by tier, in the order of their document."""
    tiers = [tier.id for tier in site.settings(GovernanceSettings).tiers]
    ranked = sorted(
        site.all(Function),
        key=lambda f: (tiers.index(f.tier_id) if f.tier_id in tiers else len(tiers), f.order, f.id),
    )
    return tuple(function for function in ranked if chosen is None or _belongs(function, chosen))


def _belongs(function: Function, chosen: FunctionList) -> bool:
    """Is a function in a list?"""
    match chosen.by:
        case By.TIER:
            return function.tier_id == chosen.id
        case By.AGREEMENT:
            return chosen.id in {provision.agreement_id for provision in function.provisions}
        case By.LAW:
            return function.is_statutory is True
        case By.GAP:
            return bool(function.gaps)
