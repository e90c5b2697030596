"""What `data/site.yml` says about governance."""

from drws.kernel.entity import Part
from drws.kernel.term import Term


class GovernanceSettings(Part):
    """The lists that records of governance share."""

    tiers: tuple[Term, ...]
    """The levels at which the partnership works, from the widest to the nearest."""
    body_types: tuple[Term, ...] = ()
    """The kinds of body that decide, advise or manage, in the order of lists."""
