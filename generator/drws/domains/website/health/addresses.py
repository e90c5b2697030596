"""Where the same is for programs."""

from collections.abc import Iterator

from drws.planning.addresses import Naming

HEALTH_JSON = "health-json"
"""The name of the file with everything that is to be done."""


def addresses(naming: Naming) -> Iterator[tuple[str, str]]:
    """The file, beside the page."""
    yield HEALTH_JSON, f"{naming.language}/{naming.segments['health']}/health.json"
