"""Where the files with all holdings are."""

from collections.abc import Iterator

from drws.domains.archives.holding.record import RecordHolding
from drws.planning.addresses import Naming

PAGE = "record-holdings"
"""The page with all of them."""
HOLDINGS_JSON = "record-holdings-json"
HOLDINGS_TABLE = "record-holdings-csv"
"""The names of the files."""


def addresses(naming: Naming) -> Iterator[tuple[str, str]]:
    """Both files, beside the page."""
    if naming.site.all(RecordHolding):
        segment = naming.segments[PAGE]
        for file in (HOLDINGS_JSON, HOLDINGS_TABLE):
            yield file, f"{naming.language}/{segment}/{segment}.{file.rpartition('-')[2]}"
