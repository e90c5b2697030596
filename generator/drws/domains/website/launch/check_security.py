"""Whoever finds a hole in the site knows whom to tell.

`/.well-known/security.txt` says it (RFC 9116). It is made where `data/site.yml` has `security`.
"""

from collections.abc import Iterator

from drws.domains.website.settings import WebsiteSettings
from drws.kernel.problem import Problem
from drws.planning.check import Subject

ID = "security"


def check(subject: Subject) -> Iterator[Problem]:
    """Nobody to tell."""
    if subject.site.settings(WebsiteSettings).security is None:
        yield Problem(subject.site.partnership.at(), "launch.no-security-contact")
