"""What the directory's facets hold: `generator/drws/domains/directory/service/facets.py`, on the small example."""

from typing import TYPE_CHECKING

import pytest

from drws.build.plans import plan
from drws.domains.directory.organization.record import Authority
from drws.domains.directory.queries import listed_services
from drws.domains.directory.service.facets import (
    Facet,
    also_in,
    services_by_value,
    values_of,
    values_with_a_page,
)
from drws.kernel.site import Site
from drws.planning.facets import NOT_RECORDED

if TYPE_CHECKING:
    from tests.example import Example


@pytest.fixture(scope="module")
def site(built: "Example") -> Site:
    """The small example."""
    loaded = built.load()
    assert loaded.site
    return loaded.site


def found(site: Site, facet: Facet, value: str) -> set[str]:
    """The ids of the services under a value."""
    return {service.id for service in services_by_value(site, facet)[value]}


def test_a_service_that_lacks_a_value_is_found_under_not_recorded(site: Site) -> None:
    """In every facet every listed service has a value; nothing is dropped."""
    everything = {service.id for service in listed_services(site)}
    for facet in Facet:
        values = {value for service in listed_services(site) for value in values_of(service, facet)}
        assert set().union(*(found(site, facet, value) for value in values)) == everything
    assert found(site, Facet.COST, NOT_RECORDED) == {"cwrs-paratoi", "gweld-cofnodion"}
    assert found(site, Facet.COST, "free") == {"blwch-llythyrau"}
    assert found(site, Facet.COST, "charged") == {"grwp-rhieni"}


def test_under_an_area_is_what_reaches_it(site: Site) -> None:
    """An authority has what its region and the nation have, a region also what its authorities have, and none what its neighbour has."""
    assert set(also_in(site, "llanfechan")) == {site.of(Authority)["llanfechan"].region_id, "pobman"}
    assert found(site, Facet.AREA, "llanfechan") == {"blwch-llythyrau", "grwp-rhieni", "gweld-cofnodion"}
    assert found(site, Facet.AREA, "dyffryn") == {"blwch-llythyrau", "grwp-rhieni", "gweld-cofnodion"}
    assert found(site, Facet.AREA, "pobman") == {"gweld-cofnodion"}
    assert "blwch-llythyrau" not in found(site, Facet.AREA, "ynys-las")


def test_values_that_nothing_has_get_no_page(site: Site) -> None:
    """Nobody is rung in the example, so there is no page of services by phone."""
    pages = set(values_with_a_page(site))
    assert (Facet.HOW, "group") in pages
    assert (Facet.HOW, "phone") not in pages
    assert (Facet.AREA, "pobman") in pages


def test_every_value_of_the_directory_leads_to_a_page(built: "Example") -> None:
    """Of every facet, in both languages; those without a record have one of their own, and it is in the sitemap."""
    read = built.load()
    assert read.site
    assert read.strings
    assert read.addresses
    plans = {(page.name, page.language): page for page in plan(read.site, read.strings, read.addresses, read.domains)}
    sitemap = (built.site / "sitemap.xml").read_text("utf-8")
    for language in ("cy", "en"):
        for facet in plans["services", language].view.facets:
            for value in facet.values:
                path = read.addresses.path(value.page, language)
                assert (built.site / path / "index.html").is_file()
                assert path in sitemap
