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
from itertools import chain

from drws.kernel.problem import Problem
from drws.planning.check import Subject

ID = "identity"


def check(subject: Subject) -> Iterator[Problem]:
    """Every id that two of them share, at the later one."""
    site = subject.site
    seen: dict[str, str] = {}
    for area in site.partnership.areas:
        seen[area.id] = "data/site.yml"
    actors = (site.regions, site.authorities, site.organizations, site.bodies, site.posts)
    others = (site.services, site.legislation, site.agreements, site.duties)
    for record in chain.from_iterable(each.values() for each in (*actors, *others)):
        if first := seen.get(record.id):
            yield Problem(record.at("id"), "identity.taken", {"id": record.id, "file": first})
        seen[record.id] = record.at().file
