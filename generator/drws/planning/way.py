"""Where a link by name leads, and what it is called: for records that name pages of the site."""

from typing import NamedTuple

from drws.kernel.text import Said, Text
from drws.planning.plan import Planner


class Way(NamedTuple):
    """A link as a template prints it."""

    words: Said
    url: str


def way(target: str, text: Text | None, planner: Planner) -> Way:
    """The way to a page that links by name call `target`, under its title or other words, in the language of the planner."""
    name, anchor = planner.addresses.linked(target, planner.code)
    words = text.in_language(planner.code) if text else _title(name, planner)
    return Way(words, planner.url(name) + anchor)


def _title(name: str, planner: Planner) -> Said:
    kind, _, id_ = name.partition(":")
    if not id_:
        key = f"page.{name}"
        return Said(planner.say(key), planner.strings.language_of(key, planner.code))
    if kind == "page":
        text = planner.site.authored[id_].texts[planner.code]
        return Said(text.front_matter.title, text.language)
    model = next(each for each in planner.site.records if kind == each.KIND)
    return planner.site.of(model)[id_].name.in_language(planner.code)
