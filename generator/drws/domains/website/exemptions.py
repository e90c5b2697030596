"""Everything that somebody has exempted from a rule for a time: where it stands, what is exempt, and the last day on which that holds."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from drws.domains.website.parity.alone import said_alone
from drws.kernel.authored import AuthoredPage
from drws.kernel.entity import Entity
from drws.kernel.problem import Place
from drws.kernel.site import Site
from drws.kernel.text import Said
from drws.planning.addresses import name_of
from drws.planning.plan import Planner


class Exemption(NamedTuple):
    """One of them."""

    rule: str
    """The rule that it is exempt from: `parity`, `personal-data`."""
    about: Entity | AuthoredPage
    """The record or the page that says it. What the whole site is allowed is said by its own file."""
    place: Place
    what: str
    """What is exempt, by the word of the rule: `numbers`, `mobile`; of what pages in one language say alone, how it begins."""
    until: date
    """The last day on which it holds."""


def exemptions(site: Site) -> Iterator[Exemption]:
    """Those of the site’s own file, of records and of hand-written pages, in their order."""
    for record in (site.partnership, *site.entities):
        for index, unlike in enumerate(record.unlike):
            yield Exemption("parity", record, record.at("unlike", index), unlike.what.value, unlike.until)
        for index, disclosed in enumerate(record.personal_data):
            place = record.at("personal_data", index)
            yield Exemption("personal-data", record, place, disclosed.what, disclosed.until)
    for index, alone in enumerate(said_alone(site)):
        place = site.partnership.at("said_alone", index)
        yield Exemption("parity", site.partnership, place, alone.begins, alone.until)
    for page in site.authored.values():
        yield from _of_page(page)


def _of_page(page: AuthoredPage) -> Iterator[Exemption]:
    for text in {text.file: text for text in page.texts.values()}.values():
        for index, unlike in enumerate(text.front_matter.unlike):
            yield Exemption("parity", page, Place(text.file, ("unlike", index)), unlike.what.value, unlike.until)
        for index, disclosed in enumerate(text.front_matter.personal_data):
            place = Place(text.file, ("personal_data", index))
            yield Exemption("personal-data", page, place, disclosed.what, disclosed.until)


def title_of(about: Entity | AuthoredPage, planner: Planner) -> tuple[Said, str | None]:
    """What a record or a page is called in the language of a planner, and its address where it has one."""
    if isinstance(about, Entity):
        has_page = planner.addresses.has(name_of(about), planner.code)
        return about.name.in_language(planner.code), planner.url(about) if has_page else None
    text = about.texts[planner.code]
    return Said(text.front_matter.title, text.language), planner.url(f"page:{about.path}" if about.path else "home")
