"""Milestones: what happened on the way, where it is no one record's own history."""

from typing import ClassVar

from drws.kernel.entity import Entity
from drws.kernel.ids import SubjectId
from drws.kernel.text import Text
from drws.kernel.values import Dated


class Milestone(Entity):
    """Something that happened."""

    FOLDER: ClassVar[str] = "milestones"
    KIND: ClassVar[str] = "milestone"

    name: Text
    """What happened, in a few words."""
    date: Dated
    """When, as exactly as the source says."""
    description: Text | None = None
    """More about it, in one to three sentences."""
    about_ids: tuple[SubjectId, ...] = ()
    """The records that it is about."""
