"""What the data is about, as frozen types. No YAML, no Jinja, no MkDocs, no disk, no clock."""

from drws.domains.diary.duty.record import Duty
from drws.domains.diary.meeting.record import Meeting
from drws.domains.diary.milestone.record import Milestone
from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.location.record import Location
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.service.record import Service
from drws.domains.figures.measure.record import Measure
from drws.domains.governance.body.record import Body
from drws.domains.governance.complaint.record import ComplaintRoute
from drws.domains.governance.function.record import Function
from drws.domains.governance.post.record import Post
from drws.domains.law.agreement.record import Agreement
from drws.domains.law.legislation.record import Legislation
from drws.domains.law.right.record import Right
from drws.kernel.entity import Entity
from drws.kernel.language import Language
from drws.kernel.partnership import Partnership

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
