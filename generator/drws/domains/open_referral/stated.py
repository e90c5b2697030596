"""What is said of something in one language, as the feeds have it: plain values, without those that are empty.

HSDS has no words for the language of a text. Each feed is in one language, and what is not there in it says so: `x_in_language` names the
language of a field whose words, or whose page, exist in some of the site's languages only, and `x_awaited` since when and why a name is awaited.
"""

from typing import Any

from drws.kernel.link import Link
from drws.kernel.text import Said, Text
from drws.planning.plan import Planner

Stated = dict[str, Any]
"""An object of a feed."""
EMPTY: tuple[object, ...] = (None, "", (), [], {})
"""What says nothing: such a field is left out, as the standard asks for."""


def stated(planner: Planner, **fields: object) -> Stated:
    """An object of the fields that hold something, in their order, in the language of the planner."""
    said: Stated = {}
    languages: dict[str, str] = {}
    awaited: dict[str, list[Stated]] = {}
    for name, value in fields.items():
        if value in EMPTY:
            continue
        match value:
            case Text():
                words = value.in_language(planner.code)
                said[name] = words.words
                if words.language and not all(value.is_in(each.code) for each in planner.site.languages):
                    languages[name] = words.language
                if value.awaited:
                    awaited[name] = _awaited(value, planner)
            case Link():
                said[name], language = value.in_language(planner.code)
                if value.addresses.keys() < {each.code for each in planner.site.languages}:
                    languages[name] = language
            case Said():
                said[name] = value.words
                if value.language and value.language != planner.code:
                    languages[name] = value.language
            case _:
                said[name] = value
    return said | ({"x_in_language": languages} if languages else {}) | ({"x_awaited": awaited} if awaited else {})


def ui_words(planner: Planner, key: str, **values: object) -> Said:
    """Words of the interface, and the language they are in: another where they are missing in a language that is there in part."""
    return Said(planner.say(key, **values), planner.strings.language_of(key, planner.code))


def _awaited(text: Text, planner: Planner) -> list[Stated]:
    return [
        stated(planner, language=code, reason=each.reason, since=each.since.isoformat())
        for code, each in (text.awaited or {}).items()
    ]
