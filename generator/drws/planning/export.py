"""What an export is: a site in, names of files and what makes them out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from drws.kernel.materials import Materials
from drws.kernel.site import Site
from drws.planning.addresses import Addresses
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner

Content = Callable[[], bytes]
"""Makes the content of a file, in whichever process has time for it."""
File = tuple[str, Content]
"""A file: its name, from the root of the site, and its content."""


@dataclass(frozen=True)
class Publication:
    """A site that is about to be published, as files for programs are made of it. They read the records, never what a page prints."""

    planners: tuple[Planner, ...]
    """One for each language, in their order: the site, its words and addresses, and what was worked out for its pages."""
    plans: tuple[PagePlan, ...]
    """Every page: where it is, and in which languages."""
    is_searched: bool = False
    """Will it have a search index?"""
    materials: Materials | None = None
    """What it is made of, where that is known."""
    is_compressed: bool = False
    """Will its text have compressed forms beside it?"""

    @property
    def site(self) -> Site:
        """The records."""
        return self.planners[0].site

    @property
    def addresses(self) -> Addresses:
        """Where everything is."""
        return self.planners[0].addresses


Export = Callable[[Publication], Iterator[File]]
"""Names every file of one format. Each is made only when it is written."""
