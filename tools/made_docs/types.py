"""Types of the model as an editor knows them: what they are called, what is right and wrong, and what an editor's own YAML takes them for."""

import ast
import inspect
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from importlib import import_module
from itertools import pairwise
from pkgutil import iter_modules
from textwrap import dedent
from types import NoneType
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from drws.domains.registry import installed
from drws.kernel import values
from drws.kernel.ids import Names
from drws.kernel.link import Link
from drws.kernel.names import AlternateNames
from drws.kernel.text import Text
from drws.planning.domain import Domains
from made_docs.markdown import anchor

ANY_SCALAR = ("string", "number", "boolean")
TEXT_OR_DIGITS = ("string", "integer")


class ValueType(NamedTuple):
    """A type of value."""

    name: str
    """What `generator/drws/kernel/values/` calls it. Its docstring there explains it, when it has one."""
    word: str
    several: str
    right: tuple[str, ...]
    wrong: str = ""
    explained: str = ""
    """What explains it when it has no docstring."""
    typed: tuple[str, ...] = ("string",)
    """What an editor's YAML may take it for, in JSON Schema's words: `12` is a number to it, and text to us."""
    pattern: str = ""
    """What its text looks like, as far as a pattern can say."""

    @property
    def annotation(self) -> Any:  # noqa: ANN401  an annotation is whatever Python allows
        """The type itself."""
        return getattr(values, self.name)

    @property
    def meaning(self) -> str:
        """One or two sentences."""
        return _docstrings().get(self.name) or self.explained


