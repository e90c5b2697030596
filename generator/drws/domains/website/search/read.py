"""`data/search/words.yml`, `data/search/topics.yml` and the files of `data/search/topics/`: all of them may be left out."""

from drws.domains.website.search.words import SearchTopics, SearchWords, TopicFiles
from drws.kernel.partnership import Partnership
from drws.kernel.site import Site
from drws.planning.domain import Read, Reader
from drws.read.decode import Context
from drws.read.reader import Folder, files_in, read_record


def read(data: Folder, context: Context, _partnership: Partnership | None) -> Read:
    """What people say when they search."""
    file = data.path / "search" / "words.yml"
    return Read(*read_record(SearchWords, file, data, context)) if file.exists() else Read(None, [])


def read_topics(data: Folder, context: Context, _partnership: Partnership | None) -> Read:
    """What questions are about: the files of the folder by name, then the file beside it."""
    beside = data.path / "search" / "topics.yml"
    paths = [*files_in(data.path / "search" / "topics"), *([beside] if beside.exists() else [])]
    each = {data.logical(path): read_record(SearchTopics, path, data, context) for path in paths}
    files = {name: record for name, (record, _) in each.items() if record is not None}
    return Read(TopicFiles(files), [problem for _, problems in each.values() for problem in problems])


def search_words(site: Site) -> SearchWords:
    """What people say when they search on a site: nothing where it has no such file."""
    return site.dataset(SearchWords) or SearchWords()


def search_topics(site: Site) -> TopicFiles:
    """What questions are about on a site: nothing where it has no such file."""
    return site.dataset(TopicFiles) or TopicFiles()


SEARCH_WORDS = Reader(SearchWords, read)
SEARCH_TOPICS = Reader(TopicFiles, read_topics)
