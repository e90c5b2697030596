"""nginx and Caddy, with the files that the site brings for them, answer as the description of the site says, and give nothing away."""

import gzip
import shutil
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import urlsplit

import brotli
import pytest

from drws.build.compressed import compress
from drws.domains.website.hosting.describe import describe
from drws.domains.website.hosting.description import Description, Gone, Redirect
from drws.domains.website.hosting.files import host_files
from drws.system.sync_folder import names

from .server import has_brotli, serving, serving_with_caddy
from .visits import asking

if TYPE_CHECKING:
    from tests.browser.visits import Fetch
    from tests.example import Example

pytestmark = pytest.mark.nginx

FOLDERS = ["", "en/", "cy/", "cy/gwasanaethau/", "assets/"]
DATA = {
    "data/oruk/v3/en/index.json": '{"version": "3.0"}',
    "data/oruk/v3/en/services.json": '{"empty": false}',
    "data/oruk/v3/en/services/x.json": '{"id": "x"}',
}
"""As an interface lies there: its root, a list, and a folder of the same name."""
NO_CADDY = "CADDY IS NOT INSTALLED, so nobody knows whether it takes our Caddyfile: run `make develop`, or install it (Debian: apt-get install caddy)."


class Served(NamedTuple):
    """The small example, served, with files in it that somebody hid, addresses that moved, and open data."""

    fetch: "Fetch"
    description: Description
    site: Path
    server: Literal["nginx", "caddy"]


