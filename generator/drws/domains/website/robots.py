"""`robots.txt`: everyone may read everything, and here is the list of pages (RFC 9309)."""

from collections.abc import Iterator
from urllib.parse import urljoin

from drws.kernel.site import Site
from drws.planning.addresses import Addresses
from drws.planning.export import File
from drws.planning.plan import PagePlan


def export(site: Site, _plans: tuple[PagePlan, ...], _addresses: Addresses) -> Iterator[File]:
    """One file."""
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {urljoin(site.partnership.url, 'sitemap.xml')}\n".encode
