"""`docs/data-dictionary.md`: every field of every record, from the docstrings of the model."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.finder.geography import AreaMap, Finder, PlaceTable, PostcodeTable
from drws.domains.directory.organization.record import Organization
from drws.domains.directory.service.record import Service
from drws.domains.figures.observation.record import Observation
from drws.domains.registry import installed
from drws.domains.website.audits.accessibility import AccessibilityAudit
from drws.domains.website.audits.links import BrokenLink
from drws.domains.website.audits.proofreading import Proofreading
from drws.domains.website.search.words import BestBets, SearchTopics, SearchWords
from drws.kernel.authored import FrontMatter
from drws.kernel.entity import Entity, Part
from drws.kernel.language import Language
from drws.kernel.problem import Place, Problem
from drws.say.messages import Sentence, sentences
from made_docs.markdown import MADE, languages, rows, sentence, typed
from made_docs.types import VALUE_TYPES, Field, ValueType, fields_of, heading, parts_of, type_words

BEFORE_RECORDS = Path(__file__).with_suffix(".md")
"""How records are written, by hand."""

GEOGRAPHY: tuple[type[Finder | PostcodeTable | PlaceTable | AreaMap], ...] = (
    Finder,
    PostcodeTable,
    PlaceTable,
    AreaMap,
)

AUDITS: tuple[type[Part], ...] = (AccessibilityAudit, Proofreading, BrokenLink)

FIRST: tuple[type[Entity], ...] = (Service, Contact, Organization)
"""What editors change most stands first."""


def document(root: Path) -> str:
    """The whole dictionary."""
    records: tuple[type[Entity], ...] = (
        *FIRST,
        *(model for model in installed().entities if model not in FIRST),
        installed().partnership,
    )
    site = typed(root / "data/site.yml")
    context = {
        "languages": languages(root),
        "country": site["country"],
        "financial_year_start": site["financial_year_start"],
    }
    return "\n".join(
        [
            MADE,
            BEFORE_RECORDS.read_text("utf-8"),
            "## Every record\n",
            f"{sentence(Entity)} These fields belong to every record:\n",
            *_table(fields_of(Entity)),
            "## Records\n",
            *(line for model in records for line in _record(model)),
            "## Figures\n",
            "The figures of a measure stand in a table with these columns. [How to make one](figures.md).\n",
            *_described(Observation),
            "## Languages and pages\n",
            *_described(Language, "data/languages/<code>.yml", "language"),
            *_described(FrontMatter, "content/<language>/<path>.md", "front-matter"),
            "## Searching\n",
            *_described(SearchWords, "data/search/words.yml", "search-words"),
            *_described(BestBets, "data/search/best_bets.yml", "best-bets"),
            *_described(SearchTopics, "data/search/topics.yml", "search-topics"),
            "## Geography\n",
            "Three records in `data/geography/` make the finder and the map. `make geography` writes two of them.\n",
            *(line for model in GEOGRAPHY for line in _described(model, f"data/{model.FILE}", _schema_of(model))),
            "## Audits\n",
            "Programs write these files in `data/audits/`, and nobody else does. [What they are for](accessibility.md).\n",
            *(line for model in AUDITS for line in _described(model)),
            "## Parts of records\n",
            *(
                line
                for part in parts_of((*records, FrontMatter, *GEOGRAPHY, SearchWords, BestBets, SearchTopics, *AUDITS))
                for line in _described(part)
            ),
            "## Values\n",
            "Every value is read as the text that was typed. The field decides what it has to be.\n",
            *(line for each in VALUE_TYPES for line in _value(each, context)),
        ]
    )


def _schema_of(model: type[Finder | PostcodeTable | PlaceTable | AreaMap]) -> str:
    return Path(model.FILE).stem


def _record(model: type[Entity]) -> list[str]:
    """One type of record: its own fields, and which it has besides."""
    shared = {each.name: each.meaning for each in fields_of(Entity)}
    own = [each for each in fields_of(model) if shared.get(each.name) != each.meaning]
    file = f"data/{model.FOLDER}/<id>.yml" if model.FOLDER else "data/site.yml"
    return [
        f"### {heading(model)}\n",
        _introduced(model, file, model.KIND.replace("_", "-")),
        *_table(own),
        f"And what [every record](#every-record) has: {', '.join(f'`{name}`' for name in shared)}.\n",
    ]


def _described(model: type[BaseModel], file: str = "", schema: str = "") -> list[str]:
    """A part of a record, or a record without sources of its own."""
    return [f"### {heading(model)}\n", _introduced(model, file, schema), *_table(fields_of(model))]


def _introduced(model: type[BaseModel], file: str, schema: str) -> str:
    where = f" File: `{file}`. For editors: [schema](schema/{schema}.json)." if file else ""
    return f"{sentence(model)}{where}\n"


def _table(fields: Iterable[Field]) -> list[str]:
    return rows(
        ("field", "what it holds", "needed", "meaning"),
        [
            (f"`{each.name}`", type_words(each.annotation), "yes" if each.info.is_required() else "", _meaning(each))
            for each in fields
        ],
    )


def _meaning(field: Field) -> str:
    """A field's docstring, and what holds when nobody writes it."""
    default = field.info.default
    return f"{field.meaning} Without it: `{default.value}`." if isinstance(default, StrEnum) else field.meaning


def _value(each: ValueType, context: dict[str, Any]) -> list[str]:
    """A type of value: right, wrong, and what is said of the wrong one."""
    for example in each.right:
        TypeAdapter(each.annotation).validate_python(example, context=context)
    lines = [
        f"### {each.word[0].upper()}{each.word[1:]}\n",
        f"{each.meaning}\n",
        f"- Right: {', '.join(f'`{example}`' for example in each.right)}",
    ]
    if each.wrong:
        refused = _refusal(each, context)
        lines.append(f"- Wrong: `{each.wrong}`. Drws says: “{refused.message}” – “{refused.fix}”")
    return [*lines, ""]


def _refusal(each: ValueType, context: dict[str, Any]) -> Sentence:
    """What Drws says of the wrong example."""
    try:
        TypeAdapter(each.annotation).validate_python(each.wrong, context=context)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        return sentences([Problem(Place("data"), detail["type"], dict(detail.get("ctx") or {}))], (), "en")[0]
    raise ValueError(f"{each.wrong!r} is not wrong for {each.name}")
