"""Files other than pages: one format a file, the site in, names of files and what makes them out."""

from drws.domains.diary.calendar import export as calendars
from drws.domains.diary.popolo import export as popolo
from drws.domains.directory.contact import cards as vcards
from drws.domains.figures.observation import export as observations
from drws.domains.website import build_info, headers, robots, sitemap
from drws.planning.export import Export

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
