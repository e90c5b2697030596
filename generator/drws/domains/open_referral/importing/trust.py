"""Where a record comes from and how far it can be trusted, as the feeds say it, and what all converters share."""

from collections.abc import Iterable

from drws.domains.open_referral.importing.known import Known
from drws.domains.open_referral.importing.told import Told
from drws.read.tree import Value

Fields = dict[str, Value | None]
"""Fields of a record as they would be typed. None where the feeds say nothing."""


def filled(fields: Fields) -> dict[str, Value]:
    """The fields that hold something."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def unless(value: str | None, usual: str) -> str | None:
    """A value that is not what the field holds anyway."""
    return None if value == usual else value


def trust(told: Told, known: Known) -> Fields:
    """Where a record was read, and how far it can be trusted."""
    default: list[Value] = [{"url": known.defaults.source}] if known.defaults.source else []
    return {
        "assured_date": told.words("x_assured_date"),
        "confidence": [
            filled({"field": each.words("field"), "level": each.words("level")}) for each in told.parts("x_confidence")
        ],
        "conflicts": texts(told.parts("x_conflicts")),
        "sources": sources(told, "x_sources", known) or default,
        "translation": told.words("x_translation") or "draft",
    }


def findings(told: Told, known: Known) -> list[Value]:
    """What sources say of it."""
    return [
        filled({"text": each.text("text"), "sources": sources(each, "sources", known)})
        for each in told.parts("x_facts")
    ]


def texts(parts: Iterable[Told]) -> list[Value]:
    """A text of each part."""
    return [text for each in parts if (text := each.text("text"))]


def sources(told: Told, name: str, known: Known) -> list[Value]:
    """Where something was read. A document that the site does not list is named by its title."""
    return [filled(_source(each, known)) for each in told.parts(name)]


def _source(told: Told, known: Known) -> Fields:
    document, title, description = told.words("document"), told.text("title"), told.words("description")
    is_listed = document in known.site.documents
    if document and not is_listed:
        description = title["same"] if isinstance(title, dict) and "same" in title else description  # type: ignore[assignment]
        description = description or (str(next(iter(title.values()))) if isinstance(title, dict) else document)
    return {
        "url": told.words("url"),
        "document": document if is_listed else None,
        "description": description,
        "as_of": told.words("as_of"),
    }
