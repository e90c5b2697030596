"""The parity record: what is not yet the same in every language, and how much of the text a translator has read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from drws.kernel.entity import Entity, Translated, Translation
from drws.kernel.text import Text
from drws.planning.plan import PagePlan, Planner


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
class ParityView:
    """What the parity record prints."""

    awaited: tuple[AwaitedName, ...]
    drafts: int
    """Records, hand-written pages, the finder and the interface: those that no translator has read."""
    total: int
    """All records and hand-written pages, the finder and the interface."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    site = planner.site
    states = [entity.translation for entity in (site.partnership, *site.entities)]
    states += [text.front_matter.translation for page in site.authored.values() for text in page.texts.values()]
    states += [read.translation for read in site.datasets.values() if isinstance(read, Translated)]
    states.append(Translation.DRAFT if planner.strings.is_draft else Translation.REVIEWED)
    awaited = tuple(_awaited(planner))
    yield from planner.page(
        "parity",
        "website/parity.html",
        ParityView(awaited, states.count(Translation.DRAFT), len(states)),
        is_searchable=False,
    )


def _awaited(planner: Planner) -> Iterator[AwaitedName]:
    for entity in planner.site.entities:
        for name in type(entity).model_fields:
            value = getattr(entity, name)
            if isinstance(value, Text) and value.awaited:
                for language, why in value.awaited.items():
                    yield AwaitedName(
                        entity, value, language, why.reason, why.since, type(entity) in planner.domains.sections
                    )
