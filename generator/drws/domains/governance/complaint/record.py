"""Where to take a complaint or a dispute, step by step."""

from enum import StrEnum
from typing import ClassVar

from drws.domains.directory.ids import AudienceId, ContactId, OrganizationTypeId, ProviderId, ServiceId
from drws.domains.law.provision import Provision
from drws.kernel.entity import Entity, Part, Source
from drws.kernel.ids import ActorId
from drws.kernel.link import Link
from drws.kernel.text import Text
from drws.kernel.values import Number, YesOrNo


class Matter(StrEnum):
    """What a route is for."""

    COMPLAINT = "complaint"
    DECISION = "decision"
    DISPUTE = "dispute"


class Step(Part):
    """One step of a route."""

    title: Text
    """What to do, in a few words."""
    text: Text
    """What happens, whom to ask, and what is not known."""
    contact_ids: tuple[ContactId, ...] = ()
    """Whom to reach."""
    organization_ids: tuple[ProviderId, ...] = ()
    """Whose pages say more."""
    service_ids: tuple[ServiceId, ...] = ()
    """The services that help with it."""
    website: Link | None = None
    """A page of others where it is done."""
    provisions: tuple[Provision, ...] = ()
    """The law that gives the step, or the time in which somebody must answer."""
    sources: tuple[Source, ...] = ()
    """Where it was read, when that is another source than the route's own."""


class ComplaintRoute(Entity):
    """The way of a complaint about somebody's work, or of a dispute between partners."""

    FOLDER: ClassVar[str] = "complaints"
    KIND: ClassVar[str] = "complaint_route"

    order: Number
    """Its place in lists, counted from 1."""
    matter: Matter
    """`complaint` (about a service), `decision` (about one person's case) or `dispute` (between partners)."""
    about_id: ActorId | None = None
    """Whose work the complaint is about: a region, a body, an organization. Left out for a route that is not about one of them."""
    about_type_ids: tuple[OrganizationTypeId, ...] = ()
    """The kinds of organization whose work it is about, when one route is for all of a kind: `[local-authority]`."""
    audience_ids: tuple[AudienceId, ...] = ()
    """Whom it speaks to, when it is written for some people only. It stands before the question whom the complaint is about."""
    is_known: YesOrNo
    """`true` when a source shows the procedure. With `false` the page says so, and the steps say what to do instead."""
    description: Text
    """What the route is for, in one to three sentences. For an audience: the first lines that it reads."""
    steps: tuple[Step, ...]
    """What to do, in order: three at the most."""
    limits: Text | None = None
    """What it cannot do, or when it does not apply."""
    provisions: tuple[Provision, ...] = ()
    """The law or the agreement that asks for the route."""
