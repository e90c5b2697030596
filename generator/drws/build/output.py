"""Everything that goes into a site folder, put together once and written in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from drws.build.embedded import embedded, with_colours
from drws.build.load import Loaded
from drws.build.plans import plan_authored, plan_with, planners
from drws.domains.website.entrance import plan_entrances
from drws.domains.website.ledger.answers import Answers
from drws.domains.website.ledger.moved_page import plan_moved
from drws.domains.website.ledger.planned import answers_beside
from drws.kernel.materials import Materials
from drws.kernel.problem import Problem, errors
from drws.kernel.site import Site
from drws.planning.addresses import Addresses
from drws.planning.domain import Domains
from drws.planning.export import Content, Publication
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner
from drws.render.assets import gather
from drws.render.palette import custom_properties
from drws.render.renderer import Renderer


@dataclass(frozen=True)
class Output:
    """A site that only has to be written."""

    site: Site
    addresses: Addresses
    domains: Domains
    renderer: Renderer
    authored: Mapping[tuple[str, str], PagePlan]
    """Every hand-written page by its path and language."""
    documents: Mapping[str, Path] = field(default_factory=dict)
    """Every PDF by its name in the site, and where it has been made."""
    is_searched: bool = False
    """Will it have a search index?"""
    materials: Materials | None = None
    """What it is made of, where that is known."""
    is_compressed: bool = False
    """Will its text have compressed forms beside it?"""

    @cached_property
    def planners(self) -> tuple[Planner, ...]:
        """What plans the pages of each language. What it has worked out serves the files for programs as well."""
        return planners(self.site, self.renderer.strings, self.addresses, self.domains)

    @cached_property
    def plans(self) -> tuple[PagePlan, ...]:
        """Every page that is made from the data alone. MkDocs, in a process of its own, needs none of them but the entrance."""
        return tuple(plan_with(self.planners))

    @property
    def entrance(self) -> PagePlan:
        """The page at `/`."""
        entrances = plan_entrances(self.site, self.renderer.strings, self.addresses)
        return next(each for each in entrances if each.name == "entrance")

    @property
    def every_plan(self) -> tuple[PagePlan, ...]:
        """Every page of the site."""
        return (*self.plans, *self.authored.values())

    def pages_by_language(self) -> dict[str, int]:
        """How many pages there are in each language."""
        return {
            language.code: sum(each.path.startswith(f"{language.code}/") for each in self.every_plan)
            for language in self.site.languages
        }

    @cached_property
    def answers(self) -> Answers:
        """What is answered at addresses that were published before."""
        return answers_beside(self.every_plan, self.planners[0])

    def files(self) -> dict[str, Content]:
        """Every file that MkDocs does not make, by its name in the site, and what makes it."""
        _ = self.renderer.environments  # made once, for all processes
        moved = {each.path: partial(self._page, each) for each in plan_moved(self.answers, self.planners)}
        pages: dict[str, Content] = {each.path: partial(self._page, each) for each in self.plans}
        assets = {name: partial(bytes, content) for name, content in self.renderer.assets.files().items()}
        previews = (self.renderer.previews[each.language].of(each).picture for each in self.every_plan)
        pictures = {each.path: each.draw for each in previews if each.draw}
        documents = {name: place.read_bytes for name, place in self.documents.items()}
        pieces = dict(embedded(self.renderer, self.plans))
        publication = Publication(
            self.planners,
            self.every_plan,
            is_searched=self.is_searched,
            is_compressed=self.is_compressed,
            materials=self.materials,
        )
        exported = (export(publication) for export in self.domains.exports)
        made: dict[str, Content] = {**moved, **pages, **assets, **pictures, **documents, **pieces}
        files: dict[str, Content] = {**made, **dict(chain.from_iterable(exported))}
        renamed = self.answers.moved_files.items()  # programs that fetch one need not know
        return {former: files[now] for former, now in renamed if now in files} | files

    def _page(self, plan: PagePlan) -> bytes:
        return self.renderer.render(plan).encode()


def gather_output(loaded: Loaded, work: Path) -> tuple[Output | None, tuple[Problem, ...]]:
    """Find every file, and plan the hand-written pages. None when a problem stands in the way."""
    site, strings, addresses = loaded.site, loaded.strings, loaded.addresses
    if errors(loaded.problems) or site is None or strings is None or addresses is None:
        return None, loaded.problems
    colours = loaded.palette.with_own(site.partnership.palette) if loaded.palette else {}
    assets, problems = gather(loaded.theme, work, custom_properties(colours, [each.code for each in site.languages]))
    everything = (*loaded.problems, *problems)
    if assets is None or errors(everything):
        return None, everything
    for name, drawing in loaded.drawings.items():
        assets = assets.adding(f"drawing-{name}.svg", drawing)
    for domain in loaded.domains:
        for name, content in domain.assets(site).items():
            assets = assets.adding(name, content)
    assets = with_colours(assets, colours)
    renderer = Renderer(site, strings, addresses, loaded.domains, assets, loaded.theme, work / "templates", colours)
    authored = {
        (each.name.removeprefix("page:") if each.name != "home" else "", each.language): each
        for each in plan_authored(site, strings, addresses, loaded.domains)
    }
    return Output(site, addresses, loaded.domains, renderer, authored), everything