VALUE_TYPES = (
    ValueType(
        "Words",
        "words",
        "words",
        right=("Established official name; not seen in a source",),
        typed=ANY_SCALAR,
    ),
    ValueType(
        "Slug",
        "id",
        "ids",
        right=("letterbox-north-wales",),
        wrong="Letterbox North Wales",
        typed=TEXT_OR_DIGITS,
        pattern="[a-z0-9]+(-[a-z0-9]+)*",
    ),
    ValueType(
        "Colour",
        "colour",
        "colours",
        right=("#0b4f5c",),
        wrong="teal",
        explained="Six hexadecimal digits. YAML needs the quotes: without them `#` begins a comment.",
        typed=TEXT_OR_DIGITS,
        pattern="#[0-9a-fA-F]{6}",
    ),
    ValueType(
        "Phone",
        "phone number",
        "phone numbers",
        right=("029 2018 0123", "0808 157 0123", "+44 29 2018 0123", "999", "116 123"),
        wrong="029 2018 012",
        explained="A number of the country’s numbering plan, a short one included, spaced as people say it. In examples use numbers that Ofcom keeps for drama, "
        "like these; those that start with 01632 belong to no area, so Drws refuses them.",
        typed=TEXT_OR_DIGITS,
    ),
    ValueType(
        "PrintedPhone",
        "former phone number",
        "former phone numbers",
        right=("029 2018 0999", "(0222) 18 0999"),
        wrong="029 2018 CALL",
        typed=TEXT_OR_DIGITS,
    ),
    ValueType(
        "Email",
        "email address",
        "email addresses",
        right=("ymholiadau@dyffryn.example",),
        wrong="ymholiadau at dyffryn",
        explained="A mailbox. Drws looks at how it is written, not at whether it exists.",
        pattern=".+@.+",
    ),
    ValueType(
        "WebAddress",
        "web address",
        "web addresses",
        right=("https://dyffryn.example/",),
        wrong="dyffryn.example",
        pattern="https?://.+",
    ),
    ValueType(
        "Day",
        "day",
        "days",
        right=("2026-11-21",),
        wrong="21/11/2026",
        explained="A day of the calendar: year-month-day (ISO 8601).",
        pattern=r"\d{4}-\d{2}-\d{2}",
    ),
    ValueType(
        "Dated",
        "date",
        "dates",
        right=("2014", "2014-11", "2014-11-05"),
        wrong="November 2014",
        explained="A date as exactly as its source gives it: a year, a month of a year, or a day.",
        typed=TEXT_OR_DIGITS,
        pattern=r"\d{4}(-\d{2}){0,2}",
    ),
    ValueType(
        "RecurringDay",
        "recurring day",
        "recurring days",
        right=("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=31", "FREQ=MONTHLY;BYDAY=-1FR"),
        wrong="31 May each year",
        explained="A rule for days that come round again, as calendars write it (RFC 5545 `RRULE`): weekly, monthly or yearly. When it ends "
        "is a date of its own.",
        pattern=r"[A-Z]+=[-A-Z0-9,]+(;[A-Z]+=[-A-Z0-9,]+)*",
    ),
    ValueType(
        "TimeOfDay",
        "time of day",
        "times of day",
        right=("9:00", "16:30"),
        wrong="4.30pm",
        explained="Hours and minutes by the 24-hour clock.",
        typed=TEXT_OR_DIGITS,
        pattern=r"\d{1,2}:\d{2}",
    ),
    ValueType(
        "YesOrNo",
        "true or false",
        "true or false",
        right=("true", "false"),
        wrong="yes",
        explained="`true` for yes, `false` for no.",
        typed=("string", "boolean"),
        pattern="true|false",
    ),
    ValueType(
        "Number",
        "number",
        "numbers",
        right=("12",),
        wrong="twelve",
        explained="A whole number, in digits.",
        typed=TEXT_OR_DIGITS,
        pattern=r"\d{1,6}",
    ),
    ValueType(
        "LanguageCode",
        "language code",
        "language codes",
        right=("cy", "en"),
        wrong="welsh",
        explained="The code of one of the site’s languages.",
    ),
    ValueType(
        "SiteAddress",
        "site address",
        "site addresses",
        right=("https://drws.example/", "https://drws.example/mabwysiadu/"),
        wrong="https://drws.example",
        explained="Where the site is published: a web address with a slash at the end, and nothing after it.",
        pattern=r"https?://.+/",
    ),
    ValueType(
        "CountryCode",
        "country code",
        "country codes",
        right=("GB", "IE"),
        wrong="UK",
        explained="Two capital letters for a country, as ISO 3166-1 has them.",
        pattern=r"[A-Z]{2}",
    ),
    ValueType(
        "YearStart",
        "month of a year",
        "months of a year",
        right=("4",),
        wrong="April",
        typed=TEXT_OR_DIGITS,
        pattern="[2-9]|1[0-2]",
    ),
    ValueType(
        "Amount",
        "amount of money",
        "amounts of money",
        right=("0", "12", "12.50"),
        wrong="£12.5",
        typed=ANY_SCALAR,
        pattern=r"\d{1,6}(\.\d{2})?",
    ),
    ValueType(
        "CurrencyCode",
        "currency code",
        "currency codes",
        right=("GBP",),
        wrong="pounds",
        pattern=r"[A-Z]{3}",
    ),
    ValueType(
        "Figure",
        "figure",
        "figures",
        right=("312", "16.5", "2,300,000", "-45", "13000-27000"),
        wrong="more than 300",
        typed=ANY_SCALAR,
    ),
    ValueType(
        "ReportedPeriod",
        "reported period",
        "reported periods",
        right=(
            "2019-20",
            "2024",
            "2014-11",
            "2011-M12",
            "2018-03-31",
            "2015-04/2015-10",
            "../2018",
            "2015/..",
            "2023-24~",
            "undated",
        ),
        wrong="Nov-14",
        typed=TEXT_OR_DIGITS,
    ),
    ValueType(
        "NumberKind",
        "kind of number",
        "kinds of number",
        right=("toll_free", "fixed_line"),
        wrong="freephone",
    ),
    ValueType(
        "DiallingPrefix",
        "dialling prefix",
        "dialling prefixes",
        right=("+443", "116"),
        wrong="03",
        typed=TEXT_OR_DIGITS,
        pattern=r"\+\d{1,14}|[1-9]\d{1,5}",
    ),
    ValueType(
        "TelephoneKeys",
        "keys of a telephone",
        "keys of a telephone",
        right=("2", "18001", "*67#"),
        wrong="two",
        typed=TEXT_OR_DIGITS,
    ),
    ValueType(
        "NumberShape",
        "shape of a number",
        "shapes of numbers",
        right=("999 999 9999", "AA 99 99 99 A"),
        wrong="999.999",
        typed=TEXT_OR_DIGITS,
        pattern=r"[9A]+([ -][9A]+)*",
    ),
    ValueType(
        "CheckDigits",
        "name of check digits",
        "names of check digits",
        right=("gb.nhs",),
        wrong="nhs",
        pattern=r"[a-z]{2}\.[a-z_]+",
    ),
    ValueType(
        "TimeZone",
        "time zone",
        "time zones",
        right=("Europe/London",),
        wrong="GMT+1 or so",
    ),
    ValueType(
        "Postcode",
        "postcode",
        "postcodes",
        right=("LL99 9ZZ",),
        wrong="LL99 99",
        explained="A postcode of the United Kingdom, as it stands on an envelope.",
    ),
    ValueType(
        "PostcodeStart",
        "beginning of a postcode",
        "beginnings of postcodes",
        right=("CF", "CF10"),
        wrong="10",
        pattern=r"[A-Z]{1,2}([0-9][A-Z0-9]?)?|[A-Z]{3}",
    ),
    ValueType(
        "PostcodeLine",
        "line of postcodes",
        "lines of postcodes",
        right=("o", "d3-AfJLe"),
        wrong="Cardiff",
        pattern=r"[a-z\-]([0-9][a-z\-]?([A-Z]+[a-z\-])*)*",
    ),
    ValueType(
        "DrawnPath",
        "outline",
        "outlines",
        right=("M10 10l20 0 0 20z",),
        wrong="M10 10 L 30 10",
        pattern=r"(M[0-9 \-]+l[0-9 \-]+z)+",
    ),
    ValueType(
        "GssCode",
        "GSS code",
        "GSS codes",
        right=("W06000015",),
        wrong="W6000015",
        explained="The code that the Office for National Statistics gives an area: a letter and eight digits.",
        pattern=r"[A-Z]\d{8}",
    ),
    ValueType(
        "PartedWord",
        "parted word",
        "parted words",
        right=("ban|gor", "aberhon|ddu"),
        wrong="bangor",
        explained="A word with one bar between two letters that only look like one letter of the alphabet.",
        pattern=r"[^|]+\|[^|]+",
    ),
)
"""Every type of `generator/drws/kernel/values/`. One that is missing here stops `make docs`, and with it the tests."""

