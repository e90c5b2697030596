"""What a site was made of: the commit of its sources, their content, and the versions of what made it.

in-toto and SLSA call this the materials of a build. With it anybody can make the same site again, and compare.
"""

from collections.abc import Mapping
from dataclasses import dataclass

SHORT = 8
"""Digits of a commit that people are shown. Programs get all of them."""


@dataclass(frozen=True, slots=True)
class Revision:
    """The commit that the sources of a site were at."""

    commit: str
    """All of its hexadecimal digits."""
    is_changed: bool
    """Were there changes in the sources that were not committed?"""

    @property
    def short(self) -> str:
        """As people say it."""
        return self.commit[:SHORT]


@dataclass(frozen=True, slots=True)
class Materials:
    """What a site was made of. The same materials, made for the same day, are the same bytes."""

    revision: Revision | None
    """None where the sources are not in a repository of Git, or where Git is not installed."""
    sources: str
    """The SHA-256 of the sources, in hexadecimal: that of the text that has a line `<SHA-256>  <name>` for each file, by its name
    (`data/site.yml`), in the order of the names.
    """
    versions: Mapping[str, str]
    """The version of each program and package that took part, by its name."""
