"""A subject is one domain, registered once: a package of others brings one, and nothing else of Drws names it."""

import ast
import inspect
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drws.domains.registry import installed
from drws.kernel.problem import Problem

from .example import EXAMPLE, ROOT

if TYPE_CHECKING:
    from tests.example import Example

OPEN_DAYS = ROOT / "examples" / "open-days"
MOST_LINES = 80
"""What a domain may take: more would mean that Drws asks for too much."""

DAY = """id: dydd-mawrth
translation: draft
name: {cy: Diwrnod ym Mawrth, en: A day in March}
region_id: dyffryn
date: 2026-03-03
description: {cy: Dewch i’n gweld., en: Come and see us.}
sources: [{url: https://dyffryn.example/}]
"""

CHECKED = """
from drws.cli import main
for language in ("cy", "en"):
    try:
        main(["check", "--lang", language])
    except SystemExit as end:
        print("ended with", end.code)
"""
LOADED = """
import json
from pathlib import Path
from drws.build.load import Sources, load
from drws.system.clock import today
loaded = [load(Sources(Path(data), Path("content"), Path("theme")), today()) for data in ("data", "without")]
assert not [each.problems for each in loaded if each.problems], loaded
print(json.dumps([[name for name, _ in each.addresses.paths] for each in loaded]))
"""

ELSEWHERE = {
    "geography/refresh.py": "writes the postcodes of the authorities that there are",
    "search/numbers.py": "a telephone number is that of a contact",
    "search/places.py": "names of authorities are places: search mends none of them",
}
"""Modules outside the domains that name a type of record, and why."""


class Stranger:
    """The small example with the package of open days, installed in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(EXAMPLE, root, dirs_exist_ok=True)
        install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
        shutil.copytree(OPEN_DAYS, root / "package")
        subprocess.run([*install, "--target", root / "installed", root / "package"], check=True)
        (root / "data/open_days").mkdir()
        self.write("dydd-mawrth", DAY)

    def write(self, name: str, record: str) -> None:
        """Add a record of an open day."""
        (self.root / f"data/open_days/{name}.yml").write_text(record, "utf-8")

    def python(self, *arguments: str) -> str:
        """Run Python with the package, to a good end; what it says."""
        environment = {**os.environ, "PYTHONPATH": str(self.root / "installed")}
        command = [sys.executable, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=self.root, env=environment)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def page(self, name: str) -> str:
        """A file of the built site."""
        return (self.root / "site" / name).read_text("utf-8")


@pytest.fixture(scope="module")
def stranger(built: "Example", tmp_path_factory: pytest.TempPathFactory) -> Stranger:
    """The example and the package, built with what was compiled for the example alone."""
    found = Stranger(tmp_path_factory.mktemp("stranger"))
    shutil.copytree(built.work, found.root / "build")
    found.python("-m", "drws", "build", "--no-search")
    return found


@pytest.mark.slow
def test_a_package_brings_a_subject(stranger: Stranger) -> None:
    """Its list, its pages, what it adds to the page of a region, and its file."""
    assert "Diwrnod ym Mawrth" in stranger.page("cy/diwrnodau-agored/index.html")
    assert "3 March 2026" in stranger.page("en/open-days/a-day-in-march/index.html")
    assert "<h2>Diwrnodau agored</h2>" in stranger.page("cy/rhanbarthau/mabwysiadu-dyffryn/index.html")
    assert "Diwrnodau agored" not in stranger.page("cy/rhanbarthau/mabwysiadur-ynys-las/index.html")
    assert json.loads(stranger.page("open-days.json")) == {"dydd-mawrth": "2026-03-03"}


@pytest.mark.slow
def test_its_rule_is_told_like_ours(stranger: Stranger) -> None:
    """With the line, in both languages."""
    stranger.write("eto", DAY.replace("dydd-mawrth", "eto"))
    told = stranger.python("-c", CHECKED)
    for said in ("mae diwrnod agored arall", "there is another open day"):
        assert f"data/open_days/eto.yml:5:7  date: {said}" in told
    assert told.count("ended with 1") == 2
    (stranger.root / "data/open_days/eto.yml").unlink()


@pytest.mark.slow
def test_a_site_can_do_without_it(stranger: Stranger) -> None:
    """Then its records are not read, and it has no pages: neither the list nor one of its own."""
    shutil.copytree(stranger.root / "data", stranger.root / "without")
    with (stranger.root / "without/site.yml").open("a") as site:
        site.write("\nwithout: [open_days]\n")
    (stranger.root / "without/open_days/wrong.yml").write_text("no record", "utf-8")
    pages, without = json.loads(stranger.python("-c", LOADED))
    assert set(pages) - set(without) == {"open-days", "open_day:dydd-mawrth"}
    assert set(without) < set(pages)


def test_a_domain_is_short() -> None:
    """All of the package, its templates and words included, without empty lines."""
    files = [path for path in OPEN_DAYS.rglob("*") if path.suffix in (".py", ".yml", ".html", ".toml")]
    lines = [line for path in files for line in path.read_text("utf-8").splitlines() if line.strip()]
    assert files
    assert len(lines) <= MOST_LINES


def test_types_of_record_are_named_in_the_domains() -> None:
    """In their own domain and in later ones. Whatever else names one says why."""
    root = ROOT / "generator" / "drws"
    homes = {model.__name__: Path(inspect.getfile(model)) for model in installed().entities}
    naming = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if "domains" not in path.relative_to(root).parts
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        and any(alias.name in homes and (node.module or "").startswith("drws.domains") for alias in node.names)
    }
    assert naming == ELSEWHERE.keys()


@pytest.mark.slow
@pytest.mark.parametrize("name", installed().optional_names)
def test_a_site_can_do_without_a_subject_of_ours(name: str, buildable: "Example") -> None:
    """Every page and every file can be made; or what other records and pages still name of the subject is told."""
    problems = told_without([name], buildable)
    assert {problem.rule for problem in problems} <= {"references", "blocks"}
    assert problems or all(make() for make in buildable.files().values())


@pytest.mark.slow
def test_a_site_can_do_without_all_that_nothing_names(buildable: "Example") -> None:
    """It is published, and every link leads somewhere."""
    unnamed = [name for name in installed().optional_names if not told_without([name], buildable)]
    assert unnamed
    assert told_without(unnamed, buildable) == ()
    assert buildable.build().is_published


def told_without(names: Sequence[str], example: "Example") -> Sequence[Problem]:
    """What there is to say of the example without some subjects."""
    site = example.root / "data/site.yml"
    site.write_text(f"{(EXAMPLE / 'data/site.yml').read_text('utf-8')}\nwithout: [{', '.join(names)}]\n", "utf-8")
    return example.load().problems


def test_what_every_site_has_cannot_be_left_out(example: "Example") -> None:
    """The directory, hand-written pages and the website itself. So it is with what nobody knows."""
    site = example.root / "data/site.yml"
    site.write_text(f"{site.read_text('utf-8')}\nwithout: [directory, figurse]\n", "utf-8")
    told = example.lines(example.load().problems)
    assert len(told) == 2
    assert all("[value]" in line and "figures" in line for line in told)
