"""Search engines may read every page that the sitemap lists, and `robots.txt` says where that is: otherwise nobody who searches finds help here."""

from collections.abc import Iterator
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from drws.kernel.problem import Problem
from drws.verify.site import BuiltSite, place_of
from drws.verify.sitemap import NAME as SITEMAP
from drws.verify.sitemap import listed

ID = "robots"

NAME = "robots.txt"


def verify(site: BuiltSite) -> Iterator[Problem]:
    """A `robots.txt` that is missing, hides the sitemap or forbids a page, and every page that forbids itself."""
    forbidding = [each for each in site.documents.values() if each.hides_itself]
    there = listed(site) if forbidding else ()
    for document in forbidding:
        if document.path in there:
            yield Problem(place_of(document.path), "verify.robots", {"value": document.robots})
    if NAME not in site.files:
        yield Problem(place_of(NAME), "verify.absent")
        return
    rules = RobotFileParser()
    text = site.content(NAME).decode("utf-8", "replace")
    rules.parse(text.splitlines())
    if urljoin(site.url, SITEMAP) not in (rules.site_maps() or []):
        yield Problem(place_of(NAME), "verify.robots", {"value": SITEMAP})
    if forbidden := _forbidden(site, rules, text):
        yield Problem(place_of(NAME), "verify.robots", {"value": forbidden})


def _forbidden(site: BuiltSite, rules: RobotFileParser, text: str) -> str:
    """A page that nobody may read; empty where there is none."""
    if "disallow" not in text.lower():  # nearly always: and then no address need be looked at
        return ""
    return next(
        (path for path in site.documents if not rules.can_fetch("*", site.url + path.removesuffix("index.html"))), ""
    )
