"""What the data is about, as frozen types. No YAML, no Jinja, no MkDocs, no disk, no clock."""

from generator.model.audience import Audience, KindOfHelp
from generator.model.contact import Contact
from generator.model.entity import Entity
from generator.model.language import Language
from generator.model.location import Location
from generator.model.organization import Authority, Organization, Region
from generator.model.partnership import Partnership
from generator.model.service import Service

ENTITIES: tuple[type[Entity], ...] = (
    Region,
    Authority,
    Organization,
    Contact,
    Location,
    Audience,
    KindOfHelp,
    Service,
)
"""Every type whose records stand one a file in a folder of their own, in the order they are read."""

__all__ = [
    "ENTITIES",
    "Audience",
    "Authority",
    "Contact",
    "Entity",
    "KindOfHelp",
    "Language",
    "Location",
    "Organization",
    "Partnership",
    "Region",
    "Service",
]
