"""How a build is going: a line for each phase with its time while it runs, and a summary at the end."""

import time
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from drws.build.run import Report
from drws.say.messages import tool_words
from drws.system.lock import Holder


class Progress:
    """Prints to standard error: a line for each phase when it is done, and on a terminal its name from the beginning.

    Nothing moves meanwhile: that would take a thread, and a process with threads cannot be copied (parallel.py).
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._console = Console(stderr=True, highlight=False)
        self._phase = ""
        self._began = self._start = time.perf_counter()

    def begin(self, phase: str) -> None:
        """A phase begins, and the one before it is done."""
        self._finish()
        self._phase, self._start = phase, time.perf_counter()
        if self._console.is_terminal:
            self._console.print(tool_words(f"phase.{phase}", self._language), end="\r")

    def wait(self, holder: Holder) -> None:
        """Another build is at work in the same folders: say which, since when, and that this one goes on by itself."""
        self._console.print(tool_words("build.waiting", self._language, **asdict(holder)), markup=False, soft_wrap=True)

    def end(self, report: Report, folder: Path) -> None:
        """The build is over: say what came of it."""
        self._finish()
        if report.is_published and report.output:
            counts = report.output.pages_by_language()
            self._console.print(
                tool_words(
                    "build.published",
                    self._language,
                    folder=folder,
                    day=report.output.site.as_of.isoformat(),
                    pages=", ".join(f"{code} {count}" for code, count in counts.items()),
                    seconds=f"{time.perf_counter() - self._began:.1f}",
                ),
            )
        else:
            self._console.print(tool_words("build.refused", self._language, problems=len(report.problems)))

    def _finish(self) -> None:
        if self._phase:
            words = tool_words(f"phase.{self._phase}", self._language)
            self._console.print(f"{words:<36} {time.perf_counter() - self._start:6.2f} s")
        self._phase = ""
