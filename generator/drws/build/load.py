"""`data/` and `content/` to a checked `Site`: what the command line and MkDocs both begin with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from drws.planning.addresses import Addresses, addresses
from drws.domains.checks import CHECKS
from drws.planning.check import Subject
from drws.domains.directory.contact.holidays import read_calendar
from drws.domains import ENTITIES
from drws.kernel.entity import Entity
from drws.kernel.language import Language
from drws.kernel.partnership import Partnership
from drws.kernel.hindsight import without_hindsight
from drws.domains.website.search.words import SearchWords
from drws.kernel.site import Site
from drws.kernel.text import Text
from drws.kernel.values import SLUG
from drws.kernel.withholding import withhold
from drws.kernel.problem import Place, Problem
from drws.domains.guidance.content import page_paths, read_content
from drws.read.decode import Context, decode
from drws.domains.directory.finder.read import read_geography
from drws.domains.figures.observation.read import read_observations
from drws.read.reader import Folder, read_record, read_records, read_value
from drws.say.strings import Strings, read_strings


@dataclass(frozen=True, slots=True)
class Sources:
    """The folders that a site is made from."""

    data: Path
    content: Path
    theme: Path

    @property
    def folders(self) -> tuple[Folder, Folder, Folder]:
        """The same, with the names that places use."""
        return Folder(self.data, "data"), Folder(self.content, "content"), Folder(self.theme, "theme")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of the sources: a site when there is enough to make one, and all problems in any case."""

    site: Site | None
    strings: Strings | None
    addresses: Addresses | None
    problems: tuple[Problem, ...]


def load(sources: Sources, as_of: date, today: date | None = None) -> Loaded:
    """Read, decode, assemble and check. Every problem of every phase that could run is in the result.

    `today` is the real one where the site is made for a day in the past: what has been read and done since is no mistake.
    """
    data, content, _ = sources.folders
    value, problems = read_value(sources.data / "site.yml", data)
    context = _context(value, data)
    if unknown := _languages_without_a_file(value, data):
        return Loaded(None, None, None, (*problems, *unknown))
    partnership, found = (
        decode(Partnership, value, data.logical(sources.data / "site.yml"), context) if value else (None, [])
    )
    languages, more = read_records(Language, data, Language.FOLDER, context)
    reading = _Reading(data, context, [*problems, *found, *more])
    records: dict[str, Any] = {model.FOLDER: reading.records(model) for model in ENTITIES}
    authored, found = read_content(content, context)
    strings, more = read_strings(sources.theme, context.languages)
    geography, unsound = read_geography(data, context)
    search_words, unread = _search_words(data, context)
    observations, unfit = read_observations(data, context)
    problems = [*reading.problems, *found, *more, *unsound, *unread, *unfit]
    if partnership is None or strings is None or not set(partnership.languages) <= languages.keys():
        return Loaded(None, strings, None, tuple(problems))
    calendar, unknown = read_calendar(partnership)
    problems += unknown
    in_order = tuple(languages[code] for code in partnership.languages)
    site = Site(
        partnership=partnership,
        languages=in_order,
        as_of=as_of,
        authored=authored,
        search_words=search_words,
        calendar=calendar,
        geography=geography,
        observations=observations,
        **records,  # a folder has the name of the field
    )
    where = addresses(site, strings)
    subject = Subject(
        site,
        where,
        today=max(as_of, today or as_of),
        unread=reading.unread,
        unread_pages=page_paths(content, context.languages) - authored.keys(),
        drawings=frozenset(path.stem.removeprefix("drawing-") for path in sources.theme.glob("assets/drawing-*.svg")),
    )
    problems += [problem for check in CHECKS for problem in check.check(subject)]
    too_old = Text({code: strings.say("withheld.text", code) for code in context.languages})
    shown = withhold(without_hindsight(site), too_old)
    everywhere = where if shown is site else where.adding(addresses(shown, strings))
    return Loaded(shown, strings, everywhere, tuple(problems))


def context_of(sources: Sources) -> Context:
    """What values need to know, for those who read single records."""
    data, _, _ = sources.folders
    value, _ = read_value(sources.data / "site.yml", data)
    return _context(value, data)


def _search_words(data: Folder, context: Context) -> tuple[SearchWords, list[Problem]]:
    """What people say when they search: a file that may be left out."""
    file = data.path / "search" / "words.yml"
    words, problems = read_record(SearchWords, file, data, context) if file.exists() else (None, [])
    return words or SearchWords(), problems


def _languages_without_a_file(site_file: object, data: Folder) -> list[Problem]:
    """Nothing else can be judged before it is known which languages there are."""
    named = site_file.get("languages") if isinstance(site_file, dict) else None
    codes = (
        [code for code in named if isinstance(code, str) and SLUG.fullmatch(code)] if isinstance(named, list) else []
    )
    files = [data.path / Language.FOLDER / f"{code}.yml" for code in codes]
    return [Problem(Place(data.logical(file), line=1, column=1), "file.missing") for file in files if not file.exists()]


def _context(site_file: object, data: Folder) -> Context:
    """What values need to know, from the files as they are: the records can be read although `site.yml` has a problem."""
    written = site_file if isinstance(site_file, dict) else {}
    languages = tuple(sorted(path.stem for path in (data.path / Language.FOLDER).glob("*.yml")))
    chosen = written.get("languages")
    ordered = [code for code in chosen if code in languages] if isinstance(chosen, list) else []
    return Context(
        languages=tuple(ordered) or languages,
        country=str(written.get("country", "")),
        financial_year_start=str(written.get("financial_year_start", "" if written else "unread")),
    )


@dataclass
class _Reading:
    """Reads folder after folder and collects what goes wrong."""

    data: Folder
    context: Context
    problems: list[Problem]
    unread: dict[str, frozenset[str]] = field(default_factory=dict)

    def records(self, model: type[Entity]) -> Mapping[str, Entity]:
        """Every record of one type."""
        records, found = read_records(model, self.data, model.FOLDER, self.context)
        self.problems += found
        if found:
            files = {path.stem for path in (self.data.path / model.FOLDER).glob("*.yml")}
            self.unread[model.FOLDER] = frozenset(files - records.keys())
        return records
