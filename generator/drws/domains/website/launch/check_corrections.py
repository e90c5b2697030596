"""Somebody mends what is wrong on the site.

Facts grow old, and it is visitors who notice. Without an address for corrections the pages can only say whom to tell instead.
"""

from collections.abc import Iterator

from drws.kernel.problem import Problem
from drws.planning.check import Subject

ID = "corrections"


def check(subject: Subject) -> Iterator[Problem]:
    """No address for corrections."""
    partnership = subject.site.partnership
    if partnership.corrections_email is None:
        yield Problem(partnership.at(), "launch.no-corrections")
