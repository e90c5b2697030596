"""The documents of a site as PDF, made before its pages are written: each page says how large its PDF is."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

from drws.build.output import Output
from drws.kernel.problem import Place, Problem, Refused
from drws.pdf import program
from drws.planning.page_plan import PagePlan
from drws.render.renderer import Document
from drws.system.parallel import in_other_processes

FOLDER = "pdf"
"""Where in the work folder documents are kept: one whose words, styles and fonts are the same is not made again."""

FONTS = (".woff2", ".woff")
"""What a document may use of the theme's files."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """A document that is to be made."""

    plan: PagePlan
    html: str
    stylesheet: Path
    place: Path
    """Where it is kept. Its name follows from all that it is made of."""


def with_documents(output: Output, work: Path) -> Output:
    """The same output with a PDF of every document. Raises Refused when they cannot be made."""
    version = program.version()
    folder = work / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    fonts = {name: file for name, file in output.renderer.assets.contents.items() if name.endswith(FONTS)}
    documents = tuple(_documents(output, folder, _digest(version.encode(), program.source(), *fonts.values())))

    def make(document: Sheets) -> None:
        from drws.pdf.write import as_pdf  # noqa: PLC0415  it starts threads, so only in a process of its own

        made = as_pdf(
            document.html,
            document.stylesheet.read_text("utf-8"),
            style_file=f"theme/{_stylesheet_of(document.plan)}",
            address=urljoin(output.site.partnership.url, document.plan.url),
            files=fonts,
        )
        unfinished = document.place.with_suffix(".part")
        unfinished.write_bytes(made)
        unfinished.replace(document.place)  # it is there whole or not at all

    in_other_processes(make, [each for each in documents if not each.place.is_file()])
    _remove_all_but({each.place for each in documents}, folder)
    files = {each.plan.path: each.place for each in documents}
    found = {
        (each.plan.name, each.plan.language): Document(
            output.addresses.base + each.plan.path, each.place.stat().st_size
        )
        for each in documents
    }
    return replace(output, renderer=replace(output.renderer, documents=found), documents=files)


def _documents(output: Output, folder: Path, means: bytes) -> Iterator[Sheets]:
    """Every document, rendered. `means` stands for what all are made with."""
    plans = (
        plan
        for planner in output.planners
        for domain in output.domains
        for each in domain.documents
        for plan in each(planner)
    )
    for plan in plans:
        stylesheet = output.renderer.theme.find(_stylesheet_of(plan))
        if stylesheet is None:
            raise Refused(Problem(Place(f"theme/{plan.template}"), "tools.pdf-file", {"name": _stylesheet_of(plan)}))
        html = output.renderer.render(plan)
        digest = _digest(means, stylesheet.read_bytes(), html.encode(), plan.url.encode())
        yield Sheets(plan, html, stylesheet, folder / f"{digest.hex()}.pdf")


def _stylesheet_of(plan: PagePlan) -> str:
    return PurePosixPath(plan.template).with_suffix(".css").as_posix()


def _remove_all_but(kept: set[Path], folder: Path) -> None:
    for path in folder.iterdir():
        if path not in kept:
            path.unlink()


def _digest(*parts: bytes) -> bytes:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.digest()
