"""`robots.txt`: everyone may read everything, and here is the list of pages (RFC 9309)."""

from collections.abc import Iterator
from urllib.parse import urljoin

from drws.planning.export import File, Publication


def export(publication: Publication) -> Iterator[File]:
    """One file."""
    site = publication.site
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {urljoin(site.partnership.url, 'sitemap.xml')}\n".encode
