"""Each clause has a number of its own, stands in order, and is there when it is named.

A link to a clause has to lead to what it says. The numbers are those of the original; where the original has one wrong, `numbering_note`
says so. Numbers in figures are in order: `2`, `2.1`, `2.10`, `3`.

Refused::

    data/agreements/cytundeb-bach.yml:
      clauses:
        - {number: 1.1, title: {cy: Enw, en: Name}}
        - {number: 1.1, title: {cy: Enw arall, en: Another name}}
"""

import re
from collections.abc import Iterator

from drws.domains.law.agreement.record import Agreement
from drws.domains.law.citations import every_citation
from drws.kernel.problem import Problem, nearest
from drws.planning.check import Subject

ID = "clauses"

IN_FIGURES = re.compile(r"\d{1,9}(\.\d{1,9})*")


def check(subject: Subject) -> Iterator[Problem]:
    """Every number that stands twice, be it with other marks between its parts, or after a higher one; and every number that no clause has, where it is named."""
    site = subject.site
    for agreement in site.all(Agreement):
        numbers: set[str] = set()
        anchors: set[str] = set()
        for index, clause in enumerate(agreement.clauses):
            if clause.anchor in anchors:
                yield Problem(agreement.at("clauses", index, "number"), "clauses.twice", {"number": clause.number})
            anchors.add(clause.anchor)
            numbers.add(clause.number)
        yield from _out_of_order(agreement)
        for index, rule in enumerate(agreement.rules):
            for place, number in enumerate(rule.clauses):
                if number not in numbers:
                    yield Problem(
                        agreement.at("rules", index, "clauses", place),
                        "clauses.unknown",
                        {"number": number, "id": agreement.id, "nearest": nearest(number, numbers)},
                    )
    for citation in every_citation(site):
        named = site.get(Agreement, citation.provision.agreement_id)
        wanted = citation.provision.number
        if named and wanted and not named.clause(wanted):
            yield Problem(
                citation.record.at(*citation.path, "number"),
                "clauses.unknown",
                {"number": wanted, "id": named.id, "nearest": nearest(wanted, [each.number for each in named.clauses])},
            )


def _out_of_order(agreement: Agreement) -> Iterator[Problem]:
    """Every clause with a lower number than one before it. Passed over are numbers with letters, and those that the original has wrong."""
    seen: set[tuple[int, ...]] = set()
    highest: tuple[int, ...] = ()
    for index, clause in enumerate(agreement.clauses):
        if clause.numbering_note or not IN_FIGURES.fullmatch(clause.number):
            continue
        number = tuple(map(int, clause.number.split(".")))
        if number < highest and number not in seen:
            values = {"number": clause.number, "before": ".".join(map(str, highest))}
            yield Problem(agreement.at("clauses", index, "number"), "clauses.order", values)
        seen.add(number)
        highest = max(highest, number)
