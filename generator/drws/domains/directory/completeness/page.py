"""What is known of each organization, on one page: by name, and by kind, so that nobody is put above anybody."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.addresses import COMPLETENESS_JSON, COMPLETENESS_PAGE, COMPLETENESS_TABLE
from drws.domains.directory.completeness.facts import Fact, completeness
from drws.domains.directory.queries import listed_name
from drws.domains.directory.settings import DirectorySettings
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class CompletenessView:
    """What the page prints."""

    groups: tuple[Group, ...]
    """Each type of organization, with what is known of its members, by name."""
    facts: tuple[Fact, ...]
    """Every fact that is asked for."""
    json: str
    csv: str
    """Where the same is as a file."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page. Search finds the organizations themselves."""
    if groups := tuple(in_groups(planner)):
        view = CompletenessView(groups, tuple(Fact), planner.url(COMPLETENESS_JSON), planner.url(COMPLETENESS_TABLE))
        yield from planner.page(COMPLETENESS_PAGE, "directory/completeness.html", view, is_searchable=False)


def in_groups(planner: Planner) -> Iterator[Group]:
    """Each type of organization of which there is one, with what is known of each, in the order of lists."""
    site = planner.site
    found = completeness(site)
    for kind in site.settings(DirectorySettings).organization_types:
        members = (each.organization for each in found.values() if each.organization.organization_type == kind.id)
        if ordered := planner.by_name(members, name=listed_name):
            yield Group(kind, tuple(found[each.id] for each in ordered))
