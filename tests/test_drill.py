"""The drill: what can go wrong while a site is published, with real programs, while somebody reads it from a real nginx all the time.

Whoever reads gets each page as it was or as it will be, never a part of one, and never an error of the server.
"""

import hashlib
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urlsplit

import pytest

from drws.build.ledger import updated
from drws.build.run import SPARE
from drws.system.signature import FILES, signed
from drws.system.sync_folder import names

from .browser.server import serving
from .browser.visits import asking
from .example import Example
from .releases import KILLED, Releases, releases
from .small_disk import fill_up, small_disk

pytestmark = [pytest.mark.slow, pytest.mark.nginx]

WITHOUT = ["open_referral", "help", "diary", "policies", "events", "archives"]
"""Subjects that would only add pages: a small site shows of a release what a larger one does."""
EARLY = [("load", 5), ("plan", 5), ("plan", 400), ("render", 1), ("render", 150), ("verify", 50)]
"""Moments of whole releases: a phase, and operations after it has begun."""
AT_THE_END = 44
WITHDRAWN = ("hen-air", "hen-enw")
LATER = tuple(f"gair-{number}" for number in range(10))
"""Terms that are published, and that nobody has written into the ledger yet."""
FORMER = ("/cy/gwasanaethau/grwp-rhieni/", "/en/services/parents-group/", "/cy/geirfa/llythyr/")
PAGES = ("/cy/", "/en/", "/en/services/", "/cy/geirfa/", "/sitemap.xml", "/addresses.json", "/nid-yw-yma/")
READING = (*PAGES, *FORMER, "/en/glossary/hen-air/")
PAUSE = 0.01
"""Seconds between two questions of a reader, who need not keep a processor busy."""

DISK = 48_000_000
"""Bytes of a disk that holds the site and all that releases of it need."""
SOME_PAGES = 400_000
"""Bytes."""

SOURCE = [{"url": "https://deddfau.example/2020/999"}]

Answers: TypeAlias = set[tuple[str, int, str]]
"""Addresses with the status and the digest of what was answered, or the address that was."""
MOVED = (301, 308)
Look: TypeAlias = tuple[str, dict[str, tuple[int, int]]]


def term(word: str) -> dict[str, object]:
    """A term of the glossary."""
    description = {"cy": "Gair a fu.", "en": "A word that was."}
    name = {"cy": word, "en": word}
    return {"id": word, "name": name, "description": description, "sources": SOURCE, "translation": "draft"}


def withdrawal(word: str) -> dict[str, object]:
    """Why there is no such term any more."""
    text = {"cy": "Nid yw’n cael ei ddefnyddio.", "en": "Nobody uses it."}
    more = {"date": "2025-10-31", "reason": text, "instead": ["term:llythyr"], "sources": SOURCE}
    return {"id": word, "name": {"cy": word, "en": word}, "pages": [f"term:{word}"], "translation": "draft", **more}


@dataclass
class Reader:
    """Asks a site for its pages, again and again."""

    origin: str
    answers: Answers = field(default_factory=set)
    failures: list[str] = field(default_factory=list)
    rounds: int = 0

    def read(self, is_over: threading.Event) -> None:
        """Until it is over, and once at least."""
        connection = HTTPConnection(urlsplit(self.origin).netloc, timeout=30)
        while not self.rounds or not is_over.is_set():
            for address in READING:
                try:
                    connection.request("GET", address)
                    response = connection.getresponse()
                    body = response.read()
                    said = response.getheader("Location", "") if response.status in MOVED else digest(body)
                    self.answers.add((address, response.status, said))
                except (OSError, HTTPException) as error:  # an answer that breaks off, say
                    self.failures.append(f"{address}: {error!r}")
                    connection.close()
                is_over.wait(PAUSE)
            self.rounds += 1
        connection.close()


@contextmanager
def reading(site: Path, folder: Path) -> Iterator[Reader]:
    """Somebody reads the site meanwhile."""
    is_over = threading.Event()
    with serving(site, folder) as origin:
        reader = Reader(origin)
        thread = threading.Thread(target=reader.read, args=(is_over,))
        thread.start()
        try:
            yield reader
        finally:
            is_over.set()
            thread.join()


