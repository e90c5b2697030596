"""Each version as a PDF, below its own address: `en/policies/letterbox/@2024-04-01/letterbox.pdf`."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from drws.domains.policies.policy import page
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One document for each version that has a page of its own: it says the same in another form."""
    for each in page.plan(planner):
        if each.view.is_version:
            folder = PurePosixPath(each.path).parent
            path = folder / f"{folder.parent.name}.pdf"
            yield replace(each, path=path.as_posix(), template="policies/document.html")
