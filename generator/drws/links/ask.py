"""Ask for pages of others: each once, politely.

A few hosts at a time, one page of a host after another with a pause in between, what their `robots.txt` allows, `HEAD` before `GET`, and never
the whole of a page. Each request says who asks, and where one can complain.
"""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from itertools import groupby
from time import sleep
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import requests

from drws import __version__

HOSTS_AT_ONCE = 4
LONGEST_PAUSE = 10.0
"""Seconds. A host that asks for longer ones gets these: we come once a week, for a few pages."""
TIMEOUT = 20.0
"""Seconds to wait for an answer to begin."""
PERMANENT = (301, 308)
"""Redirects that say “for good” (RFC 9110, sections 15.4.2 and 15.4.9)."""
REFUSING = (401, 402, 403, 407, 429, 451, 999)
"""The page may be there, and is not for programs, or not now: a person may well see it. 999 is what LinkedIn says."""


class State(StrEnum):
    """What became of an address."""

    THERE = "there"
    MOVED = "moved"
    """It leads to another address for good, which is there."""
    REFUSED = "refused"
    """The host does not answer programs. Nobody knows."""
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found at an address."""

    url: str
    state: State
    status: str
    """The HTTP status, `404`, or in a word why there was none: `timeout`, `tls`, `unreachable`, `redirects`, `robots`."""
    to: str = ""
    """Where it leads now, for good."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How one asks. Tests of our own server need no pauses."""

    user_agent: str
    pause: float
    """Seconds between two requests to a host, where its `robots.txt` asks for no longer ones."""
    timeout: float = TIMEOUT

    @classmethod
    def of_site(cls, address: str, pause: float) -> "Manners":
        """Those of whoever publishes at an address."""
        return cls(f"drws-links/{__version__} (+{address})", pause)


def ask(urls: Iterable[str], manners: Manners) -> dict[str, Answer]:
    """What is found at each address."""

    def host(url: str) -> str:
        return urlsplit(url).netloc.lower()

    by_host = [list(group) for _, group in groupby(sorted(urls, key=lambda url: (host(url), url)), host)]
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as hosts:
        answers = hosts.map(lambda group: list(_ask_host(group, manners)), by_host)
        return {answer.url: answer for group in answers for answer in group}


def _ask_host(urls: list[str], manners: Manners) -> Iterator[Answer]:
    with requests.Session() as session:
        session.headers["User-Agent"] = manners.user_agent
        rules = {origin: _robots(origin, session, manners) for origin in {urljoin(url, "/") for url in urls}}
        for number, url in enumerate(urls):
            robots = rules[urljoin(url, "/")]
            if not robots.can_fetch(manners.user_agent, url):
                yield Answer(url, State.REFUSED, "robots")
                continue
            if number:
                sleep(min(max(manners.pause, float(robots.crawl_delay(manners.user_agent) or 0)), LONGEST_PAUSE))
            yield _ask_once(url, session, manners)


def _robots(origin: str, session: requests.Session, manners: Manners) -> RobotFileParser:
    """What a host allows programs. One without such a file allows everything, and one whose server fails nothing (RFC 9309, sections 2.3.1.3
    and 2.3.1.4). One that cannot be reached is asked all the same: that it is gone is what we are to find.
    """
    rules = RobotFileParser()
    lines: list[str] = []
    try:
        with session.get(urljoin(origin, "/robots.txt"), timeout=manners.timeout, stream=True) as answer:
            if answer.ok:
                lines = next(answer.iter_content(500_000), b"").decode("utf-8", "replace").splitlines()
            elif answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                lines = ["User-agent: *", "Disallow: /"]
    except requests.RequestException:
        pass
    rules.parse(lines)
    return rules


def _ask_once(url: str, session: requests.Session, manners: Manners) -> Answer:
    """First for the head alone. Some hosts answer that with a mistake of theirs, so whatever is no success is asked for once more."""
    answer = _request("HEAD", url, session, manners)
    if answer.state in (State.THERE, State.MOVED) or answer.status in ("429", "timeout"):
        return answer
    sleep(manners.pause)
    return _request("GET", url, session, manners)


def _request(method: str, url: str, session: requests.Session, manners: Manners) -> Answer:
    try:
        with session.request(method, url, timeout=manners.timeout, stream=True, allow_redirects=True) as answer:
            return _answer(url, answer)
    except requests.exceptions.SSLError:
        return Answer(url, State.BROKEN, "tls")
    except requests.exceptions.Timeout:
        return Answer(url, State.BROKEN, "timeout")
    except requests.exceptions.TooManyRedirects:
        return Answer(url, State.BROKEN, "redirects")
    except (
        requests.exceptions.RequestException,
        UnicodeError,
    ):  # UnicodeError: a redirect to a host that cannot be one
        return Answer(url, State.BROKEN, "unreachable")


def _answer(url: str, answer: requests.Response) -> Answer:
    status = str(answer.status_code)
    if answer.status_code in REFUSING:
        return Answer(url, State.REFUSED, status)
    if not answer.ok:
        return Answer(url, State.BROKEN, status)
    if answer.history and all(step.status_code in PERMANENT for step in answer.history):
        return Answer(url, State.MOVED, status, answer.url)
    return Answer(url, State.THERE, status)


def counted(answers: Mapping[str, Answer]) -> dict[State, int]:
    """How many there are of each."""
    states = [answer.state for answer in answers.values()]
    return {state: states.count(state) for state in State}
