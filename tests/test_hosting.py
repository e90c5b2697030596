"""The files of hosts say what the description says, within the limits of each host. How servers answer by them: browser/test_web_server.py."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drws.domains.website.hosting.describe import FOR_EVER, SHORT, describe
from drws.domains.website.hosting.description import AddressError, Description, Gone, Redirect
from drws.domains.website.hosting.files import host_files
from drws.domains.website.hosting.static_hosts import MOST_CHARACTERS, MOST_REDIRECTS, MOST_RULES
from drws.say.messages import as_text, sentences
from drws.system.node import node
from drws.system.sync_folder import names

if TYPE_CHECKING:
    from tests.example import Example

LINKED = re.compile(r'(?:href|src)="/((?:assets|search/stamped)/[^"#?]+)"')
"""What a page fetches, or leads to, of the files that are kept for ever."""


@pytest.fixture(scope="module")
def description(built: "Example") -> Description:
    """That of the small example."""
    return describe(built.planner().site)


@pytest.mark.parametrize(
    "address",
    ["en/", "//elsewhere.example/", "/a b/", "/a;b", "/a{b}", '/a"b', "/$uri", "/a\nb", "/a%0ab", "/en/../x", "/..", "/a//b", "/*", "/:x", "/#x"],
)  # fmt: skip
def test_what_could_be_more_than_an_address_is_refused(address: str) -> None:
    """These become lines of a server's configuration."""
    with pytest.raises(AddressError):
        Redirect(address, "/en/")
    with pytest.raises(AddressError):
        Redirect("/old/", f"{address}#a#b")
    with pytest.raises(AddressError):
        Gone(address)


def test_an_address_does_not_lead_to_itself() -> None:
    """A browser would go round in it. To a part of another page it may."""
    with pytest.raises(AddressError):
        Redirect("/en/old/", "/en/old/#part")
    assert Redirect("/en/policies/@2023-04-01/", "/en/policies/#a-clause").path == "/en/policies/@2023-04-01/"


def test_an_address_is_refused_quickly() -> None:
    """However long: no pattern tries one way after the other."""
    with pytest.raises(AddressError):
        Gone("/" + "a" * 100_000 + "!/")


def test_only_what_cannot_change_under_its_name_is_kept(
    built: "Example", searched: Path, description: Description
) -> None:
    """A number on a page or on a card is never an old one; and what is kept for ever has a stamp in its name."""
    for name in {*names(str(built.site)), *names(str(searched))}:
        kept = description.cache_control(f"/{name}")
        assert (kept == FOR_EVER) == bool(re.search(r"\.[0-9a-f]{10}[./]", name)), name
        assert kept != SHORT or name.startswith(("data/", "pagefind/fragment/", "pagefind/index/")), name


def test_every_file_has_a_type(built: "Example", description: Description) -> None:
    """With `nosniff` a browser does not guess. Only what Pagefind wrote, and its own scripts read, is bytes."""
    public = (name for name in names(str(built.site)) if not description.is_hidden(f"/{name}"))
    assert {name for name in public if description.type_of(f"/{name}") == "application/octet-stream"} == set()


# ── _headers and _redirects


