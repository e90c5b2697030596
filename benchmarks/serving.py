"""How quickly nginx answers with the site's own file, and what compressing costs: `.venv/bin/python -m benchmarks.serving`. Ends with 1 below the bar.

wrk asks on this machine alone, for 20 seconds each in turns of one: for pages of the real site in brotli, with all headers, through
`nginx.conf` as the site brings it, and for one file of the same size from an nginx that was told nothing. What counts is the one to the
other, and requests by the time that nginx had a processor: others on the machine make both wait, now the one and now the other. Needs wrk
(Debian: apt-get install wrk).
Then texts of the site are compressed in each quality that was weighed for `drws build --compress`.
Writes benchmarks/serving.md.
"""

import gzip
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import brotli

from benchmarks.run import DRWS, ROOT, Part, Row, spread, surroundings, told
from drws.domains.website.hosting.describe import is_text
from drws.system.sync_folder import names
from tests.browser.server import NoServerError, has_brotli, nginx, running, serving

if TYPE_CHECKING:
    from collections.abc import Callable

RESULTS = Path(__file__).with_name("serving.md")
BAR = 0.8
"""Of the requests that nginx answers in a second of a processor for the plain file, as many it answers for a page of the site at least."""
TURNS = 20
SECONDS = 1
"""Of a turn. Many short ones: what else the machine does is the same for both then."""
CONNECTIONS = 32
ACCEPT = "Accept-Encoding: gzip, br"
EVERY = 10
"""Of the texts, one in so many is compressed in every quality."""

BARE = """\
daemon off;
master_process off;
pid "{folder}/nginx.pid";
error_log "{folder}/error.log";
events {{}}
http {{
    access_log off;
    server {{ listen 127.0.0.1:{port}; root "{root}"; }}
}}
"""


def build(folder: Path) -> Path:
    """The real site with compressed forms."""
    site = folder / "site"
    command = [*DRWS, "build", "--compress", "--no-search", "--site-dir", str(site), "--work-dir", str(folder / "work")]
    subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603  our own command
    return site


class Turn(NamedTuple):
    """What wrk counted in one turn."""

    a_second: float
    requests: int
    processor: float
    """Seconds that nginx had a processor."""


def ask(address: str, server: Path) -> Turn:
    """One turn at an nginx, whose folder is `server`. Raises SystemExit when any answer was an error: those are quick."""
    before = processor_seconds(server)
    command = ["wrk", "--threads", "1", "--connections", str(CONNECTIONS), "--duration", f"{SECONDS}s"]
    said = subprocess.run([*command, "--header", ACCEPT, address], capture_output=True, text=True, check=True).stdout  # noqa: S603  our own command
    counted, whole = re.search(r"Requests/sec:\s+([\d.]+)", said), re.search(r"(\d+) requests in", said)
    if counted is None or whole is None or "errors" in said or "Non-2xx" in said:
        raise SystemExit(f"{address}: not every answer was right:\n{said}")
    return Turn(float(counted[1]), int(whole[1]), processor_seconds(server) - before)


def processor_seconds(server: Path) -> float:
    """What an nginx has used so far, in the program and in the system (proc(5), `stat`, fields 14 and 15)."""
    process = (server / "nginx.pid").read_text("utf-8").strip()
    fields = Path("/proc", process, "stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def size_of(address: str) -> int:
    """Bytes of an answer's content, as it is sent."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc)
    connection.request("GET", parts.path, headers=dict([ACCEPT.split(": ")]))
    answer = connection.getresponse()
    if answer.headers["Content-Encoding"] != "br":
        raise SystemExit(f"{address} was not sent in brotli")
    return len(answer.read())


def served(site: Path, folder: Path) -> Iterator[Row]:
    """Pages of the site and the plain file in turn."""
    pages = ["/en/", *(f"/{path.parent.relative_to(site)}/" for path in (min(site.glob("cy/*/*/index.html")),))]
    bare, program = folder / "bare", nginx() or ""
    (bare / "root").mkdir(parents=True)

    def command(port: int) -> list[str]:
        (bare / "nginx.conf").write_text(BARE.format(folder=bare, root=bare / "root", port=port), "utf-8")
        return [program, "-p", str(bare), "-c", str(bare / "nginx.conf")]

    with serving(site, folder / "ours") as ours, running(command, bare / "error.log") as port:
        for page in pages:
            size = size_of(ours + page)
            (bare / "root/file").write_bytes(b"x" * size)
            turns = [
                (ask(ours + page, folder / "ours"), ask(f"http://127.0.0.1:{port}/file", bare)) for _ in range(TURNS)
            ]
            site_turns, plain_turns = zip(*turns, strict=True)
            figures = [of_processor(each) for each in (site_turns, plain_turns)]
            ratio = figures[0] / figures[1]
            yield (
                page,
                f"{size:,}",
                *(spread((turn.a_second for turn in each), ",.0f") for each in (site_turns, plain_turns)),
                *(f"{each:,.0f}" for each in figures),
                f"{ratio:.2f}",
                "0",
            )
            if ratio < BAR:
                raise SystemExit(f"{page}: {ratio:.2f} of a plain file, less than {BAR}")


def of_processor(turns: Sequence[Turn]) -> float:
    """Requests by second of a processor, over all turns."""
    return sum(turn.requests for turn in turns) / sum(turn.processor for turn in turns)


def compressed(site: Path) -> Iterator[Row]:
    """What each quality costs and saves, of a sample of the texts."""
    texts = [(site / name).read_bytes() for name in sorted(filter(is_text, names(str(site))))[::EVERY]]
    whole = sum(map(len, texts))
    ways: dict[str, Callable[[bytes], bytes]] = {
        **{f"brotli {quality}": partial(brotli.compress, quality=quality) for quality in (5, 9, 10, 11)},
        **{f"gzip {level}": partial(gzip.compress, compresslevel=level, mtime=0) for level in (6, 9)},
    }
    for name, compress in ways.items():
        start = process_time()
        size = sum(len(compress(text)) for text in texts)
        yield name, f"{len(texts):,}", f"{whole / 1000:,.0f}", f"{size / 1000:,.0f}", f"{process_time() - start:.2f}"


def measure(folder: Path) -> Iterator[Part]:
    """Both tables."""
    site = build(folder)
    columns = (
        "page",
        "bytes sent",
        "requests a second",
        "of the plain file",
        "requests a processor second",
        "of the plain file",
        "ratio",
        "errors",
    )
    yield Part("Served", columns, list(served(site, folder)))
    yield Part("Compressed", ("", "texts", "kB", "kB compressed", "processor seconds"), list(compressed(site)))


def main() -> None:
    """Measure, print, write down."""
    if not shutil.which("wrk") or not has_brotli():
        raise SystemExit(
            "wrk, nginx or its module for brotli is missing: apt-get install wrk nginx-light libnginx-mod-http-brotli-static"
        )
    heading = (
        f"# Results: serving\n\nMade by `python -m benchmarks.serving`.\n\n{surroundings(brotli=brotli.__version__)} "
        f"{TURNS} turns of {SECONDS} second, {CONNECTIONS} connections, on one machine; three figures are the smallest, the median and the largest.\n"
    )
    try:
        told(RESULTS, heading, measure)
    except NoServerError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
