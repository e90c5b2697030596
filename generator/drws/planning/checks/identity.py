"""An id means one thing only.

Regions, authorities and other organizations are all organizations, and records refer to them by id alone. So no two of them may share one.
The same holds for bodies and posts, to whom others answer as they do to organizations, and for services, laws, agreements and duties, which
a decision can change as it can change any of those.

Refused::

    data/organizations/dyffryn.yml:
      id: dyffryn
      translation: draft
      name: {cy: Dyffryn, en: Dyffryn}
      organization_type: charity
      description: {cy: Elusen yw hon., en: This is a charity.}
      sources: [{url: https://dyffryn.example/}]
"""

from collections.abc import Iterator

from drws.kernel.problem import Problem
from drws.kernel.roles import Actor, Decidable
from drws.planning.check import Subject

ID = "identity"


def check(subject: Subject) -> Iterator[Problem]:
    """Every id that two of them share, at the later one."""
    seen = dict.fromkeys(subject.ids("areas"), "data/site.yml")
    for record in subject.site.entities:
        if isinstance(record, (Actor, Decidable)):
            if first := seen.get(record.id):
                yield Problem(record.at("id"), "identity.taken", {"id": record.id, "file": first})
            seen[record.id] = record.at().file
