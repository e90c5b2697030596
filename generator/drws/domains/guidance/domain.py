"""Guidance: hand-written pages."""

from drws.planning.domain import Domain, SinglePage

DOMAIN = Domain(name="guidance", is_required=True, single_pages=(SinglePage("home", path=""),))
