"""The files of `data/search/`, all of which may be left out: `words.yml`, `best_bets.yml`, `topics.yml` and those of `topics/`."""

from drws.domains.website.search.words import BestBets, SearchTopics, SearchWords, TopicFiles
from drws.kernel.partnership import Partnership
from drws.kernel.site import Site
from drws.planning.domain import Read, Reader
from drws.read.decode import Context
from drws.read.reader import Folder, files_in, read_one


def read(data: Folder, context: Context, _partnership: Partnership | None) -> Read:
    """What people say when they search."""
    file = data.path / "search" / "words.yml"
    return Read(*read_one(SearchWords, file, data, context)) if file.exists() else Read(None, [])


def read_best_bets(data: Folder, context: Context, _partnership: Partnership | None) -> Read:
    """The pages that come first for certain questions."""
    file = data.path / "search" / "best_bets.yml"
    return Read(*read_one(BestBets, file, data, context)) if file.exists() else Read(None, [])


def read_topics(data: Folder, context: Context, _partnership: Partnership | None) -> Read:
    """What questions are about: the files of the folder by name, then the file beside it."""
    beside = data.path / "search" / "topics.yml"
    paths = [*files_in(data.path / "search" / "topics"), *([beside] if beside.exists() else [])]
    each = {data.logical(path): read_one(SearchTopics, path, data, context) for path in paths}
    files = {name: record for name, (record, _) in each.items() if record is not None}
    return Read(TopicFiles(files), [problem for _, problems in each.values() for problem in problems])


def search_words(site: Site) -> SearchWords:
    """What people say when they search on a site: nothing where it has no such file."""
    return site.dataset(SearchWords) or SearchWords()


def best_bets(site: Site) -> BestBets:
    """The pages that come first on a site for certain questions: none where it has no such file."""
    return site.dataset(BestBets) or BestBets()


def search_topics(site: Site) -> TopicFiles:
    """What questions are about on a site: nothing where it has no such file."""
    return site.dataset(TopicFiles) or TopicFiles()


SEARCH_WORDS = Reader(SearchWords, read)
BEST_BETS = Reader(BestBets, read_best_bets)
SEARCH_TOPICS = Reader(TopicFiles, read_topics)
