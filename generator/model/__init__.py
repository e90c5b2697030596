"""What the data is about, as frozen types. No YAML, no Jinja, no MkDocs, no disk, no clock."""

from generator.model.agreement import Agreement
from generator.model.audience import Audience, KindOfHelp
from generator.model.body import Body
from generator.model.complaint import ComplaintRoute
from generator.model.contact import Contact
from generator.model.duty import Duty
from generator.model.entity import Entity
from generator.model.function import Function
from generator.model.language import Language
from generator.model.legislation import Legislation
from generator.model.location import Location
from generator.model.measure import Measure
from generator.model.meeting import Meeting
from generator.model.milestone import Milestone
from generator.model.organization import Authority, Organization, Region
from generator.model.partnership import Partnership
from generator.model.post import Post
from generator.model.right import Right
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
    Legislation,
    Agreement,
    Body,
    Post,
    Function,
    Right,
    ComplaintRoute,
    Measure,
    Duty,
    Meeting,
    Milestone,
)
"""Every type whose records stand one a file in a folder of their own, in the order they are read."""

__all__ = [
    "ENTITIES",
    "Agreement",
    "Audience",
    "Authority",
    "Body",
    "ComplaintRoute",
    "Contact",
    "Duty",
    "Entity",
    "Function",
    "KindOfHelp",
    "Language",
    "Legislation",
    "Location",
    "Measure",
    "Meeting",
    "Milestone",
    "Organization",
    "Partnership",
    "Post",
    "Region",
    "Right",
    "Service",
]
