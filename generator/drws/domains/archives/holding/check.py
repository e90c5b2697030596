"""Records of adoptions have one holder at a time, and a source says so where it is certain.

Two holders share the records of a body by place or by years. A body has one file. Nobody is sent to a holder that has closed.

Refused::

    data/record_holdings/hen-gymdeithas.yml: {custody: [{holder_id: pont, basis: confirmed}]}
"""

from collections.abc import Iterator
from itertools import combinations

from drws.domains.archives.holding.queries import part_of
from drws.domains.archives.holding.record import Custody, CustodyBasis, RecordHolding
from drws.domains.directory.organization.record import OrganizationStatus
from drws.domains.directory.queries import provider
from drws.kernel.problem import Problem
from drws.kernel.site import Site
from drws.planning.check import Subject

ID = "record-holdings"


def check(subject: Subject) -> Iterator[Problem]:
    """Everything about holders that cannot be so, or that nobody can look up."""
    site = subject.site
    for holding in site.all(RecordHolding):
        yield from _custody(holding, site)
    yield from _twice(site)


def _custody(holding: RecordHolding, site: Site) -> Iterator[Problem]:
    for index, each in enumerate(holding.custody):
        holder = provider(each.holder_id, site)
        if each.basis is CustodyBasis.CONFIRMED and not each.sources:
            yield Problem(holding.at("custody", index, "basis"), "record-holdings.unsourced", {"id": each.holder_id})
        if holder and holder.status is OrganizationStatus.DEFUNCT:
            yield Problem(holding.at("custody", index, "holder_id"), "record-holdings.closed", {"id": each.holder_id})
        if not each.meets(holding.period):
            yield Problem(holding.at("custody", index), "record-holdings.other-time", {"id": each.holder_id})
    numbered = enumerate(holding.custody)
    for (_, one), (index, other) in combinations(numbered, 2):
        if one.meets(other) and _is_same_part(one, other, site):
            values = {"id": other.holder_id, "other": one.holder_id}
            yield Problem(holding.at("custody", index, "holder_id"), "record-holdings.overlap", values)


def _is_same_part(one: Custody, other: Custody, site: Site) -> bool:
    """Do two holders hold the same records, as far as places tell?"""
    parts = part_of(one, site), part_of(other, site)
    return None in parts or parts[0] == parts[1]


def _twice(site: Site) -> Iterator[Problem]:
    """A body with two files, by any of its names, whose times meet."""
    named: dict[str, RecordHolding] = {}
    codes = [language.code for language in site.languages]
    for holding in site.all(RecordHolding):
        said = [(holding.name.in_language(code).words, *holding.alternate_names.in_language(code)) for code in codes]
        for name in dict.fromkeys(each for names in said for each in names):
            before = named.setdefault(name.casefold(), holding)
            if before != holding and before.period.meets(holding.period):
                yield Problem(holding.at("name"), "record-holdings.twice", {"name": name, "id": before.id})
                break
