"""Events: on which days people can come, and which dates to know."""

from drws.domains.directory.audience.record import Audience
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.service.record import Service
from drws.domains.events.addresses import GAPS_JSON, addresses, is_watched
from drws.domains.events.event import check as events
from drws.domains.events.event.record import Event
from drws.domains.events.settings import EventSettings
from drws.planning.dataset import Dataset
from drws.planning.domain import Domain, SinglePage
from drws.planning.later import exports, later, page_types
from drws.planning.panel import Panel
from drws.planning.upkeep import Upkeep, Weight

PANEL = "events/panels/dates.html"
PANELS = "drws.domains.events.panels"

DOMAIN = Domain(
    name="events",
    entities=(Event,),
    settings=(EventSettings,),
    checks=(events,),
    single_pages=(
        SinglePage("events", of=(Event,)),
        SinglePage("event-gaps", of=(Region,), above="governance", order=125, when=is_watched),
    ),
    sections={Event: "events"},
    pages=page_types("drws.domains.events", "listing.page", "listing.facet_page", "event.page", "gaps.page"),
    addresses=addresses,
    panels=(
        Panel((Region, Authority), PANEL, later(PANELS, "place"), slot="details"),
        Panel((Service,), PANEL, later(PANELS, "service")),
        Panel((Audience,), PANEL, later(PANELS, "audience")),
        Panel((Organization,), PANEL, later(PANELS, "organization"), slot="details"),
    ),
    exports=exports("drws.domains.events", "calendar.export", "gaps.export"),
    datasets=(
        Dataset("event-calendars", ("event-calendar", "event-calendar:"), page="events"),
        Dataset("event-gaps", (GAPS_JSON,), page="event-gaps"),
    ),
    upkeep=(Upkeep("missing-date", Weight.UNSURE, later("drws.domains.events.gaps.upkeep", "missing_dates")),),
)