def digest(content: bytes) -> str:
    """What stands for an answer."""
    return hashlib.sha256(content).hexdigest()


def answers_of(site: Path) -> Answers:
    """What a site answers to what a reader asks, whether nginx has read what it says of former addresses or not: the file that is there, where else to look, or the page that says that there is nothing."""
    answers = set()
    told = (site / "nginx.conf").read_text("utf-8")
    for address in READING:
        file = site / (f"{address}index.html" if address.endswith("/") else address).lstrip("/")
        if file.is_file():
            answers |= {(address, status, digest(file.read_bytes())) for status in (200, 410)}
        else:
            answers |= {(address, 404, digest(page.read_bytes())) for page in site.rglob("404.html")}
        if moved := re.search(rf"location = {re.escape(address)} \{{ return 30[18] (\S+); \}}", told):
            answers.add((address, 301, moved[1]))
    return answers


def look(site: Path) -> Look:
    """The list that a site has of its files, and of each what changes when somebody writes into it."""
    found = {name: (site / name).stat() for name in names(str(site)) if name != FILES}
    return (site / FILES).read_text("utf-8"), {name: (each.st_size, each.st_mtime_ns) for name, each in found.items()}


@dataclass(frozen=True)
class Drill:
    """A site that is published, and what is to be published next."""

    example: Example
    old: dict[str, str]
    """What stands for each file of the site that is published."""
    start: Releases

    @property
    def said(self) -> Path:
        """What the releases said."""
        return self.example.root / "said.txt"

    def options(self, version: str, *more: str | Path) -> list[str | Path]:
        """How a version of the data is released."""
        return [*self.example.options(), "--no-search", "--data", self.example.root / version, *more]

    def release(self, version: str, *more: str | Path) -> int:
        """Release a version: how it ended."""
        [ended] = self.start.run(self.said, self.options(version, *more))
        assert "Traceback" not in self.said.read_text("utf-8")
        return ended

    def left_over(self) -> list[str]:
        """What stands beside the site and looks like a build's."""
        return sorted(path.name for path in self.example.root.iterdir() if path.name.startswith(".drws"))


@pytest.fixture(scope="module")
def drill(built: Example, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Drill]:
    """The small example with some terms more, released, and three versions of data beside it: three names changed and two terms withdrawn, the later terms gone as well, and every second file gone."""
    example = Example(tmp_path_factory.mktemp("drill"))
    example.copy(work_of=built)
    example.change({"data/site.yml": {"largest_loss": "5", "without": WITHOUT}})
    example.change({f"data/terms/{word}.yml": term(word) for word in WITHDRAWN})
    loaded = example.load()
    assert loaded.site
    assert loaded.addresses
    updated(example.root / "data", loaded.site, loaded.addresses).write()
    example.change({f"data/terms/{word}.yml": term(word) for word in LATER})
    with releases() as start:
        first = Drill(example, {}, start)
        assert first.release("data") == 0, first.said.read_text("utf-8")
        shutil.copytree(example.root / "data", example.root / "new")
        example.change(
            {
                "new/services/grwp-rhieni.yml": {"name": {"cy": "Cylch rhieni", "en": "Parents’ circle"}},
                "new/terms/llythyr.yml": {
                    "name": {"cy": "nodyn", "en": "note"},
                    "forms": {"cy": ["nodiadau"], "en": ["notes"]},
                },
                "new/regions/ynys-las.yml": {"name": {"cy": "Mabwysiadu’r Ynys Werdd", "en": "Adopt Green Island"}},
                **{f"new/terms/{word}.yml": "null" for word in WITHDRAWN},
                **{f"new/withdrawals/{word}.yml": withdrawal(word) for word in WITHDRAWN},
            }
        )
        shutil.copytree(example.root / "new", example.root / "fewer")
        example.change({f"fewer/terms/{word}.yml": "null" for word in LATER})
        shutil.copytree(example.root / "new", example.root / "half")
        for file in sorted((example.root / "half").glob("[!l]*/*.yml"))[::2]:  # not that of a language
            file.unlink()
        yield Drill(example, example.digests(), start)


