"""`::: figure` on a hand-written page: the newest figure of a measure, with its time, its source and those before it."""

from typing import Any

from drws.domains.figures.measure.record import Measure
from drws.domains.figures.observation.queries import figures_of
from drws.kernel.page_block import BlockArgument, BlockForm, PageBlock
from drws.kernel.site import Site
from drws.planning.later import later
from drws.planning.page_block import BlockKind
from drws.planning.plan import Planner

headline: Any = later("drws.domains.figures.performance.page", "headline")


def view(block: PageBlock, planner: Planner) -> Any:  # noqa: ANN401  a Headline, which is imported when somebody plans pages
    """The figures of the area that the block names, or else of the widest that has any."""
    return headline(planner.site.of(Measure)[block.named("measure") or ""], planner, block.named("area"))


def finds(block: PageBlock, site: Site) -> bool:
    """Has the measure a figure of the area? Of a measure without any the check of figures speaks, or whoever could not read its table."""
    figures = figures_of(site.of(Measure)[block.named("measure") or ""], site)
    area = block.named("area")
    return not figures or any(area in (None, each.area) for each in figures)


FIGURE = BlockKind(
    form=BlockForm(
        "figure",
        about=BlockArgument("measure", (Measure.FOLDER,)),
        choices=(BlockArgument("area", ("areas", "regions", "authorities")),),
    ),
    purpose="The newest figure of a measure with its time and its source, a chart of those before it, and what nobody should read out of it.",
    template="figures/blocks/figure.html",
    view=view,
    finds=finds,
)
