r"""What a hand-written page says of its changes makes sense, and is said in every language.

`published_date` and the days of `updates` are the same in every language. None of them is in the future, no update comes before the page was
published, a day has one note, and a note is short: it says what is different for a reader, not how the page came to be.

Refused::

    content/en/about/people.md: !in-place {old: "translation: reviewed", new: "translation: reviewed\nupdates: [{date: 2025-06-01, note: Who answers letters has changed.}]"}
"""

from collections.abc import Iterator
from datetime import date

from drws.kernel.authored import AuthoredPage, AuthoredText
from drws.kernel.problem import Place, Problem
from drws.planning.check import Subject

ID = "updates"

LONGEST = 300
"""Characters of a note: readers look for theirs in a list."""


def check(subject: Subject) -> Iterator[Problem]:
    """Every page, in every language."""
    for page in subject.site.authored.values():
        yield from _unlike(page)
        for text in {each.file: each for each in page.texts.values()}.values():
            yield from _wrong_with(text, subject.today)


def _unlike(page: AuthoredPage) -> Iterator[Problem]:
    """What the first language says and another does not, and the other way round."""
    first, *others = page.texts.values()
    for other in others:
        one, two = first.front_matter.published_date, other.front_matter.published_date
        if one != two:
            values = {"value": two or "–", "other": one or "–", "file": first.file}
            yield Problem(Place(other.file, ("published_date",)), "updates.unlike", values)
        yield from _missing(first, other)
        yield from _missing(other, first)


def _missing(text: AuthoredText, other: AuthoredText) -> Iterator[Problem]:
    """The updates that the other language does not have, where they stand."""
    days = {each.date for each in other.front_matter.updates}
    for index, each in enumerate(text.front_matter.updates):
        if each.date not in days:
            yield Problem(_at(text, index, "date"), "updates.one-language", {"value": each.date, "file": other.file})


def _wrong_with(text: AuthoredText, today: date) -> Iterator[Problem]:
    said = text.front_matter
    if said.published_date and said.published_date > today:
        yield Problem(Place(text.file, ("published_date",)), "updates.future", {"value": said.published_date})
    earlier = set[date]()
    for index, each in enumerate(said.updates):
        if each.date > today:
            yield Problem(_at(text, index, "date"), "updates.future", {"value": each.date})
        if said.published_date and each.date < said.published_date:
            values = {"value": each.date, "other": said.published_date}
            yield Problem(_at(text, index, "date"), "updates.order", values)
        if each.date in earlier:
            yield Problem(_at(text, index, "date"), "updates.twice", {"value": each.date})
        earlier.add(each.date)
        if len(each.note) > LONGEST:
            sizes = {"length": len(each.note), "longest": LONGEST}
            yield Problem(_at(text, index, "note"), "updates.too-long", sizes)


def _at(text: AuthoredText, index: int, field: str) -> Place:
    return Place(text.file, ("updates", index, field))
