"""Functions: what a service has to do, at which tier, and who carries it out."""

from typing import ClassVar

from drws.domains.directory.ids import ContactId, KindOfHelpId, RegionId, ServiceId
from drws.domains.governance.ids import FunctionId, TierId
from drws.domains.governance.post.record import OneIn
from drws.domains.law.provision import Provision
from drws.kernel.entity import Entity, Part, Source
from drws.kernel.ids import ActorId, DocumentId
from drws.kernel.text import Text
from drws.kernel.values import Number, Words, YesOrNo


class Gap(Part):
    """Where nobody was found to carry a function out, and why that is so or not known."""

    region_id: RegionId | None = None
    """The region. Left out when it is so everywhere."""
    reason: Text
    """Why: nobody does it, or no source says who does."""
    sources: tuple[Source, ...] = ()
    """Where that was read."""


class Function(Entity):
    """Something that a service has to do."""

    FOLDER: ClassVar[str] = "functions"
    KIND: ClassVar[str] = "function"

    tier_id: TierId
    """The tier to which it is given: the id of a tier in `data/site.yml`."""
    document_id: DocumentId
    """The document that gives it."""
    number: Words
    """Its number there, as the document counts: `iv`."""
    order: Number
    """Its place among the functions of its tier, counted from 1."""
    description: Text
    """What it is, in plain words."""
    known_as: Text | None = None
    """What people see of it: “The website and helpline”. For functions by which visitors know a service."""
    is_statutory: YesOrNo | None = None
    """Does a law require it? Left out when no source says so. With `true` one of `provisions` names the law."""
    provisions: tuple[Provision, ...] = ()
    """The laws and the agreements that speak of it."""
    carried_out_by_ids: tuple[ActorId, ...] = ()
    """Who carries it out: regions, authorities, bodies, posts or organizations."""
    carried_out_in_each: OneIn | None = None
    """`region` or `authority` when each of them carries it out itself."""
    service_ids: tuple[ServiceId, ...] = ()
    """The services in which visitors meet it."""
    kind_of_help_ids: tuple[KindOfHelpId, ...] = ()
    """The kinds of help that it is about: each region's own services of these kinds carry it out there."""
    contact_ids: tuple[ContactId, ...] = ()
    """Whom to ask about it."""
    overlaps_ids: tuple[FunctionId, ...] = ()
    """Functions of other tiers that say the same, wholly or in part."""
    gaps: tuple[Gap, ...] = ()
    """Where nobody was found to carry it out."""
