"""Every audience and every kind of help has at least one service.

A visitor who opens a door has to find someone behind it.

Refused::

    data/kinds_of_help/cwnsela.yml:
      id: cwnsela
      translation: draft
      name: {cy: Cwnsela, en: Counselling}
      order: 3
      description: {cy: Rhywun i siarad ag ef., en: Someone to talk to.}
      sources: [{url: https://dyffryn.example/}]
"""

from collections.abc import Iterator

from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.queries import listed_services
from drws.kernel.problem import Problem
from drws.planning.check import Subject

ID = "audiences"


def check(subject: Subject) -> Iterator[Problem]:
    """Every audience and kind of help that no listed service names."""
    site = subject.site
    if subject.unread.get("services"):
        return
    used = {id_ for service in listed_services(site) for id_ in (*service.audience_ids, *service.kind_of_help_ids)}
    for term in (*site.all(Audience), *site.all(KindOfHelp)):
        if term.id not in used:
            yield Problem(term.at("id"), "audiences.no-service", {"id": term.id})
