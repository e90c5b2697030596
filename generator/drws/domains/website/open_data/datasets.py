"""The files that others can use, of every subject that the site has, as they are on its day."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import urljoin

from drws.kernel.site import grouped
from drws.planning.dataset import Dataset
from drws.planning.plan import Planner

DEFAULT_FORMAT = "json"
"""Of a file whose address has no ending: what programs ask for by a path alone."""


@dataclass(frozen=True, slots=True)
class DataFiles:
    """Files of one format."""

    format: str
    """By the ending of their names: `csv`."""
    url: str
    """The first of them, as it stands in a link."""
    address: str
    """The same with the name of the site's machine, for programs."""
    file_name: str
    """What it is called when it is saved."""
    count: int
    """How many there are."""


class DescribedDataset(NamedTuple):
    """A dataset, and what there is of it in one language."""

    dataset: Dataset
    files: tuple[DataFiles, ...]
    """By their format, the best first."""
    is_shared: bool
    """Are they the same in every language of the site?"""
    page_url: str
    """The page that shows the same to people. Empty where there is none."""


def datasets(planner: Planner) -> tuple[DescribedDataset, ...]:
    """Those of which the site has a file, in the order of the subjects: for `planner.once`."""
    return tuple(_described(planner))


def _described(planner: Planner) -> Iterator[DescribedDataset]:
    addresses, codes = planner.addresses, [language.code for language in planner.site.languages]
    for dataset in planner.domains.datasets:
        if paths := list(dataset.paths(addresses, planner.code)):
            yield DescribedDataset(
                dataset,
                tuple(_files(paths, planner)),
                is_shared=all(list(dataset.paths(addresses, code)) == paths for code in codes),
                page_url=planner.url(dataset.page) if addresses.has(dataset.page, planner.code) else "",
            )


def _files(paths: list[str], planner: Planner) -> Iterator[DataFiles]:
    for format_, files in grouped((_format(path), path) for path in paths).items():
        yield DataFiles(
            format_,
            planner.addresses.base + files[0],
            urljoin(planner.site.partnership.url, files[0]),
            PurePosixPath(files[0]).name,
            len(files),
        )


def _format(path: str) -> str:
    return PurePosixPath(path).suffix.removeprefix(".") or DEFAULT_FORMAT
