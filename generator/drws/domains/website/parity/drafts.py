"""How much of the text no translator has read yet, by where it stands."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from drws.kernel.entity import Translated, Translation
from drws.planning.plan import Planner


class Drafts(NamedTuple):
    """A folder, or a file, with texts."""

    folder: str
    """As places write it: `data/services`, `content/cy`."""
    drafts: int
    """Records, pages or files that no translator has read."""
    total: int
    """All of them."""


def drafts(planner: Planner) -> tuple[Drafts, ...]:
    """Every folder with texts. A page in several languages is one in the folder of each."""
    states = list(_states(planner))
    unread = Counter(folder for folder, state in states if state is Translation.DRAFT)
    return tuple(Drafts(folder, unread[folder], total) for folder, total in Counter(each for each, _ in states).items())


def _states(planner: Planner) -> Iterator[tuple[str, Translation]]:
    """The site’s own file, records, hand-written pages, the finder and the interface."""
    site = planner.site
    yield site.partnership.at().file, site.partnership.translation
    yield from ((f"data/{record.FOLDER}", record.translation) for record in site.entities)
    for page in site.authored.values():
        for code, text in page.texts.items():
            if text.language == code:
                yield f"content/{code}", text.front_matter.translation
    yield from (("data", read.translation) for read in site.datasets.values() if isinstance(read, Translated))
    yield "theme", Translation.DRAFT if planner.strings.is_draft else Translation.REVIEWED
