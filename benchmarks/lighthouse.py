"""Lighthouse over the real site, as a phone sees it: `.venv/bin/python benchmarks/lighthouse.py`. Ends with 1 below a bar.

Builds the site, serves it with nginx and the header file that the site itself brings, and asks Lighthouse about pages of several kinds in
every language.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from drws.read.theme import Theme
from drws.say.string_files import read_strings
from tests.browser.server import NoServerError, serving

ROOT = Path(__file__).resolve().parent.parent
LIGHTHOUSE = ROOT / "benchmarks" / "node_modules" / ".bin" / "lighthouse"
BARS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
"""What every page has to reach, of 100."""
LISTS = ("search", "structure", "duties")
RECORDS = ("services", "regions", "agreements", "performance")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking --disable-component-update --disable-sync --no-first-run"


def build(folder: Path) -> Path:
    """The real site, search included."""
    site = folder / "site"
    command = [sys.executable, "-m", "drws", "build", "--site-dir", str(site), "--work-dir", str(folder / "build")]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:  # noqa: S603  our own command
        raise SystemExit("the real site cannot be built")
    return site


def addresses(site: Path) -> list[str]:
    """The pages to look at, in every language: the first record of some kinds by address, as `sitemap.xml` lists them, and some lists."""
    codes = json.loads((site / "build-info.json").read_text("utf-8"))["languages"]
    words, _ = read_strings(Theme.of(ROOT / "theme"), tuple(codes))
    if words is None:
        raise SystemExit("theme/strings.yml cannot be read: run drws check")
    chosen = []
    for code in codes:
        home = site / code
        folders = [home, *(home / words.say(f"address.{name}", code) for name in LISTS)]
        sections = (home / words.say(f"address.{name}", code) for name in RECORDS)
        folders += (min(section.glob("*/index.html")).parent for section in sections)
        chosen += [f"/{folder.relative_to(site).as_posix()}/" for folder in folders]
    return chosen


def scores(address: str, browser: str, report: Path) -> dict[str, int]:
    """What Lighthouse says of a page, of 100."""
    command = [
        str(LIGHTHOUSE), address, "--quiet", f"--chrome-flags={FLAGS}", "--output=json", f"--output-path={report}",
        f"--only-categories={','.join(BARS)}",
    ]  # fmt: skip
    done = subprocess.run(  # noqa: S603  likewise
        command, env={**os.environ, "CHROME_PATH": browser}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"Lighthouse failed on {address}:\n{done.stderr}")
    categories = json.loads(report.read_text("utf-8"))["categories"]
    return {name: round((categories[name]["score"] or 0) * 100) for name in BARS}


def main() -> None:
    """Look at every page, print what came of it."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None or not LIGHTHOUSE.exists():
        raise SystemExit("Chromium or Lighthouse is missing: run `make develop benchmarks/node_modules/.all`")
    table = Table("page", *BARS, title="Lighthouse, mobile", title_justify="left")
    enough = True
    with tempfile.TemporaryDirectory(prefix="drws-lighthouse-") as name:
        folder = Path(name)
        site = build(folder)
        try:
            with serving(site, folder / "nginx") as origin:
                for path in addresses(site):
                    found = scores(origin + path, browser, folder / "report.json")
                    enough &= all(found[category] >= bar for category, bar in BARS.items())
                    table.add_row(
                        path, *(f"{found[each]}{'' if found[each] >= bar else ' !'}" for each, bar in BARS.items())
                    )
        except NoServerError as error:
            raise SystemExit(str(error)) from None
    Console().print(table)
    sys.exit(0 if enough else 1)


if __name__ == "__main__":
    main()
