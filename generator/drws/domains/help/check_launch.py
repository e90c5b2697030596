"""The lines of “help now” are confirmed.

Like those of [the directory](#launch-confirmation): each was rung, or its organization asked, by a person who wrote down the day.
"""

from collections.abc import Iterator

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.launch.check_confirmation import unconfirmed_lines
from drws.domains.help.situation.record import Situation
from drws.kernel.problem import Problem
from drws.kernel.site import known
from drws.planning.check import Subject

ID = "help"


def check(subject: Subject) -> Iterator[Problem]:
    """Each line that is not, once."""
    site = subject.site
    named = dict.fromkeys(id_ for situation in site.all(Situation) for id_ in situation.contact_ids)
    yield from unconfirmed_lines(known(site.of(Contact), named), site)
