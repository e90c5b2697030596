"""`/.well-known/security.txt`: whom somebody tells who has found a hole in the site (RFC 9116)."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from functools import partial
from urllib.parse import urljoin

from drws.domains.website.settings import Security, WebsiteSettings
from drws.kernel.site import Site
from drws.planning.export import File, Publication

NAME = ".well-known/security.txt"
"""Where it is (RFC 9116, section 3)."""

DAYS = 180
"""For how many days it holds: half a year. Less than a year is recommended (section 2.5.5). A site that nobody builds any more should not go on
to say that somebody answers.
"""


def export(publication: Publication) -> Iterator[File]:
    """One file, where somebody can be told."""
    site = publication.site
    if security := site.settings(WebsiteSettings).security:
        yield NAME, partial(_security_txt, site, security)


def _security_txt(site: Site, security: Security) -> bytes:
    expires = datetime.combine(site.as_of + timedelta(days=DAYS), time(), UTC)
    fields = [
        *(("Contact", address) for address in _contacts(security)),
        ("Expires", expires.isoformat().replace("+00:00", "Z")),
        ("Preferred-Languages", ", ".join(language.code for language in site.languages)),
        ("Canonical", urljoin(site.partnership.url, NAME)),
        *(("Policy", address) for address in (security.policy.addresses.values() if security.policy else ())),
    ]
    return "".join(f"{name}: {value}\n" for name, value in fields).encode()


def _contacts(security: Security) -> Iterator[str]:
    """What is preferred comes first (section 2.5.3)."""
    if security.email:
        yield f"mailto:{security.email}"
    if security.website:
        yield from security.website.addresses.values()
