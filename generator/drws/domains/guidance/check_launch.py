"""Each hand-written page has somebody who answers for it, and was read against its sources on a day that it names.

A statement about accessibility, privacy or rights that nobody answers for is soon wrong, and people hold the partnership to it. What is missing
is counted, for it takes posts and days, and no launch waits for all of them.
"""

from collections.abc import Iterator

from drws.kernel.problem import Place, Problem, Severity
from drws.planning.check import Subject

ID = "pages"

NAMED = 12
"""Pages that are named. A longer list helps nobody who reads it in one go."""


def check(subject: Subject) -> Iterator[Problem]:
    """How many pages have nobody, and which do not say when they were read."""
    pages = [page for page in subject.site.authored.values() if not page.is_edition]
    for key, without in (
        ("launch.no-owner", [page.path for page in pages if page.said.owner_post_id is None]),
        ("launch.no-reading", [page.path for page in pages if page.said.last_read is None]),
    ):
        if without:
            values = {"count": len(without), "total": len(pages), "names": _listed(without)}
            yield Problem(Place("content", line=1, column=1), key, values, Severity.WARNING)


def _listed(paths: list[str]) -> str:
    """The first of them in order, and … where there are more. The home page has no path."""
    names = sorted(path or "index" for path in paths)
    return ", ".join([*names[:NAMED], *(["…"] if len(names) > NAMED else [])])
