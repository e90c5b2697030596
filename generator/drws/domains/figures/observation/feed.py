"""The feed of figures: when their sources published them, as far as a source gives its date. And its files."""

from collections.abc import Iterator
from functools import partial

from drws.domains.diary.feeds.atom import as_atom
from drws.domains.diary.feeds.feed import Entry, Feed, feed
from drws.domains.figures.measure.record import Measure
from drws.domains.figures.observation.queries import figures_of
from drws.kernel.site import Site, derived
from drws.planning.export import File, Publication


def export(publication: Publication) -> Iterator[File]:
    """One for each language, where a source gives its date."""
    for planner in publication.planners:
        if (found := figures_feed(planner.site)).entries:
            yield planner.addresses.path(found.name, planner.code), partial(as_atom, found, planner)


@derived
def figures_feed(site: Site) -> Feed:
    """An entry for each measure and each date on which a source published figures of it."""
    return feed("performance", _entries(site), site.as_of)


def _entries(site: Site) -> Iterator[Entry]:
    for measure in site.all(Measure):
        for date in sorted({each.as_of for each in figures_of(measure, site) if each.as_of}):
            id_ = f"measure/{measure.id}/{date.iso}"
            yield Entry(id_, "figures", date, measure.name, (measure.definition,), measure)
