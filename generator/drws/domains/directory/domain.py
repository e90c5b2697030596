"""The directory: whom to ask, and every way to find them."""

from drws.domains.directory.a_to_z import page as a_to_z
from drws.domains.directory.addresses import addresses
from drws.domains.directory.audience import check as audiences
from drws.domains.directory.audience import page as audience
from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.authority import page as authority
from drws.domains.directory.compare import page as compare
from drws.domains.directory.contact import cards, check_routes, check_schedules
from drws.domains.directory.contact import page as contact
from drws.domains.directory.contact.holidays import HOLIDAYS
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.finder import asset
from drws.domains.directory.finder import check as geography
from drws.domains.directory.finder import page as finder
from drws.domains.directory.finder.read import GEOGRAPHY
from drws.domains.directory.functions import functions
from drws.domains.directory.kind_of_help import page as kind_of_help
from drws.domains.directory.location.record import Location
from drws.domains.directory.organization import page as organization
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.region import check as coverage
from drws.domains.directory.region import page as region
from drws.domains.directory.service import check_areas, check_summaries, facet_page, list_page
from drws.domains.directory.service import page as service
from drws.domains.directory.service.record import Service
from drws.domains.directory.settings import DirectorySettings
from drws.domains.directory.shortlist import page as shortlist
from drws.planning.domain import Domain, SinglePage

DOMAIN = Domain(
    name="directory",
    entities=(Region, Authority, Organization, Contact, Location, Audience, KindOfHelp, Service),
    settings=(DirectorySettings,),
    readers=(GEOGRAPHY, HOLIDAYS),
    checks=(
        coverage,
        check_routes,
        check_schedules,
        check_areas,
        audiences,
        check_summaries,
        geography,
    ),
    single_pages=(
        SinglePage("services"),
        SinglePage("regions"),
        SinglePage("authorities"),
        SinglePage("organizations"),
        SinglePage("audiences"),
        SinglePage("kinds-of-help"),
        SinglePage("areas"),
        SinglePage("a-to-z"),
        SinglePage("compare"),
        SinglePage("shortlist"),
        SinglePage("contact"),
    ),
    sections={
        Region: "regions",
        Authority: "authorities",
        Organization: "organizations",
        Audience: "audiences",
        KindOfHelp: "kinds-of-help",
        Service: "services",
    },
    pages=(
        list_page.plan,
        facet_page.plan,
        service.plan,
        region.plan,
        authority.plan,
        organization.plan,
        audience.plan,
        kind_of_help.plan,
        finder.plan,
        a_to_z.plan,
        compare.plan,
        shortlist.plan,
        contact.plan,
    ),
    addresses=addresses,
    exports=(cards.export,),
    assets=asset.assets,
    functions=functions,
)
