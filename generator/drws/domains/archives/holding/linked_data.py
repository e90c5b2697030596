"""The list of records for programs (schema.org `Dataset`): the files that hold all of it."""

from drws.domains.archives.addresses import HOLDINGS_JSON, HOLDINGS_TABLE, PAGE
from drws.planning.linked_data import Node, id_of, node, web_address
from drws.planning.plan import Planner

FORMATS = {HOLDINGS_TABLE: "text/csv", HOLDINGS_JSON: "application/json"}
"""The type of each file (RFC 7111, RFC 8259)."""


def linked_data(planner: Planner) -> tuple[Node, ...]:
    """All records together. Who holds which stands in the files, with how sure that is."""
    said = {
        "name": planner.say(f"page.{PAGE}"),
        "description": planner.say(f"lead.{PAGE}"),
        "isAccessibleForFree": True,
        "distribution": [
            node("DataDownload", {"contentUrl": web_address(name, planner), "encodingFormat": form})
            for name, form in FORMATS.items()
        ],
    }
    return (node("Dataset", said, id_of(PAGE, planner)),)
