"""Something that was found in words, and how it may be shown."""

from typing import NamedTuple

SHOWN = 3
"""Characters of it that a message shows, at most: whoever knows where it stands needs no more, and logs are read by others."""


class Finding(NamedTuple):
    """What looks like something about one person."""

    what: str
    """Its kind: `mobile`, `password`, or the id of one of `personal_numbers` in `data/site.yml`."""
    text: str
    """As it was written."""

    @property
    def hint(self) -> str:
        """Its beginning. Of a mailbox also whose it is."""
        name, at, host = self.text.partition("@")
        return f"{name[: min(SHOWN, len(name) // 4)]}…{at}{host if self.what == 'mailbox' else ''}"
