"""The files of the feeds of the diary."""

from collections.abc import Iterator
from functools import partial

from drws.domains.diary.feeds.atom import as_atom
from drws.domains.diary.feeds.registers import registers
from drws.planning.export import File, Publication


def export(publication: Publication) -> Iterator[File]:
    """One for each register and language."""
    for planner in publication.planners:
        for feed in registers(planner.site):
            yield planner.addresses.path(feed.name, planner.code), partial(as_atom, feed, planner)