BY_LANGUAGE: dict[Any, tuple[str, str, str]] = {
    Text: ("text", "texts", "text-in-every-language"),
    Link: ("web page", "web pages", "a-web-page-of-others"),
    AlternateNames: ("other names", "other names", "other-names"),
}
"""Types that hold something for each language: one, several, and where the dictionary explains them."""


def value_type(annotation: Any) -> ValueType:  # noqa: ANN401
    """The value type with this annotation. Raises KeyError when it is not among `VALUE_TYPES`."""
    for each in VALUE_TYPES:
        if each.annotation == _unmarked(annotation):
            return each
    raise KeyError(annotation)


def _unmarked(annotation: Any) -> Any:  # noqa: ANN401
    """The type of an id without what it names."""
    bare, *marks = get_args(annotation) or (annotation,)
    kept = tuple(mark for mark in marks if not isinstance(mark, Names))
    return Annotated[(bare, *kept)] if len(kept) < len(marks) else annotation


def named_by(annotation: Any) -> str:  # noqa: ANN401
    """Where what an id names is to be found: ` (`contacts`)`. Empty for what is no id of something else."""
    marks = [mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, Names)]
    return f" ({', '.join(f'`{name}`' for name in _folders(marks[0].collections))})" if marks else ""


def type_words(annotation: Any, *, several: bool = False) -> str:  # noqa: ANN401
    """A type in an editor's words, with a link to what explains it."""
    if NoneType in get_args(annotation):
        return type_words(inner(annotation), several=several)
    if get_origin(annotation) is tuple:
        return f"list of {type_words(inner(annotation), several=True)}"
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        *first, last = (f"`{choice.value}`" for choice in annotation)
        return f"{', '.join(first)} {'and' if several else 'or'} {last}"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"[{called(annotation)}{'s' if several else ''}](#{called(annotation).replace(' ', '-')})"
    if annotation in BY_LANGUAGE:
        one, more, where = BY_LANGUAGE[annotation]
        return f"[{more if several else one}](#{where})"
    found = value_type(annotation)
    return f"[{found.several if several else found.word}](#{anchor(found.word)}){named_by(annotation)}"


