"""Each party stands in an agreement once.

Refused::

    data/agreements/cytundeb-bach.yml:
      parties: [{actor_id: dyffryn-aur, state: not_known}, {actor_id: dyffryn-aur, state: not_known}]
"""

from collections.abc import Iterator

from drws.domains.law.agreement.record import Agreement
from drws.kernel.problem import Problem
from drws.planning.check import Subject

ID = "parties"


def check(subject: Subject) -> Iterator[Problem]:
    """Every party that an agreement has named before."""
    for agreement in subject.site.all(Agreement):
        seen: set[str] = set()
        for index, party in enumerate(agreement.parties):
            if party.actor_id in seen:
                place = agreement.at("parties", index, "actor_id")
                yield Problem(place, "parties.twice", {"id": party.actor_id})
            seen.update({party.actor_id} if party.actor_id else ())
