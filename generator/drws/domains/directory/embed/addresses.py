"""Where the files of the embedded finder are. Pages of others name these addresses, so they stay: what would break such a page gets a new number."""

from drws.domains.directory.finder.geography import Geography
from drws.kernel.site import Site

PAGE = "embed"
"""The page that says how to put the finder on another site."""
EMBED = "embed/"
"""The folder, from the root of the site. Policies of other sites name it."""
VERSION = f"{EMBED}1/"
"""What pages name. The number is that of the element: its name, its attributes, and what it needs of a page."""
SCRIPT = f"{VERSION}finder.js"
PARTS = f"{EMBED}parts/"
"""What the script and the words name: files whose names change with what is in them. Not below the other folder: hosts add up the headers of
folders that lie in each other."""


def words_path(language: str) -> str:
    """The words in a language. As text, so that nobody who opens the address is shown half a page."""
    return f"{VERSION}{language}.txt"


def has_finder(site: Site) -> bool:
    """Is there a finder to put anywhere?"""
    return site.dataset(Geography) is not None
