"""Differences that are meant: who says so, for how long, and whether there is still one."""

from collections.abc import Iterable, Iterator
from datetime import date

from drws.domains.website.parity.difference import Difference
from drws.kernel.entity import Compared, Unlike
from drws.kernel.problem import Place, Problem, Severity


class Exemptions:
    """Those of one record, or of one page in two languages."""

    def __init__(self, said: Iterable[tuple[Unlike, Place]]) -> None:
        self._said = list(said)
        self._needed: set[int] = set()

    def names(self, what: Compared) -> bool:
        """Is a difference of this kind meant?"""
        return any(unlike.what is what for unlike, _ in self._said)

    def covers(self, difference: Difference) -> bool:
        """Is this difference meant?"""
        covering = [index for index, (unlike, _) in enumerate(self._said) if _is_about(unlike, difference)]
        self._needed.update(covering)
        return bool(covering)

    def problems(self, day: date) -> Iterator[Problem]:
        """Those whose time is over, which the calendar brings and no check fails for, and those without a difference, which an improvement
        brings and which stop no build.
        """
        for index, (unlike, place) in enumerate(self._said):
            if index not in self._needed:
                yield Problem(place, "parity.unneeded", {"what": unlike.what.value}, Severity.WARNING)
            elif unlike.until < day:
                values = {"what": unlike.what.value, "value": unlike.until}
                yield Problem(place, "parity.expired", values, Severity.NOTICE)


def _is_about(unlike: Unlike, difference: Difference) -> bool:
    if unlike.what is not difference.what:
        return False
    name = difference.place.field_name
    return unlike.field is None or name == unlike.field or name.startswith((f"{unlike.field}.", f"{unlike.field}["))