def test_a_release_that_is_killed_at_fifty_moments(drill: Drill, tmp_path: Path) -> None:
    """Each time the old site or the new one stands there, whole. The release after that succeeds, and leads from former addresses to the new ones."""
    example, old = drill.example, drill.old
    before, new = look(example.site), []
    answers = answers_of(example.site)

    def see() -> None:
        seen = look(example.site)
        if seen[1] != before[1]:
            new.append(seen)
        else:
            assert seen == before

    options = drill.options("new")
    with reading(example.site, tmp_path / "nginx") as reader:
        for phase, operations in EARLY:
            assert drill.start.kill(drill.said, options, phase, operations) == KILLED, (phase, operations)
            see()
        assert not new
        assert example.digests() == old
        ends = drill.start.kill_at_the_end(drill.said, options, AT_THE_END, see)
    assert ends == [KILLED] * AT_THE_END + [0], drill.said.read_text("utf-8")
    assert 0 < len(new) < AT_THE_END, "a site was published before some of the kills, and not before others"
    see()
    assert all(each == new[-1] for each in new)
    assert drill.left_over() == []
    assert reader.failures == []
    assert reader.answers <= answers | answers_of(example.site)
    with serving(example.site, tmp_path / "new") as origin:
        ask = asking(origin)
        for address in FORMER:
            moved = ask(address)
            assert moved.status == 301
            assert ask(urlsplit(dict(moved.headers)["Location"]).path).status == 200
        for word in WITHDRAWN:
            gone = ask(f"/en/glossary/{word}/")
            assert gone.status == 410
            assert "Nobody uses it." in gone.body.decode()


def test_a_disk_that_fills_up(drill: Drill, tmp_path: Path) -> None:
    """At once, and while pages are written: the release ends with one plain message, and the old site is still read."""
    drill.said.unlink(missing_ok=True)
    with small_disk(tmp_path / "disk", DISK) as disk:
        site, work = disk / "site", disk / "work"
        shutil.copytree(drill.example.site, site)
        copy_work(drill.example.work, work)
        before = look(site)
        with reading(site, tmp_path / "nginx") as reader:
            for free in (0, SOME_PAGES):
                fill_up(disk, free)
                assert drill.release("new", "--site-dir", site, "--work-dir", work) == 1
                assert look(site) == before
        assert sorted(path.name for path in disk.iterdir() if path.name.startswith(".drws-")) == []
        assert reader.answers <= answers_of(site)
        assert reader.failures == []
    said = drill.said.read_text("utf-8")
    assert "this folder cannot be locked" in said, said
    assert "the site cannot be written here" in said, said


def test_half_of_the_data_and_two_places_at_once(drill: Drill, tmp_path: Path) -> None:
    """Files that are missing are told, and pages that are missing as well, unless it is meant. Two that publish at once publish one after the other."""
    example = drill.example
    before, answers = look(example.site), answers_of(example.site)
    assert drill.release("half") == 1
    assert drill.release("fewer") == 1
    assert "--allow-shrink" in drill.said.read_text("utf-8")
    assert look(example.site) == before
    works = [tmp_path / "one", tmp_path / "other"]
    for work in works:
        copy_work(example.work, work)
    with reading(example.site, tmp_path / "nginx") as reader:
        ends = drill.start.run(
            drill.said,
            drill.options("new", "--work-dir", works[0]),
            drill.options("fewer", "--work-dir", works[1], "--allow-shrink"),
        )
    assert ends == [0, 0], drill.said.read_text("utf-8")
    # What the first one published, the last one has taken away.
    sites = [example.site, works[1 if later_terms(example.site) == 0 else 0] / SPARE]
    assert sorted(map(later_terms, sites)) == [0, len(LATER)]
    for site in sites:
        assert signed(site) == {name: digest((site / name).read_bytes()) for name in names(str(site)) if name != FILES}
    assert reader.failures == []
    assert reader.answers <= answers.union(*map(answers_of, sites))
    assert drill.left_over() == []


def later_terms(site: Path) -> int:
    """How many of the later terms a site has."""
    return sum((site / f"en/glossary/{word}/index.html").exists() for word in LATER)


def copy_work(work: Path, target: Path) -> None:
    """A work folder that begins with no earlier site."""
    shutil.copytree(work, target, ignore=shutil.ignore_patterns(SPARE))
