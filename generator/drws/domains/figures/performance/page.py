"""The page of figures: every measure by theme, and what is known of each region, demand first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from drws.domains.directory.organization.record import Authority, Region
from drws.domains.directory.queries import authorities_in, places_by_name
from drws.domains.directory.settings import DirectorySettings
from drws.domains.figures.measure.bar_chart import BarChart, chart, is_drawn
from drws.domains.figures.measure.record import Measure
from drws.domains.figures.observation.queries import figures_of
from drws.domains.figures.observation.record import Observation
from drws.domains.figures.settings import FiguresSettings
from drws.kernel.term import Term
from drws.kernel.values import TimeSpan, is_within_a_year, is_within_years
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner

HEADLINE_TIMES = 4
"""Times that a small chart shows."""
YEARS_THAT_A_FIGURE_IS_NEW = 2
"""An older one says first how old it is, so that nobody takes it for today's."""


@dataclass(frozen=True, slots=True)
class Latest:
    """A measure, and the newest that is known of it."""

    measure: Measure
    area: Term | Region | Authority
    observations: tuple[Observation, ...]
    """More than one where sources differ; none where nothing is known."""


@dataclass(frozen=True, slots=True)
class Headline:
    """What people ask for most: the newest figure of a measure, and those before it."""

    latest: Latest
    chart: BarChart | None
    """None where there is nothing to compare."""
    is_old: bool
    """Did its time end long before the day for which the site is made?"""


@dataclass(frozen=True, slots=True)
class RegionFigures:
    """What is known of a region and its authorities."""

    region: Region
    demand: tuple[Latest, ...]
    """What is known of what is asked for, and who waits."""
    unknown: tuple[Measure, ...]
    """What nobody knows of it, for the region or any of its authorities."""
    others: tuple[Latest, ...]
    """Everything else that there is a figure of, for the region or one of its authorities."""


@dataclass(frozen=True, slots=True)
class PerformanceView:
    """What the page of figures prints."""

    headlines: tuple[Headline, ...]
    """Those that `data/site.yml` names, in its order."""
    themes: tuple[Group, ...]
    """Each theme that has measures, with the newest figure of each for the widest area that has one: what holds for most people and is newest
    comes first."""
    regions: tuple[RegionFigures, ...]


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    site = planner.site
    measures = planner.by_name(site.all(Measure))
    themes = (
        Group(theme, _widest_and_newest_first(_widest(each, planner) for each in measures if each.theme_id == theme.id))
        for theme in site.settings(FiguresSettings).measure_themes
    )
    headlines = (site.get(Measure, each) for each in site.settings(FiguresSettings).headline_measure_ids)
    view = PerformanceView(
        headlines=tuple(headline(each, planner) for each in headlines if each),
        themes=tuple(theme for theme in themes if theme.members),
        regions=tuple(_figures(region, measures, planner) for region in planner.by_name(site.all(Region))),
    )
    yield from planner.page("performance", "figures/performance.html", view, kind="measure")


def areas_of(measure: Measure, planner: Planner) -> tuple[Term | Region | Authority, ...]:
    """The areas that a measure has figures for: the wide ones, then regions, then authorities, in the order of their names."""
    site = planner.site
    here = {each.area for each in figures_of(measure, site)}
    wide = (area for area in reversed(site.settings(DirectorySettings).areas) if area.id in here)
    regions = planner.by_name(region for region in site.all(Region) if region.id in here)
    authorities = places_by_name((each for each in site.all(Authority) if each.id in here), planner)
    return (*wide, *regions, *authorities)


def _widest(measure: Measure, planner: Planner) -> Latest:
    area = areas_of(measure, planner)[0]
    return Latest(measure, area, newest(measure, area.id, planner))


def _of(measure: Measure, area: str, planner: Planner) -> Latest:
    found = next(each for each in areas_of(measure, planner) if each.id == area)
    return Latest(measure, found, newest(measure, area, planner))


def headline(measure: Measure, planner: Planner, area: str | None = None) -> Headline:
    """The newest figure of an area, or else of the widest that has one. The chart has a few times only: all of them stand on the page of the
    measure.
    """
    latest = _of(measure, area, planner) if area else _widest(measure, planner)
    drawn = sorted(
        (each for each in figures_of(measure, planner.site) if each.area == latest.area.id and is_drawn(each, measure)),
        key=lambda each: each.period.order,
    )
    times = list(dict.fromkeys(each.period.days for each in drawn))[-HEADLINE_TIMES:]
    return Headline(
        latest, chart((each for each in drawn if each.period.days in times), measure), _is_old(latest, planner)
    )


def _is_old(latest: Latest, planner: Planner) -> bool:
    last_day = latest.observations[0].period.last_day
    return last_day is not None and not is_within_years(YEARS_THAT_A_FIGURE_IS_NEW, last_day, planner.site.as_of)


def _widest_and_newest_first(measures: Iterable[Latest]) -> tuple[Latest, ...]:
    """In the order in which a reader asks: the whole country before a region and a region before an authority, new before old,
    and last what has no date.
    """
    newest_first = sorted(measures, key=lambda each: _age(each.observations[0].period), reverse=True)
    kinds = (Term, Region, Authority)
    return tuple(sorted(newest_first, key=lambda each: kinds.index(type(each.area))))


def _figures(region: Region, measures: tuple[Measure, ...], planner: Planner) -> RegionFigures:
    site = planner.site
    places: tuple[Region | Authority, ...] = (region, *places_by_name(authorities_in(region, site), planner))
    known = [Latest(measure, area, newest(measure, area.id, planner)) for measure in measures for area in places]
    answered = {each.measure for each in known if each.observations}
    return RegionFigures(
        region,
        demand=tuple(each for each in known if each.measure.is_demand and each.observations),
        unknown=tuple(each for each in measures if each.is_demand and each not in answered),
        others=tuple(each for each in known if not each.measure.is_demand and each.observations),
    )


def newest(measure: Measure, area: str, planner: Planner) -> tuple[Observation, ...]:
    """The figure of one area that readers see first, each of them where sources differ.

    It is the one whose time ends last. A whole year that ends at most a year before it comes in place of a part of a year, because only
    whole years can stand beside one another. Totals of more than a year say little about now: they come only where there is nothing
    shorter, the last to end or, where they go on, to begin; and what has no date comes last.
    """
    here = [each for each in figures_of(measure, planner.site) if each.area == area]
    known = [each for each in here if each.period.fits_in_a_year()] or here
    if not known:
        return ()
    last = max((each.period for each in known), key=_age)
    comparable = max((each.period for each in known if is_drawn(each, measure)), key=_age, default=last)
    shown = comparable if is_within_a_year(_age(comparable)[0], _age(last)[0]) else last
    return tuple(each for each in known if each.period.days == shown.days)


def _age(period: TimeSpan) -> tuple[date, date]:
    return period.last_day or period.first_day or date.min, period.first_day or date.min