@pytest.fixture(scope="module")
def prepared(built: "Example", tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Description]:
    """The site, with the files of hosts made anew for what is added to it. Two pages have compressed forms."""
    site = shutil.copytree(built.site, tmp_path_factory.mktemp("served") / "site")
    for folder in FOLDERS:
        (site / folder / ".hidden").write_text("Not for everybody.")
    (site / ".well-known").mkdir(exist_ok=True)
    (site / ".well-known/file.txt").write_text("For everybody.")
    for name, content in DATA.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(content)
    description = describe(
        built.planner().site,
        is_compressed=True,
        redirects=[Redirect("/en/old/", "/en/contact/"), Redirect("/cy/hen.ics", "/cy/cysylltu/#top")],
        gone=[Gone("/en/about/"), Gone("/cy/hen.vcf")],
    )
    compress(site, tmp_path_factory.mktemp("work"), lambda name: name in ("en/index.html", "cy/index.html"))
    for name, text in host_files(description, frozenset(names(str(site))))[0].items():
        (site / name).write_text(text, "utf-8")
    return site, description


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def served(
    request: pytest.FixtureRequest, prepared: tuple[Path, Description], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """By one server after the other."""
    site, description = prepared
    folder = tmp_path_factory.mktemp(request.param)
    caddy = shutil.which("caddy")
    if request.param == "caddy" and caddy is None:
        pytest.skip(NO_CADDY)
    with serving_with_caddy(caddy, site, folder) if request.param == "caddy" and caddy else serving(site, folder) as at:
        yield Served(asking(at), description, site, request.param)


def test_answers_are_as_described(served: Served) -> None:
    """One file of each ending, and one of each rule about how long it may be kept: type, time and headers, each once."""
    by_kind = {(served.description.type_of(f"/{name}"), served.description.cache_control(f"/{name}")): f"/{name}"
               for name in sorted(names(str(served.site)))
               if not served.description.is_hidden(f"/{name}") and not name.endswith((".br", ".gz"))}  # fmt: skip
    assert len({cached for _, cached in by_kind}) > 2
    for path in [*by_kind.values(), "/en/", "/data/oruk/v3/en/services"]:
        answer = served.fetch(path)
        assert answer.status == 200, path
        if served.server == "nginx" or not path.startswith("/pagefind"):  # Caddy says nothing of what it does not know
            known = {"/en/": "/en/index.html", "/data/oruk/v3/en/services": "/data/oruk/v3/en/services.json"}
            assert answer.header("Content-Type") == [served.description.type_of(known.get(path, path))], path
        assert answer.header("Cache-Control") == [served.description.cache_control(path)], path
        for name, value in served.description.headers_of(path).items():
            assert answer.header(name) == [value], (path, name)


def test_a_redirect_stays_on_the_site(served: Served) -> None:
    """Whatever host a request names: whoever can make somebody send one could lead them away."""
    for address in ("/en", "/cy", "/en/contact"):
        answer = served.fetch(address, Host="elsewhere.example")
        assert answer.status in (301, 308)
        assert answer.header("Location") == [f"{address}/"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_hidden_files_are_not_served(served: Served, folder: str) -> None:
    """Neither the list of the site's files nor what else lies there under such a name."""
    assert served.fetch(f"/{folder}.hidden").status == 404
    assert served.fetch("/.drws-files").status == 404
    assert served.fetch("/.well-known/file.txt").status == 200
    for path in served.description.hidden:
        assert served.fetch(path).status == 404, path


@pytest.mark.parametrize(
    ("address", "language"),
    [("/assets/", "cy"), ("/nowhere", "cy"), ("/en/assets/", "en"), ("/cy/nunlle/", "cy"), ("/en/nowhere.css", "en")],
)
def test_what_is_not_there_is_answered_in_its_language(served: Served, address: str, language: str) -> None:
    """Neither is a folder listed: it is answered alike, by our own page, with every header and without being kept."""
    answer = served.fetch(address)
    assert answer.status == 404
    assert f' lang="{language}">\n<head>'.encode() in answer.body
    assert answer.header("Content-Type") == ["text/html; charset=utf-8"]
    assert not any("immutable" in value for value in answer.header("Cache-Control"))
    for name, value in served.description.headers.items():
        assert answer.header(name) == [value], name


def test_no_answer_says_which_server_it_is(served: Served) -> None:
    """A version is of use to those who look for its weaknesses."""
    for address in ("/", "/en", "/nowhere", "/assets/", "/.drws-files"):
        answer = served.fetch(address)
        assert answer.header("Server") == (["nginx"] if served.server == "nginx" else []), address
        assert b"nginx/" not in answer.body, address


def test_the_form_that_is_asked_for_is_sent(served: Served) -> None:
    """A cache that kept a compressed form without knowing so would hand it to a browser that cannot read it."""
    plain = served.fetch("/en/")
    assert plain.header("Content-Encoding") == []
    forms = {"gzip": ("gzip", gzip.decompress), "br, gzip": ("br", brotli.decompress)}
    if served.server == "nginx" and not has_brotli():
        forms["br, gzip"] = forms["gzip"]
    for asked, (encoding, decompress) in forms.items():
        answer = served.fetch("/en/", **{"Accept-Encoding": asked})
        assert answer.header("Content-Encoding") == [encoding]
        assert "Accept-Encoding" in answer.header("Vary")
        assert answer.header("Content-Type") == plain.header("Content-Type")
        assert answer.header("Content-Length") in ([str(len(answer.body))], [])  # Caddy sends it in pieces
        assert decompress(answer.body) == plain.body
        assert answer.header("Content-Security-Policy") == plain.header("Content-Security-Policy")


def test_what_has_not_changed_is_not_sent_again(served: Served) -> None:
    """A page is asked for each time; this is why that costs little."""
    [mark] = served.fetch("/en/").header("ETag")
    answer = served.fetch("/en/", **{"If-None-Match": mark})
    assert (answer.status, answer.body) == (304, b"")


def test_data_is_open_and_has_addresses_without_ending(served: Served) -> None:
    """A page of another site reads it, and reads as well that there is nothing. It reads no page of ours."""
    root, services, one = DATA
    plain = {"/data/oruk/v3/en": root, "/data/oruk/v3/en/": root, "/data/oruk/v3/en/services": services}
    for path, name in {**plain, f"/{one}": one, f"/{one}".removesuffix(".json"): one}.items():
        answer = served.fetch(path, Origin="https://elsewhere.example")
        assert (answer.status, answer.body.decode()) == (200, DATA[name]), path
        assert answer.header("Content-Type") == ["application/json"], path
        assert answer.header("Access-Control-Allow-Origin") == ["*"], path
    missing = served.fetch("/data/oruk/v3/en/services/y", Origin="https://elsewhere.example")
    assert (missing.status, missing.header("Access-Control-Allow-Origin")) == (404, ["*"])
    assert served.fetch("/en/", Origin="https://elsewhere.example").header("Access-Control-Allow-Origin") == []


def test_what_moved_leads_on_and_what_is_gone_says_so(served: Served) -> None:
    """For good, on the site, and with the page that says why."""
    for each in served.description.redirects:
        answer = served.fetch(each.path, Host="elsewhere.example")
        assert (answer.status, answer.header("Location")) == (301, [each.to])
    for gone in served.description.gone:
        answer = served.fetch(gone.path)
        assert answer.status == 410
        assert answer.body == (served.site / (gone.page or "/cy/404.html")[1:]).read_bytes()
        assert answer.header("Content-Type") == ["text/html; charset=utf-8"]
        assert answer.header("Content-Security-Policy") == [served.description.headers["Content-Security-Policy"]]


def test_nginx_compresses_what_was_not_compressed_before(
    built: "Example", tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A site that was built in a hurry is small on the way all the same."""
    with serving(built.site, tmp_path_factory.mktemp("nginx")) as origin:
        fetch = asking(origin)
        for asked, encoding in ({"Accept-Encoding": "gzip"}, ["gzip"]), ({}, []):
            answer = fetch("/en/", **asked)
            assert answer.header("Content-Encoding") == encoding
            assert answer.header("Vary") == ["Accept-Encoding"]


def test_the_block_of_the_docs_speaks_http_2(prepared: tuple[Path, Description], tmp_path: Path) -> None:
    """A browser asks for all files at once, and not for six at a time: on a slow line that is seconds."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE  # nobody trusts the certificate of a test
    context.set_alpn_protocols(["h2", "http/1.1"])
    with serving(prepared[0], tmp_path, tls=True) as origin:
        address = urlsplit(origin)
        assert address.port
        with (
            socket.create_connection(("127.0.0.1", address.port)) as line,
            context.wrap_socket(line) as spoken,
        ):
            assert spoken.selected_alpn_protocol() == "h2"
