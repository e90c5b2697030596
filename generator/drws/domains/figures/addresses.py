"""Where the tables of figures are, and the feed of new ones."""

from collections.abc import Iterator

from drws.domains.diary.feeds.feed import feed_path
from drws.domains.figures.measure.record import Measure
from drws.domains.figures.observation.feed import figures_feed
from drws.planning.addresses import Naming


def addresses(naming: Naming) -> Iterator[tuple[str, str]]:
    """The table of each measure, one file for all languages, and the feed."""
    found = figures_feed(naming.site)
    if found.entries:
        yield found.name, feed_path(found.page, naming)
    for measure in naming.site.all(Measure):
        yield table_of(measure), f"observations/{measure.id}.csv"


def table_of(measure: Measure) -> str:
    """The name of the file with the figures of a measure."""
    return f"table:{measure.id}"
