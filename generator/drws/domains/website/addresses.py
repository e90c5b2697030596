"""Where the files about the website itself are."""

from collections.abc import Iterator

from drws.planning.addresses import Naming

BUILD_INFO = "build-info"
SITEMAP = "sitemap"
"""The names of files that say which day made the site, and which pages it has: one of each for all languages."""


def files(_naming: Naming) -> Iterator[tuple[str, str]]:
    """Each of them, at the root, where programs look."""
    yield BUILD_INFO, "build-info.json"
    yield SITEMAP, "sitemap.xml"
