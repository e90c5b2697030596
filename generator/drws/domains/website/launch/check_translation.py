"""A translator has read what the site says, where it says it in several languages.

What nobody has read is a draft, and the pages say so. In a draft a sentence about a child, a court or a right may say something else than it
should.
"""

from collections import Counter
from collections.abc import Iterator

from drws.kernel.entity import Translated, Translation
from drws.kernel.problem import Place, Problem
from drws.planning.check import Subject

ID = "translation"


def check(subject: Subject) -> Iterator[Problem]:
    """How many records, pages and other texts nobody has read, and where they are."""
    site = subject.site
    if len(site.languages) == 1:
        return
    states = [(each.FOLDER or "site.yml", each.translation) for each in (site.partnership, *site.entities)]
    states += [
        (type(each).__name__.lower(), each.translation)
        for each in site.datasets.values()
        if isinstance(each, Translated)
    ]
    if unread := Counter(name for name, state in states if state is Translation.DRAFT):
        yield _unread("data", unread, len(states))
    pages = [
        (code, text.front_matter.translation)
        for page in site.authored.values()
        for code, text in page.texts.items()
        if text.language == code
    ]
    if unread := Counter(code for code, state in pages if state is Translation.DRAFT):
        yield _unread("content", unread, len(pages))
    if subject.strings and subject.strings.is_draft:
        yield Problem(Place("theme/strings.yml", ("translation",)), "launch.unread-words")


def _unread(where: str, places: Counter[str], total: int) -> Problem:
    values = {
        "count": places.total(),
        "total": total,
        "places": ", ".join(f"{name} {count}" for name, count in places.most_common()),
    }
    return Problem(Place(where, line=1, column=1), "launch.unread", values)
