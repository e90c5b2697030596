"""What `drws check` read is kept for the next check, and never stands for a file that says something else."""

import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from drws.build.load import Loaded, Sources, load
from drws.cli import main
from drws.domains.registry import installed
from drws.domains.website.parity import words
from drws.domains.website.personal_data.search import Search
from drws.kernel.problem import Problem
from drws.system.kept import PROJECTS, Kept, program

if TYPE_CHECKING:
    from tests.example import Example

from .example import AS_OF

PROGRAM = b"p" * 64


def squares(file: Path, *numbers: int, by: bytes = PROGRAM) -> tuple[list[int], list[int]]:
    """The squares of numbers as one run gets them, and which of them it had to work out. That of 0 is never kept."""
    asked: list[int] = []

    def work_out(missing: list[int]) -> list[int]:
        asked.extend(missing)
        return [number**2 for number in missing]

    kept = Kept(file, by)
    found = kept.of_each(numbers, lambda number: b"%d" % number if number else None, work_out)
    kept.write()
    return found, asked


def test_only_what_is_new_is_worked_out(tmp_path: Path) -> None:
    """The order is that of the keys, and what a run did not ask for is forgotten."""
    file = tmp_path / "kept" / "project"
    assert squares(file, 3, 4) == ([9, 16], [3, 4])
    assert squares(file, 5, 4, 0, 3) == ([25, 16, 0, 9], [5, 0])
    assert squares(file, 5) == ([25], [])
    assert squares(file, 3, 5) == ([9, 25], [3])


def test_a_file_that_is_written_meanwhile_is_not_kept(tmp_path: Path) -> None:
    """Its key would be that of what it said before."""
    said = ["before"]

    def read(_missing: list[str]) -> list[str]:
        said[0] = "after"
        return list(said)

    kept = Kept(tmp_path / "project", PROGRAM)
    assert kept.of_each(["file"], lambda _: said[0].encode(), read) == ["after"]
    kept.write()
    assert Kept(tmp_path / "project", PROGRAM).of_each(["file"], lambda _: b"before", lambda _: ["before"]) == [
        "before"
    ]


def test_another_program_works_out_everything_anew(tmp_path: Path) -> None:
    """Whatever an earlier version made of the same file."""
    assert squares(tmp_path / "project", 3) == ([9], [3])
    assert squares(tmp_path / "project", 3, by=b"q" * 64) == ([9], [3])


def test_a_damaged_file_is_not_read(tmp_path: Path) -> None:
    """Cut short at any place or with another byte anywhere, it counts as not there."""
    file = tmp_path / "project"
    squares(file, 3, 4, 5)
    whole = file.read_bytes()
    for place in range(0, len(whole), 7):
        for damaged in (whole[:place], whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]):
            file.write_bytes(damaged)
            assert squares(file, 3, 4, 5) == ([9, 16, 25], [3, 4, 5])


def test_where_nothing_can_be_kept_nothing_is_lost(tmp_path: Path) -> None:
    """The folder of the caches may be a file, or closed."""
    (tmp_path / "file").write_text("x")
    for _ in range(2):
        assert squares(tmp_path / "file" / "project", 3) == ([9], [3])


def test_the_projects_that_nobody_asks_about_go(tmp_path: Path) -> None:
    """A folder that was checked once does not stay for ever."""
    for number in range(PROJECTS + 2):
        squares(tmp_path / f"project{number}", 3)
        os.utime(tmp_path / f"project{number}", (number, number))
    squares(tmp_path / "newest", 3)
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"newest"} | {f"project{number}" for number in range(3, PROJECTS + 2)}


