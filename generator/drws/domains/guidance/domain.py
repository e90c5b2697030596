"""Guidance: hand-written pages."""

from drws.domains.guidance import check_readings as readings
from drws.domains.guidance.functions import functions
from drws.planning.domain import Domain, SinglePage

DOMAIN = Domain(
    name="guidance",
    is_required=True,
    checks=(readings,),
    single_pages=(SinglePage("home", path=""),),
    functions=functions,
)
