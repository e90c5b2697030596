"""How a page speaks to its reader."""

from enum import StrEnum


class FormOfAddress(StrEnum):
    """How a page speaks to its reader, in languages that tell friends from strangers: Welsh *ti* and *chi*."""

    POLITE = "polite"
    FAMILIAR = "familiar"
