"""Each way in which a site can be broken is told once, in a message about it; the site that is not broken has none."""

import re
import shutil
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from drws.build.compressed import compress
from drws.system.signature import FILES
from drws.system.sync_folder import names
from drws.verify import verify

from .site_breaks import IN_FILES, IN_PAGES, Break, put

if TYPE_CHECKING:
    from tests.example import Example


Done = Mapping[str, tuple[str, Break]]
"""What is done to one copy: the breaks by their names, each with its file."""


def test_a_site_is_not_published_broken_without_notice(searched: Path, tmp_path: Path) -> None:
    """One site with its search, broken a few times: what is done to different files is done at once, and so is what hides nothing."""
    site = tmp_path / "site"
    shutil.copytree(searched, site)
    compress(site, tmp_path / "work", lambda name: name == "sitemap.xml")
    (site / FILES).unlink()  # the list of files and what is in them would tell all of it
    assert verify(site) == []
    copy, untold = tmp_path / "copy", {}
    shutil.copytree(site, copy)
    for done in (_in_pages(site), *_in_files(site)):
        _mend(copy, site)
        for file, broken in done.values():
            broken.how(copy / file)
        told = [(each.message, each.place.file, each.values.get("value")) for each in verify(copy)]
        for name, (file, broken) in done.items():
            place = f"site/{_found(site, broken.where) or file}"
            of_it = [(message, value) for message, where, value in told if where == place]
            times = sum(_tells(broken, *each) for each in of_it)
            if not times or (times > 1 and broken.value is not None):
                untold[name] = of_it
    assert not untold


def _mend(copy: Path, site: Path) -> None:
    """Make a site of the copy again, whatever was done to it: what nobody touched is as old as before."""
    whole, there = ({name: (root / name).lstat().st_mtime_ns for name in names(str(root))} for root in (site, copy))
    for name in there.keys() - whole.keys():
        (copy / name).unlink()
    for name in (name for name, changed in whole.items() if there.get(name) != changed):
        (copy / name).unlink(missing_ok=True)  # a link would lead the copy elsewhere
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(site / name, copy / name)


def _tells(broken: Break, message: str, value: object) -> bool:
    return message == f"verify.{broken.message}" and broken.value in (None, value)


def _in_pages(site: Path) -> Done:
    named = {name for each in IN_PAGES.values() for name in (each.file, each.where)}
    pages = (path.relative_to(site).as_posix() for path in sorted(site.glob("cy/*/**/index.html")))
    free = (page for page in pages if page not in named)
    return {name: (each.file or next(free), each) for name, each in IN_PAGES.items()}


def _in_files(site: Path) -> Sequence[Done]:
    """In as many copies as are needed that none hides another: no two have to do with the same part of the site, unless they hide nothing."""
    copies: list[dict[str, tuple[str, Break]]] = []
    for name, each in IN_FILES.items():
        free = (copy for copy in copies if not any(_hides(each, other, site) for _, other in copy.values()))
        if (copy := next(free, None)) is None:
            copies.append(copy := {})
        copy[name] = (_found(site, each.file), each)
    return copies


def _hides(one: Break, other: Break, site: Path) -> bool:
    """May one of them be the reason that nothing is said of the other, or that the same is said?"""
    if one.hides_nothing and other.hides_nothing and one.file == other.file:
        return (one.message, one.value) == (other.message, other.value)
    return any(_is_in(a, b) or _is_in(b, a) for a in _parts(one, site) for b in _parts(other, site))


def _is_in(part: str, whole: str) -> bool:
    return part == whole or (whole in TOGETHER and part.startswith(f"{whole}/"))


def _parts(broken: Break, site: Path) -> set[str]:
    """What it has to do with: its files, or what is read together."""
    names = {_found(site, name) for name in (broken.file, broken.where)} - {""}
    return {next((part for part, files in TOGETHER.items() if re.match(files, name)), name) for name in names}


TOGETHER = {
    "search": "search/",
    "pagefind": "pagefind/pagefind-entry",
    "pagefind/cy": r"pagefind/(index/|pagefind\.)cy_",
    "pagefind/en": r"pagefind/(index/|pagefind\.)en_",
}
"""Tables name one another, the list of an index says how all of it is read, and what a language has says which words there are."""


@cache
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
