"""Files other than pages: one format a file, the site in, names and bytes out."""

from collections.abc import Callable, Iterator

from generator.addresses import Addresses
from generator.exports import build_info, calendars, headers, observations, popolo, robots, sitemap, vcards
from generator.model.site import Site
from generator.pages.plan import PagePlan

EXPORTS: tuple[Callable[[Site, tuple[PagePlan, ...], Addresses], Iterator[tuple[str, bytes]]], ...] = (
    sitemap.export,
    robots.export,
    headers.export,
    build_info.export,
    vcards.export,
    popolo.export,
    observations.export,
    calendars.export,
)
