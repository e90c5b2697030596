"""Figures: what is counted, and what came out."""

from drws.domains.diary.feeds.feed import feed_of
from drws.domains.directory.organization.record import Region
from drws.domains.figures.addresses import addresses
from drws.domains.figures.functions import functions
from drws.domains.figures.measure.block import FIGURE
from drws.domains.figures.measure.record import Measure
from drws.domains.figures.observation import check as observations
from drws.domains.figures.observation.read import OBSERVATIONS
from drws.domains.figures.performance import panel
from drws.domains.figures.settings import FiguresSettings
from drws.planning.dataset import Dataset
from drws.planning.domain import Domain, SinglePage
from drws.planning.later import exports, page_types
from drws.planning.panel import Panel

DOMAIN = Domain(
    name="figures",
    entities=(Measure,),
    settings=(FiguresSettings,),
    readers=(OBSERVATIONS,),
    checks=(observations,),
    single_pages=(SinglePage("performance", of=(Measure,), above="governance", order=120),),
    sections={Measure: "performance"},
    pages=page_types("drws.domains.figures", "performance.page", "measure.page"),
    addresses=addresses,
    panels=(Panel((Region,), "figures/panels/region.html", panel.region, slot="details"),),
    blocks=(FIGURE,),
    exports=exports("drws.domains.figures", "observation.export", "observation.feed"),
    datasets=(
        Dataset("figures", ("table:",), page="performance"),
        Dataset("new-figures", (feed_of("performance"),), page="performance"),
    ),
    functions=functions,
    background_kinds=frozenset({"measure"}),
)
