"""What a large library of policies costs: `.venv/bin/python -m benchmarks.policies`, or with `--sizes 75,150 --rounds 2`.

The real site is checked and built as it is, and with made-up policies of five versions beside its own (synthetic_policies.py), in turn, so
that a machine which is slower for a while is slower for everyone: read the ratios and the differences, not the seconds. A first check reads
every file (`--no-cache`); a check again finds what an earlier one kept of files that did not change. Every build is from nothing and
without search. The largest is built once more with search, for what a first search fetches (search_weight.py).
Writes benchmarks/policies.md.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import run, search_weight, synthetic_policies
from benchmarks.run import MEASURED, Contestant, Part, Row, Runs, drws, figures, middle

RESULTS = Path(__file__).with_name("policies.md")
REAL = "the real site"
COMPARISON = re.compile(r"/@[^/]+/@[^/]+/index\.html$")


def named(policies: int) -> str:
    """What the results call the site with that many policies more."""
    return f"{policies} policies more"


def take_turns(contestants: list[Contestant], rounds: int) -> Runs:
    """Everyone in turn."""
    runs: Runs = {each.name: [] for each in contestants}
    for _ in range(rounds):
        for each in contestants:
            runs[each.name].append(each.run())
    return runs


def contestants(command: str, sizes: list[int], folder: Path, *options: str) -> list[Contestant]:
    """The real site, then each size."""
    found = []
    for size in (0, *sizes):
        here = folder / str(size)
        told = (*_sources(here, size), *options)
        if command == "build":
            told += ("--no-search", "--site-dir", str(here / "site"), "--work-dir", str(here / "work"))
        forgets = (here / "site", here / "work")
        found.append(drws(named(size) if size else REAL, command, *told, forgets=forgets))
    return found


def _sources(folder: Path, size: int) -> tuple[str, ...]:
    return ("--data", str(folder / "data"), "--content", str(folder / "content")) if size else ()


def differences(runs: Runs, sizes: list[int]) -> list[Row]:
    """What the made-up policies cost, whole and each, and how that compares with the size before."""
    rows: list[Row] = []
    before = 0.0
    for size in sizes:
        more = middle(runs[named(size)], "cpu") - middle(runs[REAL], "cpu")
        each = more / size
        rows.append((f"{size:,}", f"{more:.2f}", f"{each * 1000:.0f}", f"{each / before:.2f}" if before else ""))
        before = each
    return rows


def contents(sizes: list[int], folder: Path) -> list[Row]:
    """How many files and pages each site has, comparisons among them, and how large it is."""
    rows: list[Row] = []
    for size in (0, *sizes):
        site = folder / str(size) / "site"
        files = [path for path in site.rglob("*") if path.is_file()]
        pages = [path.relative_to(site) for path in files if path.suffix == ".html"]
        compared = sum(COMPARISON.search(path.as_posix()) is not None for path in pages)
        megabytes = sum(path.stat().st_size for path in files) / 1e6
        rows.append((f"{size:,}", f"{len(files):,}", f"{len(pages):,}", f"{compared:,}", f"{megabytes:,.0f}"))
    return rows


def weights(site: Path) -> list[Row]:
    """What a first search fetches."""
    return [
        (
            each.question.name,
            f"{each.page / 1000:.0f}",
            f"{each.fetched / 1000:.0f}",
            f"{each.files}",
            f"{each.results}",
        )
        for each in search_weight.weights(site)
    ]


def measure(sizes: list[int], rounds: int, folder: Path) -> Iterator[Part]:
    """Every table, as soon as it is known."""
    for size in sizes:
        synthetic_policies.write(folder / str(size), size)
    grown = ("policies", "processor seconds more", "ms each", "to the size before")
    again = contestants("check", sizes, folder)
    measured = {
        "The first drws check": contestants("check", sizes, folder, "--no-cache"),
        "drws check again": again,
        "drws build": contestants("build", sizes, folder),
    }
    take_turns(again, 1)
    for title, entered in measured.items():
        runs = take_turns(entered, rounds)
        yield Part(title, MEASURED, [figures(name, each) for name, each in runs.items()])
        yield Part(f"{title}: growth", grown, differences(runs, sizes))
    yield Part("The sites", ("policies more", "files", "pages", "comparisons", "MB"), contents(sizes, folder))
    largest = folder / str(max(sizes))
    site = largest / "site"
    built = drws("search", "build", *_sources(largest, 1), "--site-dir", str(site), "--work-dir", str(largest / "work"))
    made = built.run()
    yield Part(f"{named(max(sizes))}, with search", MEASURED, [figures("drws build", [made])])
    columns = ("", "page, kB", "first search, kB", "files", "results")
    yield Part("A first search, compressed", columns, weights(site))


def main() -> None:
    """Measure, print, write down."""
    chosen = run.asked(__doc__ or "", [75, 150, 300], 3)
    command = " ".join(("python -m benchmarks.policies", *sys.argv[1:]))
    heading = (
        f"# Results: a large library of policies\n\nMade by `{command}`.\n\n{run.surroundings()} {chosen.rounds} rounds; where there are "
        "three figures they are the smallest, the median and the largest.\n"
    )
    run.told(RESULTS, heading, lambda folder: measure(chosen.sizes, chosen.rounds, folder))


if __name__ == "__main__":
    main()
