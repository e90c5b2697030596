"""The parity record: what was compared, what is not yet the same in every language, and how much of the text a translator has read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import NamedTuple

from pydantic import BaseModel

from drws.domains.website.audits.proofreading import Proofreading, proofreading_of
from drws.domains.website.exemptions import exemptions, title_of
from drws.domains.website.parity.drafts import drafts
from drws.domains.website.parity.extent import Extent, extent
from drws.kernel.entity import Entity
from drws.kernel.ids import pieces
from drws.kernel.text import Said, Text
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class AwaitedName:
    """A proper name that has no official form in one language."""

    entity: Entity
    name: Text
    language: str
    """The code of the language in which there is no form yet."""
    reason: Text
    since: date
    has_page: bool
    """Does the record have a page to link to?"""


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing in a language that is there in part."""

    language: str
    strings: int
    """Words of the interface."""
    texts: int
    """Texts of records."""
    pages: int
    """Hand-written pages."""


class MeantDifference(NamedTuple):
    """A difference that is meant, for a time."""

    title: Said
    """Of what: a record, a page, or the site."""
    url: str | None
    what: str
    """What differs, by the word of the check: `numbers`. Empty for words that pages in one language say alone."""
    alone: str
    """How such words begin."""
    until: date
    """The last day on which it holds."""


@dataclass(frozen=True, slots=True)
class ParityView:
    """What the parity record prints."""

    awaited: tuple[AwaitedName, ...]
    drafts: int
    """Records, hand-written pages, the finder and the interface: those that no translator has read."""
    total: int
    """All records and hand-written pages, the finder and the interface."""
    missing: tuple[Missing, ...]
    """For each language that is there in part."""
    compared: Extent
    """What the check looked at. Where it found a difference that nobody has exempted, no site is built."""
    meant: tuple[MeantDifference, ...]
    """Those that somebody has written down as meant, the first to end first."""
    proofreading: Proofreading | None
    """What a program found that reads one of the languages. None where none has."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    site = planner.site
    texts = drafts(planner)
    awaited = tuple(_awaited(planner))
    yield from planner.page(
        "parity",
        "website/parity.html",
        ParityView(
            awaited,
            sum(each.drafts for each in texts),
            sum(each.total for each in texts),
            tuple(_missing(each.code, planner) for each in site.languages if each.partial),
            extent(site),
            tuple(sorted(_meant(planner), key=lambda each: each.until)),
            proofreading_of(site),
        ),
        is_searchable=False,
    )


def _meant(planner: Planner) -> Iterator[MeantDifference]:
    for each in exemptions(planner.site):
        if each.rule == "parity":
            title, url = title_of(each.about, planner)
            is_alone = each.place.path[:1] == ("said_alone",)
            yield MeantDifference(title, url, "" if is_alone else each.what, each.what if is_alone else "", each.until)


def _missing(code: str, planner: Planner) -> Missing:
    site = planner.site
    partnership = (piece for _, piece in pieces(site.partnership))
    texts = (text for piece in chain(partnership, (piece for _, _, piece in site.pieces)) for text in _texts(piece))
    return Missing(
        code,
        strings=sum(planner.strings.language_of(key, code) != code for key in planner.strings.entries),
        texts=sum(not (text.same or code in text.words or code in (text.awaited or ())) for text in texts),
        pages=sum(page.texts[code].language != code for page in site.authored.values()),
    )


def _texts(piece: BaseModel) -> Iterator[Text]:
    """The texts that a piece of a record says itself."""
    for name in type(piece).model_fields:
        value = getattr(piece, name)
        yield from (each for each in (value if isinstance(value, tuple) else (value,)) if isinstance(each, Text))


def _awaited(planner: Planner) -> Iterator[AwaitedName]:
    for entity in planner.site.entities:
        for name in type(entity).model_fields:
            value = getattr(entity, name)
            if isinstance(value, Text) and value.awaited:
                for language, why in value.awaited.items():
                    yield AwaitedName(
                        entity, value, language, why.reason, why.since, type(entity) in planner.domains.sections
                    )
