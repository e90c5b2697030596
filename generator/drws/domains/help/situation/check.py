"""In every situation there is somebody to ring at every hour.

Whoever opens this page at night must not be told to wait for the morning.

Refused::

    data/situations/perygl.yml: {contact_ids: [dyffryn-ymholiadau]}
"""

from collections.abc import Iterator

from drws.domains.directory.contact.record import Contact
from drws.domains.help.situation.record import Situation
from drws.kernel.problem import Problem
from drws.kernel.site import known
from drws.planning.check import Subject

ID = "situations"


def check(subject: Subject) -> Iterator[Problem]:
    """Every situation none of whose lines is open at every hour."""
    if any(subject.unread.values()):
        return
    for situation in subject.site.all(Situation):
        contacts = known(subject.site.of(Contact), situation.contact_ids)
        if not any(each.is_rung and each.is_always_open for each in contacts):
            yield Problem(situation.at("contact_ids"), "situations.nobody-at-night", {"id": situation.id})
