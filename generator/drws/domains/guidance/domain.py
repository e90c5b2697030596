"""Guidance: hand-written pages."""

from drws.planning.domain import Domain, SinglePage

DOMAIN = Domain(name="guidance", single_pages=(SinglePage("home", path=""),))
