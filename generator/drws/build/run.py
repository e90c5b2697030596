"""The whole run, data to publishable site.

data/, content/ ──load──▶ Site ──plan──▶ pages ──render──▶ a folder beside ──search──▶ ──verify──▶ published
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from drws.build.compressed import compress as make_forms
from drws.build.host_files import write_host_files
from drws.build.load import Sources, load
from drws.build.materials import with_materials
from drws.build.output import Output, gather_output
from drws.build.publish import beside, publish, refuse_foreign, refuse_place
from drws.build.shrinkage import shrinkage
from drws.build.work_folder import claim_work_folder, refuse_work_folder
from drws.domains.website.hosting.describe import is_text
from drws.kernel.problem import Problem, Refused, errors
from drws.search import index
from drws.search.pagefind import program_of_pagefind
from drws.system.at_rest import make_readable, settle, settle_entry
from drws.system.lock import Holder, alone
from drws.system.parallel import meanwhile
from drws.system.signature import sign
from drws.system.sync_folder import fill, put
from drws.verify import verify

SPARE = "previous-site"
"""Where in the work folder the site before the published one is kept, for the next build to begin with."""


@dataclass(frozen=True, slots=True)
class Paths:
    """Where everything is."""

    sources: Sources
    site: Path
    """The folder that is published."""
    work: Path
    """A folder of our own, that may be deleted at any time."""
    mkdocs: Path
    """`mkdocs.yml`."""


@dataclass(frozen=True, slots=True)
class Report:
    """How a build went."""

    problems: tuple[Problem, ...]
    output: Output | None = None

    @property
    def is_published(self) -> bool:
        """Did a new site take the place of the old one?"""
        return self.output is not None and not errors(self.problems)


def build(  # noqa: PLR0913  all but the folders are named where it is called
    paths: Paths,
    *,
    as_of: date,
    today: date,
    search: bool,
    pdf: bool = False,
    allow_shrink: bool = False,
    compress: bool = False,
    phase: Callable[[str], None],
    waiting: Callable[[Holder], None] = lambda _: None,
) -> Report:
    """Build, verify and publish. Stops after the first phase that found errors; `phase` hears the name of each before it begins.

    While another build is at work in the same folders this one waits, before it reads anything, and `waiting` hears for whom.
    """
    try:
        sources = (paths.sources.data, paths.sources.content, paths.sources.own_theme)
        refuse_place(paths.site, sources, paths.work)
        refuse_work_folder(paths.work, sources)
        with alone(paths.site, paths.work, "drws build", waiting):
            return _build_alone(
                paths, as_of, today, search=search, pdf=pdf, compress=compress, allow_shrink=allow_shrink, phase=phase
            )
    except Refused as refused:
        return Report((refused.problem,))


def _build_alone(  # noqa: PLR0913  all but the folders are named where it is called
    paths: Paths,
    as_of: date,
    today: date,
    *,
    search: bool,
    pdf: bool,
    compress: bool,
    allow_shrink: bool,
    phase: Callable[[str], None],
) -> Report:
    refuse_foreign(paths.site)
    claim_work_folder(paths.work)
    phase("load")
    loaded = load(paths.sources, as_of, today)
    phase("plan")
    output, problems = gather_output(loaded, paths.work)
    shrunk = () if allow_shrink else tuple(shrinkage(loaded, paths.site))
    if output is None or shrunk:
        return Report((*shrunk, *problems))
    output = replace(with_materials(output, paths.sources), is_searched=search, is_compressed=compress)
    if pdf:
        from drws.build.documents import with_documents  # noqa: PLC0415  only those who ask for it need what it needs

        phase("documents")
        output = with_documents(output, paths.work)
    if search:
        program_of_pagefind()  # where it is missing nobody waits for pages first
    with beside(paths.site, paths.work / SPARE) as fresh:
        render(output, paths, fresh, phase)
        if search:
            phase("search")
            problems += tuple(index(fresh, output.every_plan, output.site, paths.work))
        if compress:
            phase("compress")
            make_forms(fresh, paths.work, is_text)
        problems += tuple(write_host_files(fresh, output))
        phase("verify")
        problems += tuple(verify(fresh))
        if not errors(problems):
            sign(fresh)
            make_readable(fresh)
            settle(fresh)
            publish(fresh, paths.site)
            settle_entry(paths.site.parent)
    return Report(problems, output)


def render(output: Output, paths: Paths, fresh: Path, phase: Callable[[str], None]) -> None:
    """Make every page: MkDocs the hand-written ones, in a process and a folder of its own, while the others are planned and written."""
    by_hand, made = [each.path for each in output.authored.values()], paths.work / "pages"

    def run_mkdocs() -> None:
        from drws.mkdocs.plugin import PreparedBuild, build_with_mkdocs  # noqa: PLC0415  it takes a while to import, and `check` does without

        build_with_mkdocs(PreparedBuild(output, paths.sources.content, paths.work), paths.mkdocs, made)

    with meanwhile(run_mkdocs):
        files = output.files()
        phase("render")
        fill(fresh, files, keep=by_hand)
    for name in by_hand:
        put(fresh, name, (made / name).read_bytes())
