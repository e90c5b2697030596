"""How to use what the site says elsewhere: every file, an example of each, on what terms, and whom to tell about a mistake."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.website.open_data.datasets import DescribedDataset, datasets
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class OpenDataView:
    """What the page prints."""

    datasets: tuple[DescribedDataset, ...]
    formats: tuple[str, ...]
    """The formats that there are, in the order in which they are met."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    found = planner.once(datasets)
    formats = tuple(dict.fromkeys(files.format for each in found for files in each.files))
    yield from planner.page("open-data", "website/open-data.html", OpenDataView(found, formats))