def _rules(text: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    for block in text.strip().split("\n\n"):
        path, *lines = block.splitlines()
        yield path, dict(line.strip().split(": ", 1) for line in lines)


def test_static_hosts_give_each_header_once(built: "Example", description: Description) -> None:
    """Two values of one header would be joined. What is sent is what the description says, or what the host says by itself."""
    rules = list(_rules((built.site / "_headers").read_text("utf-8")))
    assert len(rules) <= MOST_RULES
    assert max(map(len, (built.site / "_headers").read_text("utf-8").splitlines())) <= MOST_CHARACTERS
    for path in ["/en/", "/data/x.json", "/search/stamped/x.json", *(f"/{name}" for name in names(str(built.site)))]:
        given = [header for pattern, own in rules if fnmatchcase(path, pattern) for header in own.items()]
        assert len(given) == len(dict(given)), path
        assert description.headers.items() <= dict(given).items(), path
        default = description.cache_control("/")
        assert dict(given).get("Cache-Control", default) in (description.cache_control(path), default), path
        assert dict(given).get("Content-Type", description.type_of(path)) == description.type_of(path), path
    assert ("Access-Control-Allow-Origin", "*") in dict(rules)["/data/*"].items()
    assert dict(rules)["/assets/*"]["Cache-Control"] == FOR_EVER


def test_more_redirects_than_a_host_reads_are_left_out_and_told(built: "Example") -> None:
    """What moved has the first places, and nginx and Caddy get all of it."""
    moved = [Redirect(f"/en/old-{number:04}/", "/en/") for number in range(MOST_REDIRECTS - 2)]
    files = {"data/v3/services.json", "data/v3/index.json", "en/popolo.json"}
    made, problems = host_files(describe(built.planner().site, redirects=moved), files)
    lines = [line.split() for line in made["_redirects"].splitlines() if not line.startswith("#")]
    assert ["/en/old-0000/", "/en/", "301"] in lines
    plain = [["/data/v3", "/data/v3/index.json", "200"], ["/data/v3/", "/data/v3/index.json", "200"]]
    assert lines[MOST_REDIRECTS - 2 : MOST_REDIRECTS] == plain
    assert lines[MOST_REDIRECTS:] == [["/cy/*", "/cy/404.html", "404"], ["/en/*", "/en/404.html", "404"]]
    assert "# 1 more: " in made["_redirects"]
    assert made["nginx.conf"].count(" return 301 ") == made["Caddyfile"].count("redir ") == len(moved)
    for language, words in {"en": "lines left out: 1", "cy": "linellau a adawyd allan: 1"}.items():
        assert words in as_text(sentences(problems, (), language))


@pytest.mark.node
def test_netlify_reads_both_files(built: "Example") -> None:
    """Its own parsers find every rule, and no mistake."""
    script = Path(__file__).with_name("netlify.mjs")
    done = subprocess.run([node(), str(script), str(built.site)], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert found["errors"] == []
    rules = list(_rules((built.site / "_headers").read_text("utf-8")))
    assert {each["for"]: each["values"] for each in found["headers"]} == dict(rules)
    lines = [line.split() for line in (built.site / "_redirects").read_text("utf-8").splitlines()]
    assert [[each["from"], each["to"], str(each["status"])] for each in found["redirects"]] == lines


# ── buckets


def test_a_bucket_gets_every_file_and_no_page_before_what_it_fetches(
    built: "Example", description: Description
) -> None:
    """Each file once, but for what is not public; what a page names of files with names of their own is there when the page comes."""
    files = frozenset(names(str(built.site)))
    there: list[str] = []
    for step in json.loads((built.site / "bucket.json").read_text("utf-8"))["steps"]:
        for group in step:
            for name in group["files"]:
                assert group["content_type"] == description.type_of(f"/{name}")
                assert group["cache_control"] == description.cache_control(f"/{name}")
                if name.endswith(".html"):
                    assert set(LINKED.findall((built.site / name).read_text("utf-8"))) <= set(there), name
        there += [name for group in step for name in group["files"]]
    assert sorted(there) == sorted(name for name in files if not description.is_hidden(f"/{name}"))
    assert there.index("sitemap.xml") > there.index("index.html")
    assert not {".drws-files", "nginx.conf", "_headers", "bucket.json", ".nojekyll"} & set(there)


def test_a_bucket_has_one_form_of_a_file(built: "Example") -> None:
    """That which everybody can read; it is no file of its own."""
    files = {"index.html", "index.html.br", "index.html.gz", "small.txt", "notes.gz"}
    made, _ = host_files(describe(built.planner().site, is_compressed=True), files)
    groups = [group for step in json.loads(made["bucket.json"])["steps"] for group in step]
    assert {name: group.get("content_encoding") for group in groups for name in group["files"]} == {
        "index.html": "gzip",
        "small.txt": None,
        "notes.gz": None,
    }
