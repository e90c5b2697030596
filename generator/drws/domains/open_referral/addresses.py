"""Where the feeds are. Programs expect the names of the standard, so these addresses are the same words in each language."""

from collections.abc import Iterator

from drws.kernel.site import Site
from drws.planning.addresses import Naming

FEED = "open-referral"
"""The root of a feed."""
BUNDLE = "open-referral-bundle"
"""Everything of a feed in one file."""
TABLES = "open-referral-tables"
"""The description of the tables."""
FOLDER = "data/oruk/v3"
TABLES_FOLDER = "data/tables"


def addresses(naming: Naming) -> Iterator[tuple[str, str]]:
    """The files to begin with."""
    yield FEED, f"{FOLDER}/{naming.language}/index.json"
    yield BUNDLE, f"{FOLDER}/{naming.language}/bundle.json"
    yield TABLES, f"{TABLES_FOLDER}/{naming.language}/datapackage.json"


def folder(language: str) -> str:
    """The folder of a feed, from the root of the site."""
    return f"{FOLDER}/{language}"


def tables_folder(language: str) -> str:
    """The folder of the tables of a language."""
    return f"{TABLES_FOLDER}/{language}"


def alternates(name: str, site: Site) -> dict[str, str]:
    """Where a file of the feed is in each language."""
    return {each.code: f"{site.partnership.url}{folder(each.code)}/{name}" for each in site.languages}
