"""The kinds of fact that a record holds, as far as they age."""

from enum import StrEnum


class FactKind(StrEnum):
    """The kinds of fact that age, each at its own pace."""

    CONTACT_DETAILS = "contact_details"
    HOURS = "hours"
    ADDRESS = "addresses"
    DESCRIPTION = "descriptions"
