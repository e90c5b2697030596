"""Which record each object of the feeds becomes, and what its id is."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping

from drws.domains.open_referral.importing.told import Told
from drws.kernel.values.words import MAX_SLUG, RESERVED_NAMES, SLUG
from drws.planning.addresses import slugged

FOLDERS = {
    "region": "regions",
    "authority": "authorities",
    "organization": "organizations",
    "contact": "contacts",
    "location": "locations",
    "audience": "audiences",
    "kind_of_help": "kinds_of_help",
    "service": "services",
}
"""The folder of each kind of record that an import makes."""
MADE_FROM = {
    "organization": ("organization", "region", "authority"),
    "contact": ("contact",),
    "location": ("location",),
    "service": ("service",),
    "taxonomy_term": ("audience", "kind_of_help"),
}
"""The kinds of record that each kind of object may become, the usual one first."""
DIGITS = 10
"""How many tell apart what has the same name: among a hundred thousand objects two have the same ones about once in two hundred feeds."""


def record_names(everything: Iterable[Told]) -> Mapping[Told, tuple[str, str]]:
    """The kind and id of the record of each object that becomes one.

    An object that a site of ours made says both. The id of any other is its name as a slug; where several have the same name, or it cannot be a
    name of a file, digits that follow from its id in the feed are added. So an id is the same in each import, in whatever order the feed is,
    and what else is in the feed changes it only where that has the same name.

    Objects of ours may still say that they are one record: who writes records has to see to that.
    """
    named = {each: found for each in everything if (found := _name(each))}
    times = Counter(named.values())
    return {
        each: (kind, id_ if each.is_ours or _is_sound(id_, times[kind, id_]) else _with_digits(id_, each))
        for each, (kind, id_) in named.items()
    }


def own_words(told: Told) -> str:
    """What a thing is called, in the first language that says it."""
    for name in ("name", "title"):
        for found in told.by_language.values():
            if isinstance(value := found.value.get(name), str) and value.strip():
                return value
    return ""


def _name(told: Told) -> tuple[str, str] | None:
    usual = MADE_FROM.get(told.kind, ())
    kind, id_ = told.record
    if kind in usual:
        return kind, id_
    if told.is_ours or not usual or told.kind == "taxonomy_term":
        return None  # the terms of others are looked for among those of the site
    words = "" if told.kind == "contact" else own_words(told)  # the name of a contact may be that of a person
    return usual[0], slugged(words) or told.kind.replace("_", "-")


def _is_sound(id_: str, times: int) -> bool:
    return times == 1 and bool(SLUG.fullmatch(id_)) and id_ not in (*RESERVED_NAMES, *FOLDERS)


def _with_digits(id_: str, told: Told) -> str:
    """Of the whole id: the first digits of a UUID of version 7 are the minute in which it was made, and not every id is a UUID."""
    digits = hashlib.sha256(told.id.encode()).hexdigest()[:DIGITS]
    return f"{id_[: MAX_SLUG - DIGITS - 1].rstrip('-')}-{digits}"
