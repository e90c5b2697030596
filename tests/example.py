"""The small example: a copy of it that a test may change, load, show and build."""

import hashlib
import shutil
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from drws.build.load import Loaded, Sources, load
from drws.build.output import Output, gather_output
from drws.build.run import Paths, Report, build
from drws.kernel.authored import AuthoredText
from drws.kernel.problem import Problem
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner
from drws.say.messages import as_text, sentences
from drws.system.kept import Kept
from drws.system.sync_folder import fill

from .case_files import Write, with_fields

if TYPE_CHECKING:
    from drws.planning.export import Content

TESTS = Path(__file__).parent
ROOT = TESTS.parent
THEME = ROOT / "theme"
EXAMPLE = TESTS / "examples" / "small"
AS_OF = date(2025, 11, 21)
"""The day for which the small example is made."""

Change: TypeAlias = str | Mapping[str, Any] | Write


@dataclass(frozen=True)
class Example:
    """A copy of the small example, in a folder of its own."""

    root: Path
    language: str = "en"
    """The language of an example that has one."""
    kept: Kept | None = None
    """What tests before have read and found in a file that says the same is not looked for again by `load`, as `drws check` does it. None for a
    test that changes what reads or checks."""

    def copy(self, work_of: "Example") -> None:
        """Begin with the small example and what another has made already: the stylesheet and the compiled templates."""
        shutil.copytree(EXAMPLE, self.root, dirs_exist_ok=True)
        shutil.copytree(work_of.work, self.work)

    @property
    def sources(self) -> Sources:
        """Its folders."""
        return Sources(self.root / "data", self.root / "content", self.root / "theme")

    @property
    def site(self) -> Path:
        """Where it is built to."""
        return self.root / "site"

    @property
    def work(self) -> Path:
        """Its folder for things in between."""
        return self.root / "work"

    def change(self, files: Mapping[str, Change]) -> None:
        """Put `files` over the example: text replaces a file, fields replace the fields of its record, `null` deletes it."""
        for name, change in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if callable(change):
                change(path)
            elif isinstance(change, str):
                path.unlink() if change == "null" else path.write_bytes(change.encode())
            else:
                path.write_text(with_fields(path.read_text("utf-8") if path.exists() else "", change), "utf-8")

    def load(self, as_of: date = AS_OF, today: date | None = None) -> Loaded:
        """Read and check it."""
        return load(replace(self.sources, kept=self.kept), as_of, today)

    def planner(self, as_of: date = AS_OF, language: str = "en") -> Planner:
        """What its pages in a language are planned with. It must be sound."""
        loaded = self.load(as_of)
        assert loaded.site, self.lines(loaded.problems)
        assert loaded.strings
        assert loaded.addresses
        return Planner(loaded.site, loaded.strings, loaded.addresses, loaded.site.language(language), loaded.domains)

    def lines(self, problems: Iterable[Problem], language: str = "en") -> list[str]:
        """Problems as `drws check` prints them, each on one line, without the folder that the example is in."""
        shown = as_text(sentences(problems, self.sources.folders, language)).replace(f"{self.root.as_posix()}/", "")
        return shown.replace("\n    ", " → ").splitlines()

    def build(
        self,
        as_of: date = AS_OF,
        *,
        today: date | None = None,
        search: bool = False,
        mkdocs: Path = ROOT / "mkdocs.yml",
    ) -> Report:
        """Build it into `site`: on that day, or `today` for that day."""
        paths = Paths(self.sources, self.site, self.work, mkdocs)
        return build(paths, as_of=as_of, today=today or as_of, search=search, phase=lambda _: None)

    def show(self, pages: Collection[str] = (), as_of: date = AS_OF, today: date | None = None) -> None:
        """Make what its site, which has to be sound, has: all of it, or some pages alone. It takes less than half of a build.

        No build will take the place for ours.
        """
        made = self.files(as_of, today)
        self.site.mkdir(exist_ok=True)
        fill(self.site, {name: made[name] for name in pages or made})

    def files(self, as_of: date = AS_OF, today: date | None = None) -> Mapping[str, "Content"]:
        """Every file of its site but those for hosts, and what makes it. The site has to be sound.

        A hand-written page is made of what MkDocs is told: `test_mkdocs.py` compares them.
        """
        output, problems = gather_output(self.load(as_of, today), self.work)
        assert output, "\n".join(self.lines(problems))
        authored: dict[str, Content] = {
            plan.path: partial(_authored, output, plan, output.site.authored[path].texts[language])
            for (path, language), plan in output.authored.items()
        }
        return {**output.files(), **authored}

    def digests(self) -> dict[str, str]:
        """What stands for the content of each file of its site."""
        files = (path for path in self.site.rglob("*") if path.is_file())
        return {path.relative_to(self.site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    def mkdocs(self) -> Path:
        """The project's `mkdocs.yml`, with the folders of the example in it."""
        text = (ROOT / "mkdocs.yml").read_text("utf-8")
        folders = (
            f"data_dir: {self.root}/data, content_dir: {self.root}/content, theme_dir: {THEME}, work_dir: {self.work}"
        )
        assert "\n  - drws\n" in text
        text = text.replace("\n  - drws\n", f"\n  - drws: {{{folders}, as_of: '{AS_OF}', search: false}}\n")
        path = self.root / "mkdocs.yml"
        path.write_text(text, "utf-8")
        return path

    def options(self) -> list[str]:
        """How the command line is told to build it."""
        folders = {"--data": "data", "--content": "content", "--site-dir": "site", "--work-dir": "work"}
        told = [word for option, folder in folders.items() for word in (option, str(self.root / folder))]
        return [*told, "--as-of", AS_OF.isoformat()]


def _authored(output: Output, plan: PagePlan, words: AuthoredText) -> bytes:
    """A hand-written page."""
    renderer = output.renderer
    template = renderer.environments[plan.language].get_template(plan.template)
    html = template.render(renderer.context(plan, page_html=renderer.prose(words, plan.language)))
    return renderer.finished(html, plan.language).encode()
