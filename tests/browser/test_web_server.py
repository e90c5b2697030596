"""nginx, with the file that the site brings, answers what is not there and what is not for everybody, and gives nothing away."""

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from .server import serving
from .visits import asking

if TYPE_CHECKING:
    from tests.browser.visits import Fetch
    from tests.conftest import Example

pytestmark = pytest.mark.nginx

FOLDERS = ["", "en/", "cy/", "cy/gwasanaethau/", "assets/"]


@pytest.fixture(scope="module")
def fetch(built: "Example", tmp_path_factory: pytest.TempPathFactory) -> Iterator["Fetch"]:
    """Asks a server for the small example, with files in it that somebody hid."""
    copied = shutil.copytree(built.site, tmp_path_factory.mktemp("served") / "site")
    for folder in FOLDERS:
        (copied / folder / ".hidden").write_text("Not for everybody.")
    (copied / ".well-known").mkdir()
    (copied / ".well-known/file.txt").write_text("For everybody.")
    with serving(copied, tmp_path_factory.mktemp("nginx")) as origin:
        yield asking(origin)


def test_a_redirect_stays_on_the_site(fetch: "Fetch") -> None:
    """Whatever host a request names: whoever can make somebody send one could lead them away."""
    for address in ("/en", "/cy", "/assets"):
        answer = fetch(address, Host="elsewhere.example")
        assert answer.status == 301
        assert answer.header("Location") == [f"{address}/"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_hidden_files_are_not_served(fetch: "Fetch", folder: str) -> None:
    """Neither the list of the site's files nor what else lies there under such a name."""
    assert fetch(f"/{folder}.hidden").status == 404
    assert fetch("/.drws-files").status == 404
    assert fetch("/.well-known/file.txt").status == 200


@pytest.mark.parametrize(("address", "language"), [("/assets/", "en"), ("/en/assets/", "en"), ("/cy/nunlle/", "cy")])
def test_a_folder_is_not_listed(fetch: "Fetch", address: str, language: str) -> None:
    """What is not there and what nobody may see are answered alike, by our own page."""
    answer = fetch(address)
    assert answer.status == 404
    assert f'lang="{language}"'.encode() in answer.body


def test_no_answer_says_which_nginx_it_is(fetch: "Fetch") -> None:
    """A version is of use to those who look for its weaknesses."""
    for address in ("/", "/en", "/nowhere", "/assets/", "/.drws-files"):
        answer = fetch(address)
        assert answer.header("Server") == ["nginx"], address
        assert b"nginx/" not in answer.body, address


def test_what_is_compressed_says_that_it_varies(fetch: "Fetch") -> None:
    """A cache that kept the compressed form would hand it to a browser that cannot read it."""
    for headers in ({"Accept-Encoding": "gzip"}, {}):
        answer = fetch("/en/", **headers)
        assert answer.header("Content-Encoding") == (["gzip"] if headers else [])
        assert answer.header("Vary") == ["Accept-Encoding"]
