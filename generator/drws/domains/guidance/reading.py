"""When hand-written pages were last read against their sources, and when they are due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from drws.domains.governance.post.record import Post
from drws.kernel.authored import AuthoredPage
from drws.kernel.site import Site


@dataclass(frozen=True, slots=True)
class Reading:
    """The last reading of a page and its next."""

    last: date
    next: date | None
    """By when it is due. None where nobody said."""
    owner: Post | None
    """The post that answers for the page. None where nobody said."""
    is_late: bool
    """Has the day passed by which it was due?"""


def reading_of(page: AuthoredPage, site: Site) -> Reading | None:
    """None for a page that does not say when it was last read."""
    said = page.said
    if said.last_read is None:
        return None
    owner = site.get(Post, said.owner_post_id) if said.owner_post_id else None
    is_late = said.next_reading is not None and said.next_reading < site.as_of
    return Reading(said.last_read, said.next_reading, owner, is_late)


def late(site: Site) -> Iterator[AuthoredPage]:
    """The pages whose reading is overdue."""
    for page in site.authored.values():
        found = reading_of(page, site)
        if found and found.is_late:
            yield page
