"""The folder for things in between: what Drws writes and removes there is its own.

It is known by `CACHEDIR.TAG`, the mark of folders that may be deleted at any time (bford.info/cachedir): backups leave such folders out.
"""

from pathlib import Path

from drws.build.publish import holds_more
from drws.kernel.problem import Place, Problem, Refused
from drws.system.lock import NAME as LOCK

TAG = "CACHEDIR.TAG"

CONTENT = """Signature: 8a477f597d28d172789f06886806bc55
# This folder belongs to drws. It may be deleted at any time.
"""
"""The first line is the same in every such folder, whoever made it. By the second we know ours."""


def refuse_work_folder(work: Path, others: tuple[Path, ...]) -> None:
    """Raise Refused unless `work` is free, empty, or a work folder of ours, and neither in one of the others nor around it."""
    place = Place(work.as_posix())
    try:
        if holds_more(work, others):
            raise Refused(Problem(place, "publish.work-inside-sources"))
        if work.exists() and not work.is_dir():
            raise Refused(Problem(place, "publish.work-not-ours"))
        if work.is_dir() and {each.name for each in work.iterdir()} - {LOCK} and not _is_ours(work):
            raise Refused(Problem(place, "publish.work-not-ours"))
    except (OSError, RuntimeError, ValueError):  # links that lead to one another, a tag that is no text
        raise Refused(Problem(place, "publish.impossible")) from None


def claim_work_folder(work: Path) -> None:
    """Mark a work folder that was refused by nobody as ours, before anything else is written into it. Raises Refused where that cannot be."""
    try:
        if not (work / TAG).exists():
            (work / TAG).write_text(CONTENT, "utf-8", newline="\n")
    except OSError:
        raise Refused(Problem(Place(work.as_posix()), "publish.impossible")) from None


def _is_ours(work: Path) -> bool:
    return (work / TAG).is_file() and (work / TAG).read_text("utf-8") == CONTENT
