"""Facts age in public: how far a fact can be trusted, by the day on which a person last confirmed it.

Every kind of fact has a half-life in whole days (`half_lives` in `data/site.yml`). Until it is over the fact counts as checked; for as long
again the page asks people to confirm it; after that it is too old to trust and is not shown at all (`withholding.py`). A fact that nobody
has ever confirmed does not age: it is shown, and called not confirmed (docs/decisions/0020-facts-age-in-public.md).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from drws.kernel.entity import Entity
from drws.kernel.fact_kind import FactKind
from drws.kernel.partnership import HalfLives
from drws.kernel.values import days_after


def confirm_from(assured_date: date, half_life: int) -> date:
    """The first day on which people are asked to confirm: the one after the half-life, in days, is over."""
    return days_after(assured_date, half_life + 1)


def expires_on(assured_date: date, half_life: int) -> date:
    """The first day on which the fact is no longer shown: the one after two half-lives."""
    return days_after(assured_date, 2 * half_life + 1)


def is_expired(assured_date: date | None, kind: FactKind, as_of: date, half_lives: HalfLives) -> bool:
    """Is a fact of a kind too old to be shown on a day? Not when nobody has ever confirmed it, nor when its kind has no half-life."""
    half_life = half_lives.of(kind)
    return assured_date is not None and half_life is not None and as_of >= expires_on(assured_date, half_life)


def facts_of(record: Entity) -> Iterator[tuple[FactKind, tuple[str, ...]]]:
    """The kinds of fact that a record holds, and the fields of each that are filled."""
    for kind, names in record.AGES.items():
        if filled := tuple(name for name in names if getattr(record, name)):
            yield kind, filled


@dataclass(frozen=True, slots=True)
class Assurance:
    """What a page says of how sure a record is."""

    day: date
    """The day on which a person last confirmed it."""
    weeks: int
    """Whole weeks since then, on the day for which the site is built."""
    weeks_until: date
    """The day on which it will be a week more."""
    please_confirm: bool
    """Are people asked to confirm it already?"""
    confirm_from: date | None
    """The first day on which they are. None when nothing in the record ages."""


def assurance(record: Entity, as_of: date, half_lives: HalfLives) -> Assurance | None:
    """What to say of a record, by the first of its facts to age. None when nobody has confirmed it."""
    if record.assured_date is None:
        return None
    lives = [life for kind, _ in facts_of(record) if (life := half_lives.of(kind)) is not None]
    first = confirm_from(record.assured_date, min(lives)) if lives else None
    weeks = (as_of - record.assured_date).days // 7
    return Assurance(
        record.assured_date,
        weeks,
        record.assured_date + timedelta(weeks=weeks + 1),
        please_confirm=first is not None and as_of >= first,
        confirm_from=first,
    )
