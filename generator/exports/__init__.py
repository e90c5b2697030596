"""Files other than pages: one format a file, the site in, names of files and what makes them out."""

from generator.exports import build_info, calendars, headers, observations, popolo, robots, sitemap, vcards
from generator.exports.export import Export

EXPORTS: tuple[Export, ...] = (
    sitemap.export,
    robots.export,
    headers.export,
    build_info.export,
    vcards.export,
    popolo.export,
    observations.export,
    calendars.export,
)
