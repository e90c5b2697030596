"""Files other than pages: one format a file, the site in, names and bytes out."""

from collections.abc import Callable, Iterator

from generator.exports import build_info, headers, robots, sitemap
from generator.model.site import Site
from generator.pages.plan import PagePlan

EXPORTS: tuple[Callable[[Site, tuple[PagePlan, ...]], Iterator[tuple[str, bytes]]], ...] = (
    sitemap.export,
    robots.export,
    headers.export,
    build_info.export,
)
