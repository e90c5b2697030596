"""`data/search/words.yml`: a file that may be left out."""

from drws.domains.website.search.words import SearchWords
from drws.kernel.partnership import Partnership
from drws.kernel.site import Site
from drws.planning.domain import Read, Reader
from drws.read.decode import Context
from drws.read.reader import Folder, read_record


def read(data: Folder, context: Context, _partnership: Partnership | None) -> Read:
    """What people say when they search."""
    file = data.path / "search" / "words.yml"
    return Read(*read_record(SearchWords, file, data, context)) if file.exists() else Read(None, [])


def search_words(site: Site) -> SearchWords:
    """What people say when they search on a site: nothing where it has no such file."""
    return site.dataset(SearchWords) or SearchWords()


SEARCH_WORDS = Reader(SearchWords, read)
