"""How long Drws takes, and others for the same pages: `make bench`, or `make bench ARGS="--sizes 100 --rounds 3"`.

A made-up directory (synthetic.py) is built by Drws; the words of its pages become Markdown (as_markdown.py) for Hugo and MkDocs
(competitors.py), and what those make of it is compared with Drws' pages letter by letter. Then all take turns, AA BB CC AA BB CC, so that a
machine which is slower for a while is slower for everyone: read the ratios, not the seconds. Every run builds over the site of the run
before; those *from nothing* find no file of an earlier site. Measured are whole processes, as the system accounts for them when they end.
Writes benchmarks/results.md.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.table import Table

from benchmarks import as_markdown, competitors, synthetic
from drws.build.run import SPARE

ROOT = Path(__file__).resolve().parent.parent
RESULTS = Path(__file__).with_name("results.md")
DRWS = (sys.executable, "-m", "drws")
PAGES_PER_SERVICE = 2
WITH_MKDOCS = 1000
"""The largest number of services for which MkDocs takes part: it needs minutes for more."""
MIB = 1024
FROM_NOTHING = ", from nothing"
"""What those are called besides who find no file of an earlier site."""
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Python keeps what it has compiled, as it does wherever nobody forbids it."""

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Run:
    """One process from its start to its end."""

    wall: float
    cpu: float
    """Seconds of all its processes together, in the program and in the system."""
    peak: float
    """MiB of the largest of its processes."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """A command that takes its turn."""

    name: str
    command: tuple[str, ...]
    folder: Path
    forgets: tuple[Path, ...] = ()
    """Folders that are removed before each run."""

    def run(self) -> Run:
        """Run it once. Ends everything when it fails: a failed build is not a fast one."""
        for folder in self.forgets:
            shutil.rmtree(folder, ignore_errors=True)
        start = perf_counter()
        process = subprocess.Popen(  # noqa: S603  our own commands
            self.command, cwd=self.folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        said = process.stderr.read() if process.stderr else b""
        _, status, used = os.wait4(process.pid, 0)
        wall = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{self.name} failed:\n{said.decode(errors='replace')}")
        return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / MIB)


Runs = dict[str, list[Run]]


def take_turns(contestants: Iterable[Contestant], rounds: int) -> Runs:
    """Everyone in turn, twice in a row, of which the second run counts: what it reads is still in memory, whoever ran before."""
    runs: Runs = {each.name: [] for each in contestants}
    for _ in range(rounds):
        for each in contestants:
            each.run()
            runs[each.name].append(each.run())
    return runs


def drws(name: str, *arguments: str, forgets: tuple[Path, ...] = ()) -> Contestant:
    """Drws, from the root of the project, where its theme is."""
    return Contestant(name, (*DRWS, *arguments), ROOT, forgets)


def contestants(services: int, folder: Path) -> list[Contestant]:
    """Drws and the others, with the same pages to make."""
    synthetic.write(folder, services)
    ours = drws("Drws", "build", "--no-search", *_folders(folder))
    ours.run()
    pages = list(as_markdown.pages(folder / "site", synthetic.LANGUAGES, leading="en"))
    hugo = competitors.hugo(folder / "hugo", pages)
    others = [hugo] if services > WITH_MKDOCS else [hugo, competitors.mkdocs(folder / "mkdocs", pages)]
    everyone = [ours]
    for other in others:
        contestant = Contestant(other.name, other.command, other.folder)
        contestant.run()
        _refuse_other_words(other, pages)
        everyone.append(contestant)
    site, work = folder / "first-site", folder / "first-build"
    told = _folders(folder, site=site.name, work=work.name)
    return [
        *everyone,
        drws(f"Drws{FROM_NOTHING}", "build", "--no-search", *told, forgets=(site, work / SPARE)),
        Contestant(f"{hugo.name}{FROM_NOTHING}", hugo.command, hugo.folder, (hugo.site,)),
    ]


def _folders(folder: Path, site: str = "site", work: str = "build") -> tuple[str, ...]:
    """How Drws is told to work in a folder."""
    told = {"--data": "data", "--content": "content", "--site-dir": site, "--work-dir": work}
    return tuple(word for option, name in told.items() for word in (option, str(folder / name)))


def _refuse_other_words(other: competitors.Competitor, pages: list[as_markdown.Page]) -> None:
    """Whoever leaves something out would win for nothing."""
    for page in pages:
        if not page.path.startswith("services/"):
            continue  # forms and tables of other pages become plain text
        theirs, ours = (as_markdown.letters(file.read_text("utf-8")) for file in (other.file_of(page), page.built))
        if theirs != ours:
            raise SystemExit(f"{other.name} makes other words of {page.language}/{page.path}:\n{theirs}\n{ours}")


def spread(values: Iterable[float], form: str) -> str:
    """Smallest, middle and largest."""
    ordered = sorted(values)
    return " / ".join(format(value, form) for value in (ordered[0], statistics.median(ordered), ordered[-1]))


def middle(runs: list[Run], what: str = "wall") -> float:
    """The median of one figure."""
    return float(statistics.median(getattr(run, what) for run in runs))


def figures(name: str, runs: list[Run]) -> Row:
    """A contestant's row."""
    return (
        name,
        spread((run.wall for run in runs), ".2f"),
        spread((run.cpu for run in runs), ".2f"),
        f"{middle(runs, 'peak'):.0f}",
    )


def ratio(runs: Runs, one: str, other: str, what: str) -> str:
    """One to the other, round by round: the machine was the same for both."""
    pairs = zip(runs[one], runs[other], strict=True)
    return spread((getattr(a, what) / getattr(b, what) for a, b in pairs), ".2f")


