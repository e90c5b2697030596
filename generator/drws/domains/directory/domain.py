"""The directory: whom to ask, and every way to find them."""

from drws.domains.directory.addresses import (
    COMPLETENESS_JSON,
    COMPLETENESS_PAGE,
    COMPLETENESS_TABLE,
    NUMBERS_JSON,
    NUMBERS_PAGE,
    NUMBERS_TABLE,
    addresses,
    has_completeness,
    has_numbers,
)
from drws.domains.directory.audience import check as audiences
from drws.domains.directory.audience import check_questions
from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.child_in_danger import check as child_in_danger
from drws.domains.directory.contact import (
    check_familiar,
    check_former_phones,
    check_in_prose,
    check_routes,
    check_schedules,
    check_typed_numbers,
)
from drws.domains.directory.contact.block import CONTACT
from drws.domains.directory.contact.holidays import HOLIDAYS
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.embed.addresses import PAGE as EMBED_PAGE
from drws.domains.directory.embed.addresses import has_finder
from drws.domains.directory.finder import asset
from drws.domains.directory.finder import check as geography
from drws.domains.directory.finder.block import IN_YOUR_AREA
from drws.domains.directory.finder.read import GEOGRAPHY
from drws.domains.directory.functions import functions
from drws.domains.directory.launch import check_confirmation, check_telephone
from drws.domains.directory.location.record import Location
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.queries import has_agencies
from drws.domains.directory.region import check as coverage
from drws.domains.directory.service import check_areas, check_summaries
from drws.domains.directory.service.block import SERVICES
from drws.domains.directory.service.record import Service
from drws.domains.directory.settings import DirectorySettings
from drws.planning.dataset import Dataset
from drws.planning.domain import Domain, SinglePage
from drws.planning.later import exports, later, page_types
from drws.planning.upkeep import Upkeep, Weight

NOBODY = "drws.domains.directory.upkeep.nobody"
FACTS = "drws.domains.directory.upkeep.facts"

DOMAIN = Domain(
    name="directory",
    is_required=True,
    entities=(Region, Authority, Organization, Contact, Location, Audience, KindOfHelp, Service),
    settings=(DirectorySettings,),
    readers=(GEOGRAPHY, HOLIDAYS),
    checks=(
        coverage,
        check_routes,
        check_schedules,
        check_familiar,
        check_former_phones,
        check_in_prose,
        check_typed_numbers,
        child_in_danger,
        check_areas,
        audiences,
        check_questions,
        check_summaries,
        geography,
    ),
    launch_checks=(check_telephone, check_confirmation),
    single_pages=(
        SinglePage("services"),
        SinglePage("regions"),
        SinglePage("authorities"),
        SinglePage("organizations"),
        SinglePage("audiences"),
        SinglePage("kinds-of-help"),
        SinglePage("areas"),
        SinglePage("a-to-z"),
        SinglePage("compare", when=has_agencies),
        SinglePage("shortlist"),
        SinglePage("contact"),
        SinglePage(COMPLETENESS_PAGE, above="organizations", when=has_completeness),
        SinglePage(NUMBERS_PAGE, above="contact", when=has_numbers),
        SinglePage(EMBED_PAGE, above="areas", when=has_finder),
    ),
    sections={
        Region: "regions",
        Authority: "authorities",
        Organization: "organizations",
        Audience: "audiences",
        KindOfHelp: "kinds-of-help",
        Service: "services",
    },
    pages=page_types(
        "drws.domains.directory",
        "service.list_page",
        "service.facet_page",
        "service.page",
        "region.page",
        "authority.page",
        "organization.page",
        "audience.page",
        "kind_of_help.page",
        "finder.page",
        "a_to_z.page",
        "compare.page",
        "shortlist.page",
        "contact.page",
        "numbers.page",
        "completeness.page",
        "embed.page",
    ),
    addresses=addresses,
    in_prose={Contact: "directory/parts/number.html"},
    blocks=(CONTACT, SERVICES, IN_YOUR_AREA),
    exports=exports("drws.domains.directory", "contact.cards", "numbers.export", "completeness.export"),
    datasets=(
        Dataset("numbers", (NUMBERS_TABLE, NUMBERS_JSON), page=NUMBERS_PAGE),
        Dataset("completeness", (COMPLETENESS_TABLE, COMPLETENESS_JSON), page=COMPLETENESS_PAGE),
        Dataset("contact-cards", ("card:",), page="contact"),
    ),
    upkeep=(
        Upkeep("region-without-number", Weight.NOBODY, later(NOBODY, "regions_without_number")),
        Upkeep("authority-without-number", Weight.NOBODY, later(NOBODY, "authorities_without_number")),
        Upkeep("without-service", Weight.NOBODY, later(NOBODY, "without_service")),
        Upkeep("no-longer-shown", Weight.WRONG, later(FACTS, "no_longer_shown")),
        Upkeep("to-be-withheld", Weight.WRONG, later(FACTS, "to_be_withheld")),
        Upkeep("to-confirm", Weight.WRONG, later(FACTS, "to_confirm")),
        Upkeep("doubted-number", Weight.UNSURE, later(FACTS, "doubted_numbers")),
        Upkeep("unconfirmed", Weight.UNSURE, later(FACTS, "unconfirmed")),
    ),
    assets=asset.assets,
    functions=functions,
)
