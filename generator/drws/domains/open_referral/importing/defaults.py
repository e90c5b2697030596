"""What an import is told of records whose feed does not say it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Defaults:
    """For what somebody else's feed cannot know. Each is an option of `drws import-oruk`."""

    source: str = ""
    """The page on which the feed is described: the source of every record."""
    organization_type: str = ""
    purpose: str = ""
    """What contacts are for."""
    audiences: tuple[str, ...] = ()
    kinds_of_help: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


OPTIONS = {
    "sources": "--source",
    "organization_type": "--organization-type",
    "purpose": "--purpose",
    "audience_ids": "--audience",
    "kind_of_help_ids": "--kind-of-help",
    "area_ids": "--area",
}
"""The option that says a field of a record."""
