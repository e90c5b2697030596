"""What `data/site.yml` says about meetings and their minutes."""

from drws.kernel.entity import Part
from drws.kernel.values import Day, Number


class MinutesRule(Part):
    """When minutes of a meeting count as late. It holds for bodies of this site; councils publish their own minutes."""

    days: Number
    """How many days after a meeting its minutes are expected here, be they agreed yet or a draft."""
    since_date: Day
    """From when somebody records minutes here: of earlier meetings nothing is claimed."""


class DiarySettings(Part):
    """The rules that records of the diary share."""

    minutes: MinutesRule | None = None
    """When minutes count as late. Without it they never do."""
