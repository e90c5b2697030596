"""What `data/site.yml` says about figures."""

from drws.domains.figures.ids import MeasureId
from drws.kernel.entity import Part
from drws.kernel.term import Term
from drws.kernel.values import YearStart


class FiguresSettings(Part):
    """The lists and rules that measures and their figures share."""

    financial_year_start: YearStart | None = None
    """The month on whose first day a financial year begins: `4`. Tables of figures need it for periods like `2019-20`."""
    measure_themes: tuple[Term, ...] = ()
    """What measures are about, in the order of the page of figures."""
    headline_measure_ids: tuple[MeasureId, ...] = ()
    """The measures that people ask for most. They come first on the page of figures, in this order, each with its newest figure and a small
    chart."""