def ratios(runs: Runs) -> list[Row]:
    """Drws to each of the others, like with like."""
    others = [name for name in runs if not name.startswith("Drws")]
    pairs = [(f"Drws{FROM_NOTHING}" if name.endswith(FROM_NOTHING) else "Drws", name) for name in others]
    return [
        (
            f"{ours.removesuffix(FROM_NOTHING)} / {theirs}",
            *(ratio(runs, ours, theirs, what) for what in ("wall", "cpu", "peak")),
        )
        for ours, theirs in pairs
    ]


def growth(by_size: dict[int, Runs]) -> list[Row]:
    """What one service page costs at each size, and how that compares with the size before."""
    rows: list[Row] = []
    sizes = sorted(by_size)
    for smaller, size in zip([None, *sizes], sizes, strict=False):
        ours = by_size[size]["Drws"]
        cost = middle(ours, "cpu") / (size * PAGES_PER_SERVICE)
        before = middle(by_size[smaller]["Drws"], "cpu") / (smaller * PAGES_PER_SERVICE) if smaller else 0
        rows.append((f"{size:,}", f"{cost * 1000:.2f}", f"{cost / before:.2f}" if before else ""))
    return rows


def index_sizes(sizes: Iterable[int], folder: Path) -> list[Row]:
    """How large the search index is at each size, with all that turns questions into keys, and how much of it is a page's share."""
    rows: list[Row] = []
    for size in sizes:
        here = folder / str(size)
        drws("Drws", "build", *_folders(here)).run()
        files = [
            path for name in ("pagefind", "search") for path in (here / "site" / name).rglob("*") if path.is_file()
        ]
        pages = sum(1 for _ in (here / "site").rglob("*.html"))
        kilobytes = sum(path.stat().st_size for path in files) / 1000
        rows.append((f"{size:,}", f"{pages:,}", f"{kilobytes:,.0f}", f"{kilobytes / pages:.2f}"))
    return rows


@dataclass(frozen=True, slots=True)
class Part:
    """A table of the results."""

    title: str
    columns: Row
    rows: Sequence[Row]

    def as_markdown(self) -> str:
        """The table for results.md."""
        lines = [self.columns, ["---"] * len(self.columns), *self.rows]
        return f"## {self.title}\n\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)

    def as_table(self) -> Table:
        """The table for people who watch."""
        table = Table(*self.columns, title=self.title, title_justify="left")
        for row in self.rows:
            table.add_row(*row)
        return table


MEASURED = ("", "seconds", "processor seconds", "peak MiB")


def measure(sizes: list[int], rounds: int, folder: Path) -> Iterable[Part]:
    """Every table, as soon as it is known."""
    by_size: dict[int, Runs] = {}
    for size in sizes:
        runs = by_size[size] = take_turns(contestants(size, folder / str(size)), rounds)
        rows = [*(figures(name, each) for name, each in runs.items()), *ratios(runs)]
        yield Part(f"{size:,} services, {size * PAGES_PER_SERVICE:,} service pages", MEASURED, rows)
    yield Part("Growth", ("services", "processor ms a service page", "to the size before"), growth(by_size))
    columns = ("services", "pages", "kB", "kB a page")
    yield Part("The search index, before compression", columns, index_sizes(sizes, folder))
    real = take_turns(
        (
            drws("drws build", "build", "--site-dir", str(folder / "real"), "--work-dir", str(folder / "work")),
            drws("drws check", "check", "--no-cache"),
        ),
        rounds,
    )
    yield Part("The real site", MEASURED, [figures(name, runs) for name, runs in real.items()])


def surroundings(**others: str) -> str:
    """The day, the machine, the versions, and how busy the machine was."""
    versions = ", ".join(f"{name} {number}" for name, number in {"drws": version("drws"), **others}.items())
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} processors, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {versions}. Others were at work on the machine too (load at the end: {load})."
    )


def machine(rounds: int) -> str:
    """What was measured with what, and how."""
    return (
        f"{surroundings(**competitors.versions())} {rounds} rounds of two runs in a row, of which the second counts; where there are three "
        "figures they are the smallest, the median and the largest.\n"
    )


def asked(description: str, sizes: list[int], rounds: int) -> argparse.Namespace:
    """The sizes and rounds that the command line asks for, or these."""
    parser = argparse.ArgumentParser(description=description.partition("\n")[0])
    parser.add_argument("--sizes", type=lambda text: [int(part) for part in text.split(",")], default=sizes)
    parser.add_argument("--rounds", type=int, default=rounds)
    return parser.parse_args()


def told(results: Path, heading: str, measured: Callable[[Path], Iterable[Part]]) -> None:
    """Measure in a folder that goes afterwards, print each part as it comes, and write all of them down below a heading."""
    console = Console()
    parts = []
    with tempfile.TemporaryDirectory(prefix="drws-bench-") as folder:
        for part in measured(Path(folder)):
            console.print(part.as_table())
            parts.append(part)
    results.write_text(f"{heading}\n" + "\n".join(part.as_markdown() for part in parts), "utf-8", newline="\n")


def main() -> None:
    """Measure, print, write down."""
    chosen = asked(__doc__ or "", [100, 1000, 5000], 5)
    command = f'make bench ARGS="{" ".join(sys.argv[1:])}"' if sys.argv[1:] else "make bench"
    heading = f"# Results\n\nMade by `{command}`.\n\n{machine(chosen.rounds)}"
    told(RESULTS, heading, lambda folder: measure(chosen.sizes, chosen.rounds, folder))


if __name__ == "__main__":
    main()