def test_a_change_of_the_program_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a file of a package, of a file more, and of a distribution that is installed."""
    (tmp_path / "changing").mkdir()
    module = tmp_path / "changing" / "__init__.py"
    module.write_text("A = 1\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    seen = [program(["changing"])]
    assert program(["changing.records"]) == seen[0]
    for path in (module, tmp_path / "changing" / "more.py"):
        path.write_text("A = 1\nB = 2\n")
        seen.append(program(["changing"]))
    (tmp_path / "reader-2.0.dist-info").mkdir()
    seen.append(program(["changing"]))
    assert len(set(seen)) == len(seen)
    del sys.modules["changing"]


def test_without_a_file_results_stay_in_the_program() -> None:
    """Who asks again gets the same object, and there is nothing to write."""
    kept, asked = Kept(), list[str]()

    def work_out(missing: list[str]) -> list[list[str]]:
        asked.extend(missing)
        return [[each] for each in missing]

    first, again = (kept.of_each(["one", "two"], str.encode, work_out) for _ in range(2))
    kept.write()
    assert asked == ["one", "two"]
    assert [id(each) for each in again] == [id(each) for each in first]


# ── a project ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def project(example: "Example", tmp_path: Path) -> "Project":
    """The small example, checked again and again."""
    return Project(replace(example, kept=None), tmp_path / "kept")


class Project:
    """A project whose files are read with what an earlier check kept."""

    def __init__(self, example: "Example", file: Path) -> None:
        self.example = example
        self.file = file

    def load(self) -> Loaded:
        """Read it, and keep what was read."""
        kept = Kept(self.file, PROGRAM)
        own = self.example.sources
        loaded = load(Sources(own.data, own.content, own.own_theme, kept), AS_OF)
        kept.write()
        return loaded

    def load_as_if_read_anew(self) -> tuple[Problem, ...]:
        """The next check sees what one sees that keeps nothing: the problems that both find."""
        one, other = self.load(), self.example.load()
        assert (one.site, one.strings, one.problems) == (other.site, other.strings, other.problems)
        return one.problems


@pytest.mark.slow
def test_what_is_kept_is_the_same_as_what_is_read(project: Project) -> None:
    """Records, pages, texts of policies, and problems of each of them."""
    project.load()
    project.load_as_if_read_anew()
    project.example.change(
        {
            "data/services/grwp-rhieni.yml": {"statutory": "no"},
            "content/en/about.md": "# no block at the top\n",
            "content/policies/cyswllt/1.1.en.md": "---\ntranslation: draft\n---\n\n## No id\n",
        }
    )
    project.load()
    problems = project.load_as_if_read_anew()
    assert {problem.place.file.partition("/")[0] for problem in problems} == {"data", "content"}


@pytest.mark.slow
def test_what_is_kept_stays_as_it_was(buildable: "Example") -> None:
    """The next who asks gets the same objects: whoever reads, checks, plans and writes pages leaves them as they are."""
    example = replace(buildable, kept=Kept())
    example.change({"data/contacts/dyffryn-ymholiadau.yml": {"phones": [{"number": "07400 123456"}]}})
    before, anew = example.load(), replace(example, kept=None).load()
    assert before.problems == anew.problems != ()
    example.change({"data/contacts/dyffryn-ymholiadau.yml": {"phones": [{"number": "0300 123 4567"}]}})
    example.show()
    after, anew = example.load(), replace(example, kept=None).load()
    assert (after.site, after.strings, after.problems) == (anew.site, anew.strings, anew.problems)
    assert before.site
    assert after.site
    assert any(one is other for one, other in zip(before.site.entities, after.site.entities, strict=True))


@pytest.mark.slow
def test_a_file_that_changes_is_read_again(project: Project) -> None:
    """And one that changes back, and one of another name."""
    service = project.example.root / "data" / "services" / "grwp-rhieni.yml"
    first = service.read_text("utf-8")
    project.load()
    for text in (first.replace("id: grwp-rhieni", "id: other"), first, first + "\nunknown: x\n"):
        service.write_text(text, "utf-8")
        project.load_as_if_read_anew()
    service.rename(service.with_name("other.yml"))
    project.load_as_if_read_anew()


def test_what_else_a_file_is_read_by_counts(project: Project) -> None:
    """The country whose telephone numbers need no code, and the languages of the site."""
    project.load()
    site = project.example.root / "data" / "site.yml"
    site.write_text(site.read_text("utf-8").replace("country: GB", "country: FR"), "utf-8")
    project.load_as_if_read_anew()


def test_the_words_that_bind_count(project: Project) -> None:
    """How often a text says them is kept with it: when the site lists others, it is counted again."""
    project.load()
    site = project.example.root / "data" / "site.yml"
    text = site.read_text("utf-8")
    listed = "en: [must"
    assert listed in text
    site.write_text(
        text.replace(listed, f"en: [{', '.join(f'never said {number}' for number in range(30))}, shall"), "utf-8"
    )
    assert project.load_as_if_read_anew()
    site.write_text(text, "utf-8")
    project.load_as_if_read_anew()


@pytest.mark.slow
def test_what_stands_alone_is_read_again_when_it_changes(project: Project) -> None:
    """The words of the theme, a table of figures, what people search with, and the table of postcodes."""
    root = project.example.root
    words = "translation: draft\nskip_link.text: {cy: Neidio, en: Skip}\n"
    project.example.change(
        {"theme/strings.yml": words, "data/search/words.yml": "passed_over: {cy: [sut], en: [how]}\n"}
    )
    project.load()
    project.load_as_if_read_anew()
    [table] = (root / "data" / "observations").glob("*.csv")
    for path, old, new in (
        (root / "theme/strings.yml", "en: Skip", "en: Jump"),
        (table, "\n", "\n\n\n"),
        (root / "data/search/words.yml", "how", "when"),
        (root / "data/geography/postcodes.yml", "\n", "\nno_such_field: x\n"),
    ):
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        project.load_as_if_read_anew()


def test_a_link_to_elsewhere_is_refused_though_it_says_the_same(project: Project, tmp_path: Path) -> None:
    """What a file says is kept, and not that it stands in the project."""
    project.load()
    service = project.example.root / "data" / "services" / "grwp-rhieni.yml"
    service.rename(tmp_path / "elsewhere.yml")
    service.symlink_to(tmp_path / "elsewhere.yml")
    assert "file.link-outside" in {problem.message for problem in project.load().problems}


PAGE = """\
---
title: {title}
slug: {slug}
description: {title}.
translation: draft
---

