"""Help now: situations that cannot wait, and whom to ring in each."""

from drws.domains.directory.audience.record import Audience
from drws.domains.directory.organization.record import Organization
from drws.domains.help import check_launch
from drws.domains.help.situation import check as situations
from drws.domains.help.situation.record import Situation
from drws.planning.domain import Domain, SinglePage
from drws.planning.later import later, page_types
from drws.planning.panel import Panel

DOMAIN = Domain(
    name="help",
    entities=(Situation,),
    checks=(situations,),
    launch_checks=(check_launch,),
    single_pages=(SinglePage("help", of=(Situation,)),),
    sections={Situation: "help"},
    pages=page_types("drws.domains.help", "situation.page"),
    panels=(
        Panel((Audience,), "help/panels/situations.html", later("drws.domains.help.situation.panel", "panel"), "help"),
        Panel(
            (Organization,),
            "help/panels/organization.html",
            later("drws.domains.help.situation.panel", "of_organization"),
        ),
    ),
)
