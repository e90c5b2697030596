"""Each way in which a site can be broken is told once, in a message about it; the site that is not broken has none."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drws.build.compressed import compress
from drws.system.signature import FILES
from drws.verify import verify

from .site_breaks import IN_FILES, IN_PAGES, Break, put

if TYPE_CHECKING:
    from tests.conftest import Example


Done = Mapping[str, tuple[str, Break]]
"""What is done to one copy: the breaks by their names, each with its file."""


@pytest.mark.slow
def test_a_site_is_not_published_broken_without_notice(buildable: "Example", tmp_path: Path) -> None:
    """One site, built with its search, and few copies: what is done to different files is done to the same copy."""
    assert buildable.build(search=True).is_published
    compress(buildable.site, buildable.work, lambda name: name == "sitemap.xml")
    (buildable.site / FILES).unlink()  # the list of files and what is in them would tell all of it
    assert verify(buildable.site) == []
    untold = {}
    for number, done in enumerate([_in_pages(buildable.site), *_in_files(buildable.site)]):
        copy = tmp_path / f"copy-{number}"
        shutil.copytree(buildable.site, copy)
        for file, broken in done.values():
            broken.how(copy / file)
        told = [(each.message, each.place.file, each.values.get("value")) for each in verify(copy)]
        for name, (file, broken) in done.items():
            place = f"site/{_found(buildable.site, broken.where) or file}"
            of_it = [(message, value) for message, where, value in told if where == place]
            times = sum(_tells(broken, *each) for each in of_it)
            if not times or (times > 1 and broken.value is not None):
                untold[name] = of_it
        shutil.rmtree(copy)
    assert not untold


def _tells(broken: Break, message: str, value: object) -> bool:
    return message == f"verify.{broken.message}" and broken.value in (None, value)


def _in_pages(site: Path) -> Done:
    named = {name for each in IN_PAGES.values() for name in (each.file, each.where)}
    pages = (path.relative_to(site).as_posix() for path in sorted(site.glob("cy/*/**/index.html")))
    free = (page for page in pages if page not in named)
    return {name: (each.file or next(free), each) for name, each in IN_PAGES.items()}


def _in_files(site: Path) -> Sequence[Done]:
    """In as many copies as are needed that no two breaks have to do with the same part of the site."""
    copies: list[dict[str, tuple[str, Break]]] = []
    parts: list[set[str]] = []
    for name, each in IN_FILES.items():
        own = {_part(each.file), _part(each.where)} - {""}
        number = next((number for number, taken in enumerate(parts) if not own & taken), len(parts))
        if number == len(parts):
            copies.append({})
            parts.append(set())
        copies[number][name] = (_found(site, each.file), each)
        parts[number] |= own
    return copies


def _part(file: str) -> str:
    """The index is one, and so are the tables that name one another."""
    folder = file.partition("/")[0]
    return folder if folder in ("pagefind", "search") else file


def _found(site: Path, name: str) -> str:
    """The first file of a name with stars in it."""
    return min(path.relative_to(site).as_posix() for path in site.glob(name)) if "*" in name else name


def test_data_for_programs_may_stand_in_a_page(built: "Example", tmp_path: Path) -> None:
    """Nothing runs it, and it can be read."""
    shutil.copytree(built.site, tmp_path / "site")
    (tmp_path / "site" / FILES).unlink()
    put('<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Event"}</script>', "</head>")(
        tmp_path / "site/cy/index.html"
    )
    assert verify(tmp_path / "site") == []
