"""`drws links`, against a server of our own that answers as those of others do."""

import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from drws.cli import main
from drws.domains.website.audits.links import BrokenLink
from drws.kernel.problem import Place, Severity
from drws.links.addresses import outside_addresses
from drws.links.ask import Answer, Manners, State, ask
from drws.links.failures import known, renewed, write
from drws.links.report import problems

if TYPE_CHECKING:
    from drws.kernel.problem import Problem
    from tests.example import Example

MANNERS = Manners("drws-links/0 (+https://bach.example/)", pause=0, timeout=0.5)
PLACE = Place("data/services/grwp-rhieni.yml", line=21, column=1)
DAY = date(2025, 11, 21)


@dataclass
class Seen:
    """What a server was asked."""

    requests: list[tuple[str, str]] = field(default_factory=list)
    """The method and the path of each, in order."""
    agents: set[str] = field(default_factory=set)
    robots: int = 200
    """The status of its `robots.txt`."""


class Handler(BaseHTTPRequestHandler):
    """Answers with the status that the path names: `/404`."""

    protocol_version = "HTTP/1.1"
    seen: ClassVar[Seen]

    def do_HEAD(self) -> None:
        """Some know no HEAD, and say so in another way than they should."""
        self._answer()

    def do_GET(self) -> None:
        """A page."""
        self._answer()

    def _answer(self) -> None:
        """Whoever asks a proxy names the host as well."""
        self.seen.requests.append((self.command, self.path))
        self.seen.agents.add(self.headers["User-Agent"])
        path = urlsplit(self.path).path
        first, _, rest = path.removeprefix("/").partition("/")
        status, headers, body = int(first) if first.isdigit() else 200, {}, b"x"
        if path == "/robots.txt":
            status, body = self.seen.robots, b"User-agent: *\nDisallow: /private/\n"
        elif path == "/get-only":
            status = 200 if self.command == "GET" else 404
        elif path == "/circle":
            status, headers = 302, {"Location": "/circle"}
        elif path == "/slow":
            time.sleep(1)
        elif rest and status in (301, 302, 308):
            headers = {"Location": f"/{rest}"}
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nobody reads along."""


class Server(ThreadingHTTPServer):
    """Does not complain of those who hang up."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """They were slow, or did not trust it."""


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[tuple[str, Seen]]:
    """A server on this machine: its address, and what it was asked."""
    seen = Seen()
    server = Server(("127.0.0.1", 0), type("Recording", (Handler,), {"seen": seen}))
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http{'s' if context else ''}://127.0.0.1:{server.server_port}", seen
    finally:
        server.shutdown()
        server.server_close()


EXPECTED = {
    "/200": ("there", "200", ""),
    "/get-only": ("there", "200", ""),
    "/301/200": ("moved", "200", "/200"),
    "/308/301/200": ("moved", "200", "/200"),
    "/302/200": ("there", "200", ""),
    "/301/302/200": ("there", "200", ""),
    "/301/410": ("broken", "410", ""),
    "/404": ("broken", "404", ""),
    "/410": ("broken", "410", ""),
    "/500": ("broken", "500", ""),
    "/401": ("refused", "401", ""),
    "/403": ("refused", "403", ""),
    "/429": ("refused", "429", ""),
    "/private/200": ("refused", "robots", ""),
    "/circle": ("broken", "redirects", ""),
    "/slow": ("broken", "timeout", ""),
}
"""What becomes of each path: state, status, and where it leads."""


@pytest.mark.slow
def test_each_address_is_asked_once_and_politely() -> None:
    """For the head first; for the page only where that fails; never for what robots.txt forbids; and by somebody who says who it is."""
    with serving() as (address, seen):
        answers = ask([address + path for path in EXPECTED], MANNERS)
    found = {url.removeprefix(address): answer for url, answer in answers.items()}
    assert {path: (each.state, each.status, each.to.removeprefix(address)) for path, each in found.items()} == EXPECTED
    asked = Counter(seen.requests)
    assert asked["GET", "/robots.txt"] == 1
    assert asked["HEAD", "/404"] == asked["GET", "/404"] == 1
    assert asked["GET", "/get-only"] == 1
    assert ("GET", "/429") not in asked
    assert not [path for _, path in asked if path.startswith("/private/")]
    assert seen.agents == {MANNERS.user_agent}


@pytest.mark.parametrize(("status", "state"), [(404, State.THERE), (503, State.REFUSED)])
def test_a_host_that_cannot_say_what_it_allows_is_left_alone(status: int, state: State) -> None:
    """One that has no such file allows everything."""
    with serving() as (address, seen):
        seen.robots = status
        [answer] = ask([f"{address}/200"], MANNERS).values()
    assert answer.state is state
    assert [path for _, path in seen.requests if path != "/robots.txt"] == (["/200"] if state is State.THERE else [])


def test_a_page_of_a_host_comes_after_another() -> None:
    """With the pause in between that we, or its robots.txt, ask for."""
    began = time.monotonic()
    with serving() as (address, _):
        ask([f"{address}/200/{number}" for number in range(3)], Manners(MANNERS.user_agent, pause=0.2))
    assert time.monotonic() - began >= 0.4


def test_what_nobody_answers_is_broken(tmp_path: Path) -> None:
    """Nobody listens, there is no such host, or nobody knows who it is."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    closed, nowhere = f"http://127.0.0.1:{port}/", "http://dim.invalid/"
    assert [each.status for each in ask([closed, nowhere], MANNERS).values()] == ["unreachable", "unreachable"]
    if not (openssl := shutil.which("openssl")):
        pytest.skip("needs openssl, for a certificate that nobody trusts")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = [openssl, "req", "-x509", "-newkey", "ed25519", "-nodes", "-subj", "/CN=127.0.0.1", "-keyout", str(key), "-out", str(certificate)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with serving(context) as (address, _):
        url = f"{address}/200"
        assert ask([url], MANNERS) == {url: Answer(url, State.BROKEN, "tls")}


# ── what is written down ─────────────────────────────────────────────────────────────────────────────────────────────

GONE, BACK, DROPPED = (f"https://{name}.example/" for name in ("gone", "back", "dropped"))


def failed(url: str, *days: date) -> BrokenLink:
    """A link that was asked for in vain on these days."""
    return BrokenLink.model_construct(
        url=url, failed_on=days, status="404", where=("content/cy/about.md:3", "data/site.yml:9")
    )


def known_links(example: "Example") -> dict[str, BrokenLink]:
    """What the list in the example says, by the address."""
    site = example.load().site
    assert site
    return known(site)


def test_a_link_is_told_when_it_has_failed_on_three_days() -> None:
    """Not before, and not for a day on which it was asked twice. One that answers again is forgotten, and so is one that the site dropped."""
    named = {GONE: (PLACE,), BACK: (PLACE,)}
    broken = {GONE: Answer(GONE, State.BROKEN, "404")}
    failing = {url: failed(url, date(2025, 11, 14)) for url in (GONE, BACK, DROPPED)}
    told: list[Problem] = []
    for day, times in ((date(2025, 11, 17), 2), (date(2025, 11, 17), 2), (DAY, 3)):
        failing = renewed(failing, broken, named, day)
        told = list(problems(failing, broken, named))
        assert len(failing[GONE].failed_on) == times
        assert [each.message for each in told] == ["outside.broken"] * (times == 3)
        assert failing.keys() == {GONE, BACK}  # it was not asked
    assert told[0].place == PLACE
    assert told[0].values == {"url": GONE, "status": "404", "days": 3, "since": date(2025, 11, 14)}
    answered = {url: Answer(url, state, "x") for url, state in ((GONE, State.REFUSED), (BACK, State.THERE))}
    assert renewed(failing, answered, named, DAY) == {}


def test_what_moved_for_good_is_told_at_once() -> None:
    """As something to look at: it is no mistake."""
    answers = {GONE: Answer(GONE, State.MOVED, "200", BACK)}
    [told] = problems({}, answers, {GONE: (PLACE,)})
    assert (told.message, told.severity, told.values) == ("outside.moved", Severity.NOTICE, {"url": GONE, "to": BACK})


def test_what_is_written_is_read_again(example: "Example") -> None:
    """The same, in the order of the addresses, whatever the status looks like."""
    broken = [failed(url, date(2025, 11, 14), DAY) for url in (GONE, BACK)]
    write(example.root / "data", broken)
    assert list(known_links(example).values()) == broken[::-1]


# ── the command ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_link_of_the_site_is_asked(example: "Example") -> None:
    """Those of records, in whichever language, of pages and of policies, once each, with their lines; not those of the site itself."""
    example.change(
        {
            "content/en/about/people.md": (example.root / "content/en/about/people.md").read_text("utf-8")
            + "\n[A page](https://tudalen.example/a#part)\n"
        }
    )
    subject = example.load().subject
    assert subject
    found = outside_addresses(subject.site, example.sources.folders)
    assert "https://pont.example/groups" in found
    line = (example.root / "data/services/grwp-rhieni.yml").read_text("utf-8").splitlines().index("  - url: https://pont.example/groups") + 1  # fmt: skip
    assert Place("data/services/grwp-rhieni.yml", line=line, column=1) in found["https://pont.example/groups"]
    assert [place.file for place in found["https://tudalen.example/a"]] == ["content/en/about/people.md"]
    assert not [url for url in found if url.startswith("https://bach.example/")]


@pytest.mark.slow
def test_the_command_writes_what_failed_and_fails_only_when_asked(
    example: "Example", monkeypatch: pytest.MonkeyPatch
) -> None:
    """All goes to a server of ours, as to a proxy: it answers plain requests, and opens no line to others."""
    page = example.root / "content/en/about/people.md"
    page.write_text(page.read_text("utf-8") + "\n[A](http://un.example/200)\n\n[B](http://dau.example/404)\n", "utf-8")
    page = example.root / "content/cy/about/people.md"
    page.write_text(page.read_text("utf-8") + "\n[A](http://un.example/200)\n\n[B](http://dau.example/404)\n", "utf-8")
    with serving() as (proxy, seen):
        for name, value in {"http_proxy": proxy, "https_proxy": proxy, "no_proxy": ""}.items():
            monkeypatch.setenv(name, value)
        links = ["links", *example.options()[:4], "--pause", "0"]
        first = CliRunner().invoke(main, [*links, "--as-of", "2025-11-14"])
        assert first.exit_code == 0, first.output
        assert "[outside]" not in first.output
        failing = known_links(example)
        assert "http://un.example/200" not in failing
        assert failing["http://dau.example/404"].status == "404"
        for failure in failing.values():
            assert failure.failed_on == (date(2025, 11, 14),)
        seen.requests.clear()
        CliRunner().invoke(main, [*links, "--again", "--as-of", "2025-11-17"])
        assert not [path for _, path in seen.requests if path.startswith("http://un.")]
        last = CliRunner().invoke(main, [*links, "--strict", "--lang", "cy", "--as-of", "2025-11-21"])
    assert last.exit_code == 1
    assert "nid yw’r ddolen hon yn ateb (404) ers 2025-11-14, ar 3 o ddiwrnodau: http://dau.example/404" in last.output
    assert example.lines(example.load().problems) == []  # the list is no record
