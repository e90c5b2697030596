"""`data/search/words.yml` and `data/search/topics.yml`: files that may be left out."""

from drws.domains.website.search.words import SearchTopics, SearchWords
from drws.kernel.partnership import Partnership
from drws.kernel.site import Site
from drws.planning.domain import Read, Reader
from drws.read.decode import Context
from drws.read.reader import Folder, read_record


def read(data: Folder, context: Context, _partnership: Partnership | None) -> Read:
    """What people say when they search."""
    file = data.path / "search" / "words.yml"
    return Read(*read_record(SearchWords, file, data, context)) if file.exists() else Read(None, [])


def read_topics(data: Folder, context: Context, _partnership: Partnership | None) -> Read:
    """What questions are about."""
    file = data.path / "search" / "topics.yml"
    return Read(*read_record(SearchTopics, file, data, context)) if file.exists() else Read(None, [])


def search_words(site: Site) -> SearchWords:
    """What people say when they search on a site: nothing where it has no such file."""
    return site.dataset(SearchWords) or SearchWords()


def search_topics(site: Site) -> SearchTopics:
    """What questions are about on a site: nothing where it has no such file."""
    return site.dataset(SearchTopics) or SearchTopics()


SEARCH_WORDS = Reader(SearchWords, read)
SEARCH_TOPICS = Reader(SearchTopics, read_topics)
