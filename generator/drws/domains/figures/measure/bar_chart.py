"""Where the bars of a chart stand: figures of one area, one under another, the oldest first.

Each figure has a line of words and a bar below it that begins at nought. Nothing joins one figure to the next. Where a year or more has
no figure, the chart has a line that says so in its place. A time from one date to another is too long for a phone to have its figure
on the same line: the figure stands below it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from drws.domains.figures.measure.record import Counted, Measure
from drws.domains.figures.observation.record import Observation
from drws.kernel.values import PartialDate, PeriodKind, TimeSpan

LINE = 44
"""Pixels from one figure to the next: its words, its bar and the space below."""
BASELINE = 18
"""Pixels from the top of a line to the foot of its words."""
BAR_TOP = 24
BAR_HEIGHT = 12
GAP = 42
"""Pixels that a gap takes."""
GAP_TOP = 4
"""Of these, the ones above it."""
GAP_HEIGHT = 26
SECOND = 20
"""Pixels from one line of words to a second one, and what a figure or a gap of two lines takes besides."""
YEAR = 12
"""Whole months of the calendar. Counted in days, two ends of March with a leap day between them would be too far apart."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure in a chart. Heights in pixels from the top, widths in per cent of the chart."""

    observation: Observation
    number: int
    """Which of the figures for the same time it is, from 1; 0 where there is one only."""
    words: int
    """The foot of its words."""
    second: int
    """The foot of its figure, where that stands on a line of its own; 0 where it does not."""
    top: int
    start: Decimal
    width: Decimal


@dataclass(frozen=True, slots=True)
class Break:
    """A time of a year or more without a figure."""

    first: TimeSpan
    """The first year of it, or the first month."""
    last: TimeSpan
    words: int
    """The foot of its words, in pixels from the top."""
    second: int
    """The foot of a second line; 0 where it has one line only."""
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class BarChart:
    """The figures of one area."""

    lines: tuple[Bar | Break, ...]
    height: int
    """Pixels."""
    zero: Decimal
    """Where nought is: per cent of the width from the left."""

    @property
    def bars(self) -> tuple[Bar, ...]:
        """Its figures."""
        return tuple(line for line in self.lines if isinstance(line, Bar))

    @property
    def gaps(self) -> tuple[Break, ...]:
        """The times without one."""
        return tuple(line for line in self.lines if isinstance(line, Break))


def is_drawn(observation: Observation, measure: Measure) -> bool:
    """Can it stand beside the others? What happened in half a year cannot stand beside what happened in a whole one."""
    period = observation.period
    return period.is_a_year if measure.counted is Counted.DURING else period.fits_in_a_year()


def chart(observations: Iterable[Observation], measure: Measure) -> BarChart | None:
    """The chart of some figures of one area. None where fewer than two of them can stand beside one another."""
    drawn = sorted((each for each in observations if is_drawn(each, measure)), key=lambda each: each.period.order)
    if len({each.period.days for each in drawn}) < 2:  # noqa: PLR2004  one bar alone shows nothing
        return None
    lowest = min(Decimal(0), *(each.value.low for each in drawn))
    width = max(Decimal(0), *(each.value.high for each in drawn)) - lowest or Decimal(1)
    return _laid_out(drawn, lowest, width)


def _laid_out(drawn: Sequence[Observation], lowest: Decimal, width: Decimal) -> BarChart:
    lines: list[Bar | Break] = []
    together = Counter(each.period.days for each in drawn)
    seen: Counter[tuple[date | None, date | None]] = Counter()
    top = 0
    for index, each in enumerate(drawn):
        if index and (gap := gap_between(drawn[:index], drawn[index:])):
            words, more = top + BASELINE + GAP_TOP, 0 if gap[0] == gap[1] else SECOND
            second = words + more if more else 0
            lines.append(Break(*gap, words=words, second=second, top=top + GAP_TOP, height=GAP_HEIGHT + more))
            top += GAP + more
        seen[each.period.days] += 1
        start = each.value.low if each.value.is_range else min(Decimal(0), each.value.low)
        end = each.value.high if each.value.is_range else max(Decimal(0), each.value.high)
        more = SECOND if each.period.kind is PeriodKind.INTERVAL else 0
        lines.append(
            Bar(
                each,
                number=seen[each.period.days] if together[each.period.days] > 1 else 0,
                words=top + BASELINE,
                second=top + BASELINE + more if more else 0,
                top=top + BAR_TOP + more,
                start=_per_cent(start - lowest, width),
                width=_per_cent(end - start, width),
            )
        )
        top += LINE + more
    return BarChart(tuple(lines), height=top, zero=_per_cent(-lowest, width))


def gap_between(earlier: Iterable[Observation], later: Iterable[Observation]) -> tuple[TimeSpan, TimeSpan] | None:
    """The time between some figures and those after them that nobody has a figure for, when it is a year or more.

    Whole months count: one of which a single day is known is not without a figure.
    """
    before = max((each.period for each in earlier), key=lambda period: period.last_day or date.min)
    after = min((each.period for each in later), key=lambda period: period.first_day or date.max)
    if not before.last_day or not after.first_day:
        return None
    first, end = _month_number(before.last_day) + 1, _month_number(after.first_day)
    if end - first < YEAR:
        return None
    if before.kind is after.kind and before.is_a_year:
        return before.neighbour(1), after.neighbour(-1)
    return _month(first), _month(end - 1)


def _month_number(day: date) -> int:
    """Months since the year 0."""
    return day.year * 12 + day.month - 1


def _month(number: int) -> TimeSpan:
    month = PartialDate(number // 12, number % 12 + 1)
    return TimeSpan(PeriodKind.MONTH, month, month)


def _per_cent(part: Decimal, whole: Decimal) -> Decimal:
    return round(part * 100 / whole, 2)
