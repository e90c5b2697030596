"""What `data/site.yml` says about events: the kinds there are, and for which of them somebody watches that there are dates."""

from drws.domains.directory.ids import ServiceId
from drws.domains.events.ids import EventKindId
from drws.kernel.entity import Part
from drws.kernel.term import Term
from drws.kernel.values import Number, YesOrNo


class EventKind(Term):
    """A kind of event."""

    dates_only: YesOrNo = False
    """Are these dates to know, to which nobody is invited, such as the days on which a panel meets? Then nobody books."""
    service_ids: tuple[ServiceId, ...] = ()
    """The services to which such dates belong. Where none is known, their pages say so, and whom to ask."""


class EventWatch(Part):
    """Which dates every region should have."""

    kind_ids: tuple[EventKindId, ...]
    """The kinds of event to look for."""
    weeks: Number
    """Within how many weeks there should be a date of each."""


class EventSettings(Part):
    """The lists that events share."""

    event_kinds: tuple[EventKind, ...] = ()
    """The kinds of event, in the order of lists."""
    event_watch: EventWatch | None = None
    """What a page for staff looks for in each region. Without it there is no such page."""
