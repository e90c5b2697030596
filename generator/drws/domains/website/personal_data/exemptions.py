"""What is meant to be public all the same: who looked at it, for how long, and whether there still is such a thing."""

from collections.abc import Iterable, Iterator
from datetime import date

from drws.kernel.entity import Disclosure
from drws.kernel.problem import Place, Problem, Severity, nearest


class Exemptions:
    """Those of one record, or of one page in every language."""

    def __init__(self, said: Iterable[tuple[Disclosure, Place]]) -> None:
        self._said = list(said)
        self._needed: set[int] = set()

    def cover(self, what: str, place: Place) -> bool:
        """Has somebody reviewed that such a thing stands there?"""
        covering = [index for index, (each, _) in enumerate(self._said) if _is_about(each, what, place)]
        self._needed.update(covering)
        return bool(covering)

    def problems(self, day: date, known: Iterable[str]) -> Iterator[Problem]:
        """Those that name no kind, those whose time is over, which the calendar brings, and those that are about nothing any more."""
        kinds = tuple(known)
        for index, (each, place) in enumerate(self._said):
            values = {
                "what": each.what,
                "nearest": nearest(each.what, kinds),
                "known": ", ".join(kinds),
                "value": each.until,
            }
            if each.what not in kinds:
                yield Problem(place, "personal-data.unknown", values)
            elif index not in self._needed:
                yield Problem(place, "personal-data.unneeded", values, Severity.WARNING)
            elif each.until < day:
                yield Problem(place, "personal-data.expired", values, Severity.NOTICE)


def _is_about(exemption: Disclosure, what: str, place: Place) -> bool:
    name, field = place.field_name, exemption.field
    return exemption.what == what and (field is None or name == field or name.startswith((f"{field}.", f"{field}[")))