{text} [{link}]({address}).
"""


@pytest.mark.slow
def test_what_checks_found_in_a_file_is_found_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the languages do not share and what is about one person, in a record, a page, a policy, a table and a list, without looking again."""
    table = next(project.example.root.glob("data/observations/*.csv"))
    clause = project.example.root / "content/policies/cyswllt/1.1.en.md"
    project.example.change(
        {
            "data/services/grwp-rhieni.yml": {"summary": {"cy": "Bob 10 diwrnod.", "en": "Every 20 days."}},
            "data/contacts/dyffryn-ymholiadau.yml": {"phones": [{"number": "07400 123456"}]},
            "content/en/about.md": (project.example.root / "content/en/about.md").read_text("utf-8")
            + "\nRing 07400 123456.\n",
            "content/policies/cyswllt/1.1.en.md": clause.read_text("utf-8") + "\nPassword: Hunter2024!\n",
            f"data/observations/{table.name}": table.read_text("utf-8").replace(
                ";2020;;\n", ";2020;07400 123456;07400 123456\n", 1
            ),
            "data/search/words.yml": {"common": {"en": ["07400 123456"]}},
        }
    )
    first = project.load().problems
    files = {rule: {each.place.file for each in first if each.rule == rule} for rule in ("parity", "personal-data")}
    assert len(files["parity"]) >= 3
    assert len(files["personal-data"]) >= 5
    project.load_as_if_read_anew()
    with monkeypatch.context() as patch:
        patch.setattr(words, "seems_in", lambda text, *_: pytest.fail(text) if "diwrnod" in text else "")
        patch.setattr(
            Search, "_found_in", lambda _, said: pytest.fail(said.words) if said.file != "data/site.yml" else ()
        )
        assert project.load().problems == first
    project.example.change(
        {"data/services/grwp-rhieni.yml": {"summary": {"cy": "Bob 10 diwrnod.", "en": "Every 10 days."}}}
    )
    project.load_as_if_read_anew()


@pytest.mark.slow
def test_what_else_checks_look_at_a_file_by_counts(project: Project) -> None:
    """Which addresses are one page, what one language says alone, and the numbers by which a country knows people."""
    site = project.example.root / "data" / "site.yml"
    texts = {
        "cy": PAGE.format(
            title="Y bobl",
            slug="y-bobl",
            text="Yn Saesneg y mae.\n\nGwelwch",
            link="Papur",
            address="https://papur.example/",
        ),
        "en": PAGE.format(
            title="The people",
            slug="people",
            text="It is 943 476 5919.",
            link="Paper",
            address="https://paper.example/",
        ),
    }
    project.example.change({f"content/{code}/about/people.md": text for code, text in texts.items()})
    before = site.read_text("utf-8")
    seen = [project.load().problems]
    for more in (
        "same_pages: [{cy: 'https://papur.example/', en: 'https://paper.example/'}]",
        "said_alone: [{language: cy, begins: Yn Saesneg, reason: it helps nobody else, until: 2030-01-01}]",
        "personal_numbers: [{id: nhs-number, shape: 999 999 9999, check_digits: gb.nhs}]",
    ):
        site.write_text(f"{before}\n{more}\n", "utf-8")
        seen.append(project.load_as_if_read_anew())
    assert [sorted(each.message for each in problems) for problems in seen] == [
        ["parity.blocks", "parity.links", "parity.numbers"],
        ["parity.blocks", "parity.numbers"],
        ["parity.links", "parity.numbers"],
        ["parity.blocks", "parity.links", "parity.numbers", "personal-data.number"],
    ]


def test_packages_of_every_domain_count() -> None:
    """A record type of another package is read by its own code."""
    types = installed().entities
    assert {each.__module__.partition(".")[0] for each in types} <= installed().packages


def test_check_reads_again_when_it_is_told_to(
    example: "Example", monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """It says the same with and without, and keeps nothing beside the project."""
    caches = tmp_path_factory.mktemp("caches")
    monkeypatch.setenv("XDG_CACHE_HOME", str(caches))
    before = sorted(example.root.rglob("*"))
    told = ["check", "--data", f"{example.root}/data", "--content", f"{example.root}/content", "--as-of", "2025-11-21"]

    def check(*more: str) -> str:
        return CliRunner().invoke(main, [*told, *more]).output

    first, again = check(), check()
    assert any(path.is_file() for path in caches.rglob("*"))
    shutil.rmtree(caches)
    assert first == again == check("--no-cache")
    assert not any(path.is_file() for path in caches.rglob("*"))
    assert sorted(example.root.rglob("*")) == before
