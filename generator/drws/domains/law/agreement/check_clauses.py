"""Each clause of an agreement has a number of its own, and who names one finds it.

A link to a clause has to lead to what it says. The numbers are those of the original; where the original has one wrong, `numbering_note`
says so.

Refused::

    data/agreements/cytundeb-bach.yml:
      clauses:
        - {number: 1.1, title: {cy: Enw, en: Name}}
        - {number: 1.1, title: {cy: Enw arall, en: Another name}}
"""

from collections.abc import Iterator

from drws.domains.law.agreement.record import Agreement
from drws.domains.law.citations import provisions
from drws.kernel.problem import Problem, nearest
from drws.planning.check import Subject

ID = "clauses"


def check(subject: Subject) -> Iterator[Problem]:
    """Every number that stands twice, be it with other marks between its parts, and every number that no clause has, where it is named."""
    site = subject.site
    for agreement in site.all(Agreement):
        numbers: set[str] = set()
        anchors: set[str] = set()
        for index, clause in enumerate(agreement.clauses):
            if clause.anchor in anchors:
                yield Problem(agreement.at("clauses", index, "number"), "clauses.twice", {"number": clause.number})
            anchors.add(clause.anchor)
            numbers.add(clause.number)
        for index, rule in enumerate(agreement.rules):
            for place, number in enumerate(rule.clauses):
                if number not in numbers:
                    yield Problem(
                        agreement.at("rules", index, "clauses", place),
                        "clauses.unknown",
                        {"number": number, "id": agreement.id, "nearest": nearest(number, numbers)},
                    )
    for resting in provisions(site):
        named = site.get(Agreement, resting.provision.agreement_id)
        wanted = resting.provision.number
        if named and wanted and not named.clause(wanted):
            yield Problem(
                resting.record.at(*resting.path, "number"),
                "clauses.unknown",
                {"number": wanted, "id": named.id, "nearest": nearest(wanted, [each.number for each in named.clauses])},
            )
