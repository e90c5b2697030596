"""Guidance: hand-written pages."""

from drws.domains.guidance import check_editions as editions
from drws.domains.guidance import check_launch
from drws.domains.guidance import check_readings as readings
from drws.domains.guidance import check_updates as updates
from drws.domains.guidance.blocks import QUESTIONS, STEPS, TABLE, WARNING
from drws.domains.guidance.edition import EDITION
from drws.domains.guidance.functions import functions
from drws.domains.guidance.settings import GuidanceSettings
from drws.planning.domain import Domain, SinglePage
from drws.planning.later import later
from drws.planning.upkeep import Upkeep, Weight

UPKEEP = "drws.domains.guidance.upkeep"

DOMAIN = Domain(
    name="guidance",
    is_required=True,
    settings=(GuidanceSettings,),
    checks=(readings, updates, editions),
    launch_checks=(check_launch,),
    single_pages=(SinglePage("home", path=""),),
    blocks=(STEPS, QUESTIONS, WARNING, TABLE),
    functions=functions,
    upkeep=(
        Upkeep("reading", Weight.WRONG, later(UPKEEP, "readings")),
        Upkeep("edition-behind", Weight.WRONG, later(UPKEEP, "editions_behind")),
        Upkeep("page-unread", Weight.WORDS, later(UPKEEP, "unread")),
    ),
    background_kinds=frozenset({EDITION}),
)
