"""The feed of what is new on the site, one file for each language."""

from collections.abc import Iterator
from functools import partial

from drws.domains.diary.feeds.atom import atom
from drws.domains.diary.feeds.feed import feed_of
from drws.domains.website.news.items import NEWS, news_to_follow
from drws.planning.export import File, Publication
from drws.planning.plan import Planner


def export(publication: Publication) -> Iterator[File]:
    """One for each language, where there is anything to tell."""
    for planner in publication.planners:
        if news_to_follow(planner.site):
            yield planner.addresses.path(feed_of(NEWS), planner.code), partial(_feed, planner)


def _feed(planner: Planner) -> bytes:
    """Entries have the ids that they have in the feed of their register: a program that reads both shows them once."""
    return atom(NEWS, feed_of(NEWS), "", (item.said(planner) for item in news_to_follow(planner.site)), planner)
