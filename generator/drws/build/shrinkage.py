"""A cut set of data is not published over a good site: one that would lose much of its pages or contacts is refused.

It is compared with the site that it would replace, or, where there is none, with the counts that the ledger of addresses has.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drws.build.load import Loaded
from drws.domains.website.ledger.export import NAME
from drws.domains.website.ledger.read import ledger_of
from drws.domains.website.ledger.written import contact_count, page_counts
from drws.domains.website.settings import WebsiteSettings
from drws.kernel.problem import Place, Problem
from drws.planning.addresses import Addresses

FEW = 2
"""So many may go from any site: an editor of a small one takes away a page."""
NAMED = 5
"""Missing pages that are named."""


@dataclass(frozen=True, slots=True)
class Before:
    """What there was."""

    pages: Mapping[str, int]
    """How many pages in each language."""
    contacts: int
    names: tuple[str, ...]
    """What the pages were called."""


def shrinkage(loaded: Loaded, published: Path) -> Iterator[Problem]:
    """What a site would lose that is put in the place of a published one, where that is more than it may."""
    site, addresses = loaded.site, loaded.addresses
    if site is None or addresses is None:
        return
    before = _of_site(published) or _of_ledger(loaded)
    if before is None:
        return
    place, share = Place(published.as_posix()), site.settings(WebsiteSettings).largest_loss
    language = site.languages[0].code
    missing = [each for each in before.names if not addresses.has(each, language)]
    later = sum(each in addresses.stand_ins for each in missing)  # not there yet, on the day of the site
    now = page_counts(site, addresses)
    for code, count in before.pages.items():
        here = now.get(code, 0) + (later if code in now else 0)
        if _is_much(count, here, share):
            values = {"language": code, "before": count, "now": here, "missing": _named(missing, addresses)}
            yield Problem(place, "publish.fewer-pages", values)
    contacts = contact_count(site)
    if _is_much(before.contacts, contacts, share):
        yield Problem(place, "publish.fewer-contacts", {"before": before.contacts, "now": contacts})


def _is_much(before: int, now: int, share: int) -> bool:
    return before - now > max(FEW, before * share / 100)


def _named(missing: list[str], addresses: Addresses) -> str:
    gone = [each for each in missing if each not in addresses.stand_ins]
    return ", ".join((*gone[:NAMED], *(["…"] if len(gone) > NAMED else []))) or "–"


def _of_site(published: Path) -> Before | None:
    """What a site says of itself; none where there is none, or one that an earlier version made."""
    try:
        table: Any = json.loads((published / NAME).read_text("utf-8"))
        pages: dict[str, int] = {}
        for languages in table["pages"].values():
            for code in languages:
                pages[code] = pages.get(code, 0) + 1
        return Before(pages, int(table["contacts"]), tuple(table["pages"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _of_ledger(loaded: Loaded) -> Before | None:
    ledger = ledger_of(loaded.site) if loaded.site else None
    if ledger is None:
        return None
    names = (name for name, each in ledger.addresses.items() if any(of[0].endswith("/") for of in each.values()))
    return Before(ledger.pages, ledger.contacts, tuple(names))
