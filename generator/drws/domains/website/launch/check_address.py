"""The site knows where it will be published.

Names such as `.example` are kept for examples (RFC 2606, RFC 6761), so nobody can ever find a site there. Every page says its own address in
`canonical`, and the sitemap, the feeds and `security.txt` say it too: it has to be right before they go out. Visitors may be at risk when
somebody reads along, so it begins with `https://`.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from drws.kernel.problem import Problem
from drws.planning.check import Subject

ID = "address"

RESERVED = ("test", "example", "invalid", "localhost", "example.com", "example.net", "example.org")
"""Names that nobody can have (RFC 2606, sections 2 and 3)."""


def check(subject: Subject) -> Iterator[Problem]:
    """An address that is an example, and one that others can read along."""
    partnership = subject.site.partnership
    address = urlsplit(partnership.url)
    if _is_reserved(address.hostname or ""):
        yield Problem(partnership.at("url"), "launch.example-address", {"value": partnership.url})
    elif address.scheme != "https":
        yield Problem(partnership.at("url"), "launch.address-without-https", {"value": partnership.url})


def _is_reserved(host: str) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in RESERVED)
