"""Guidance: hand-written pages."""

from drws.domains.guidance.functions import functions
from drws.planning.domain import Domain, SinglePage

DOMAIN = Domain(name="guidance", is_required=True, single_pages=(SinglePage("home", path=""),), functions=functions)