def called(model: type[BaseModel]) -> str:
    """A type's name as words: `KindOfHelp` is a kind of help."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in model.__name__).strip()


def heading(model: type[BaseModel]) -> str:
    """The same, as a heading."""
    name = called(model)
    return name[0].upper() + name[1:]


def inner(annotation: Any) -> Any:  # noqa: ANN401
    """What an optional value holds when it is there, and what a list is a list of."""
    return next(part for part in get_args(annotation) if part is not NoneType)


class Field(NamedTuple):
    """A field of a model."""

    name: str
    annotation: Any
    info: FieldInfo
    meaning: str
    """Its docstring."""


def fields_of(model: type[BaseModel]) -> Iterator[Field]:
    """Every field, those that it has from others first."""
    annotations = get_type_hints(model, include_extras=True)
    meanings = {name: said for each in reversed(model.__mro__[:-2]) for name, said in _meanings(each).items()}
    for name, field in model.model_fields.items():
        yield Field(name, annotations[name], field, meanings[name])


@cache
def _meanings(model: type) -> dict[str, str]:
    """The docstrings under the fields that a class has itself."""
    if model.__module__ == Domains.__module__:
        return {}  # put together of others
    (written,) = ast.parse(dedent(inspect.getsource(model))).body
    return _docstrings_in(written.body) if isinstance(written, ast.ClassDef) else {}


def parts_of(models: Iterable[type[BaseModel]]) -> list[type[BaseModel]]:
    """The pieces that records are made of, in the order in which they are met."""
    met: dict[type[BaseModel], None] = {}
    for model in models:
        for field in fields_of(model):
            for part in _pieces(field.annotation):
                met.update(dict.fromkeys([part, *parts_of([part])]))
    return list(met)


def _pieces(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _pieces(part)


@cache
def _docstrings() -> dict[str, str]:
    """The docstring under each value type."""
    modules = (import_module(f"{values.__name__}.{each.name}") for each in iter_modules(values.__path__))
    trees = (ast.parse(inspect.getsource(module)) for module in modules)
    return {name: said for tree in trees for name, said in _docstrings_in(tree.body).items()}


def _docstrings_in(statements: Iterable[ast.stmt]) -> dict[str, str]:
    """By name, the string that stands under it."""
    return {
        target.id: " ".join(after.value.value.split())
        for node, after in pairwise(statements)
        if isinstance(node, (ast.Assign, ast.AnnAssign))
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
        and isinstance(after, ast.Expr)
        and isinstance(after.value, ast.Constant)
        and isinstance(after.value.value, str)
    }


def _folders(collections: tuple[str, ...]) -> Iterator[str]:
    """Collections as an editor knows them: a role by the folders of the types that play it."""
    for name in collections:
        playing = [model.FOLDER for model in installed().entities if name in model.roles()]
        yield from playing or [name]
