"""Everything that a site says, wherever it stands: each text with its place, and whose it is."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import partial
from itertools import chain
from typing import NamedTuple

from pydantic import BaseModel

from drws.domains.directory.contact.record import ContactPhone
from drws.domains.directory.finder.geography import Geography
from drws.domains.figures.observation.queries import tables
from drws.domains.figures.observation.record import Series
from drws.domains.policies.text.queries import policy_texts
from drws.domains.policies.text.record import Passage, PolicyText
from drws.domains.website.search.read import best_bets, search_topics, search_words
from drws.domains.website.settings import PersonalNumber
from drws.kernel.authored import AuthoredPage
from drws.kernel.entity import Disclosure, Entity
from drws.kernel.link import Link
from drws.kernel.names import AlternateNames
from drws.kernel.problem import Place
from drws.kernel.site import Site
from drws.kernel.text import Text
from drws.kernel.values import PhoneNumber

Path = tuple[str | int, ...]

_CODE = re.compile(r"<pre><code[^>]*>(.*?)</code></pre>", re.DOTALL)


class Said(NamedTuple):
    """Words, an address, or a telephone number in a field of its own, and where it stands."""

    words: str
    file: str
    owner: str
    """The file whose exemptions are about it: a record, also for the text of a policy, or a page in its first language."""
    path: Path = ()
    line: int = 0
    column: int = 0
    number_kind: str = ""
    """Of a telephone number in a field of its own, its kind."""

    @property
    def place(self) -> Place:
        """Where it stands, for a problem."""
        return Place(self.file, self.path, line=self.line, column=self.column)


def of_model(part: BaseModel, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Every text of a record, with the way that leads to it, and its kind where it is a telephone number."""
    for name, value in part.__dict__.items():
        if type(value) is str:
            if name != "id" and not name.endswith("_id"):  # the name of a record
                yield (*path, name), value, ""
        elif value and not name.endswith("_ids"):
            yield from _of_value(value, (*path, name), part)


def _of_value(value: object, path: Path, part: BaseModel) -> Iterator[tuple[Path, str, str]]:
    match value:
        case tuple():
            for index, each in enumerate(value):
                yield from _of_value(each, (*path, index), part)
        case Text() | Link() | AlternateNames():
            yield from (((*path, *step), words, "") for step, words in _in_languages(value))
        case PhoneNumber():
            is_texted = isinstance(part, ContactPhone) and not part.is_rung
            yield path, value.text, "text" if is_texted else value.kind or "unknown"
        case Enum() | Disclosure() | PersonalNumber():
            return
        case BaseModel():
            yield from of_model(value, path)
        case str():
            yield path, value, ""


def _in_languages(value: Text | Link | AlternateNames) -> Iterator[tuple[Path, str]]:
    """What is said in each language."""
    if isinstance(value, Link):
        yield from (((code,), address) for code, address in value.addresses.items())
    elif isinstance(value, AlternateNames):
        yield from (((code, index), name) for code, names in value.names.items() for index, name in enumerate(names))
    else:
        yield from (((code,), words) for code, words in value.words.items())
        yield from ((("familiar", code), words) for code, words in (value.familiar or {}).items())
        if value.same:
            yield ("same",), value.same
        for code, awaited in (value.awaited or {}).items():
            yield from ((("awaited", code, "reason", *step), words) for step, words in _in_languages(awaited.reason))


class Part(NamedTuple):
    """Something that says more than one thing."""

    files: tuple[str, ...]
    """The files that it follows from."""
    said: Callable[[], Iterable[Said]]
    """All that it says."""


def everything(site: Site) -> Iterator[Part]:
    """All of it: each record, the texts of each policy, each page, and what else there is."""
    for record in (site.partnership, *site.entities):
        yield Part((record.at().file,), partial(_of_record, record))
    yield from _of_policies(site)
    for page in site.authored.values():
        files = {text.file: text for text in page.texts.values()}
        yield Part(tuple(files), partial(_of_page, page))
    yield from _of_other_data(site)


def owner_of(page: AuthoredPage) -> str:
    """The file that stands for a page in all its languages."""
    return next(iter(page.texts.values())).file


def _of_record(record: Entity) -> Iterator[Said]:
    file = record.at().file
    yield from (Said(words, file, file, path, number_kind=kind) for path, words, kind in of_model(record))


def _of_other_data(site: Site) -> Iterator[Part]:
    """Tables of figures, what people type when they search, what the finder answers, and what languages say of themselves."""
    owner = site.partnership.at().file
    for series in tables(site).values():
        yield Part((series.file,), partial(_of_table, series, owner))
    others: list[tuple[str, BaseModel]] = [(f"data/{each.FOLDER}/{each.code}.yml", each) for each in site.languages]
    if geography := site.dataset(Geography):
        others.append((geography.finder.at().file, geography.finder))
    others += [("data/search/words.yml", search_words(site)), ("data/search/best_bets.yml", best_bets(site))]
    others += search_topics(site).files.items()
    for file, model in others:
        yield Part((file,), partial(_of_file, file, model, owner))


def _of_table(series: Series, owner: str) -> Iterator[Said]:
    for index, observation in enumerate(series.observations):
        for path, words, _ in of_model(observation):
            column = "_".join(map(str, path)) if path[0] == "note" else str(path[0])
            place = series.at(index, column)
            yield Said(words, place.file, owner, (column,), place.line, place.column)


def _of_file(file: str, model: BaseModel, owner: str) -> Iterator[Said]:
    yield from (Said(words, file, owner, path) for path, words, _ in of_model(model))


def _of_page(page: AuthoredPage) -> Iterator[Said]:
    """A hand-written page: what stands above it, its words, where its links lead, and its code."""
    owner = owner_of(page)
    for text in {text.file: text for text in page.texts.values()}.values():
        yield from (Said(words, text.file, owner, path) for path, words, _ in of_model(text.front_matter))
        code = chain(*(_CODE.findall(piece) for piece in text.html))
        for block in text.blocks:
            words = html.unescape(next(code, "")) if block.kind == "code" else block.words
            first_line = block.kind if block.kind.startswith(":::") else ""
            said = filter(None, (words, first_line, *block.targets))
            yield from (Said(each, text.file, owner, (), block.line, 1) for each in said)


def _of_policies(site: Site) -> Iterator[Part]:
    """The texts of each policy and what is asked about it."""
    texts = policy_texts(site)
    for text in chain(texts.by_version.values(), texts.annexes.values()):
        yield Part(tuple({each.file: each for each in text.opening.values()}), partial(_of_text, text))
    for id_, questions in texts.questions.items():
        file = f"content/policies/{id_}/questions.yml"
        yield Part((file,), partial(_of_file, file, questions, f"data/policies/{id_}.yml"))


def _of_text(text: PolicyText) -> Iterator[Said]:
    owner = f"data/policies/{text.policy_id}.yml"
    for passages in (text.opening, *(clause.texts for clause in text.clauses)):
        yield from _of_passages(passages, owner)


def _of_passages(passages: Mapping[str, Passage], owner: str) -> Iterator[Said]:
    for passage in {id(each): each for each in passages.values()}.values():
        yield Said(passage.title, passage.file, owner, (), passage.line, 1)
        for block, line in zip(passage.linked_blocks, passage.block_lines, strict=True):
            yield Said("".join([words for words, _ in block]), passage.file, owner, (), line, 1)
            yield from (Said(target, passage.file, owner, (), line, 1) for _, target in block if target)
