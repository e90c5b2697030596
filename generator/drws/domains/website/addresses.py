"""Where the files about the website itself are."""

from collections.abc import Iterator

from drws.domains.diary.feeds.feed import feed_of, feed_path
from drws.domains.website.news.items import NEWS, news_to_follow
from drws.planning.addresses import Naming

BUILD_INFO = "build-info"
SITEMAP = "sitemap"
"""The names of files that say which day made the site, and which pages it has: one of each for all languages."""
ADDRESSES = "addresses"
"""The name of the file that says where every page is, and what became of earlier addresses."""
LLMS = "llms"
"""The name of the file that assistants read first, in each language."""
LLMS_ROOT = "llms-root"
"""The name of the one that leads to all of them."""
HEALTH_JSON = "health-json"
"""The name of the file with everything that has to be done, in each language."""


def files(naming: Naming) -> Iterator[tuple[str, str]]:
    """Each of them, at the root, or at that of a language: where programs look. What has to be done stands beside its page."""
    yield LLMS, f"{naming.language}/llms.txt"
    yield LLMS_ROOT, "llms.txt"
    yield BUILD_INFO, "build-info.json"
    yield SITEMAP, "sitemap.xml"
    yield ADDRESSES, "addresses.json"
    yield HEALTH_JSON, f"{naming.language}/{naming.segments['health']}/health.json"
    if news_to_follow(naming.site):
        yield feed_of(NEWS), feed_path(NEWS, naming)
