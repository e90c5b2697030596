"""`data/` and `content/` to a checked `Site`: what the command line and MkDocs both begin with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from drws.domains.guidance.content import page_paths, read_content
from drws.domains.registry import installed
from drws.kernel.entity import Entity
from drws.kernel.hindsight import without_hindsight
from drws.kernel.language import Language
from drws.kernel.palette import ThemePalette
from drws.kernel.partnership import Partnership
from drws.kernel.problem import Place, Problem, nearest
from drws.kernel.site import Site
from drws.kernel.text import Text
from drws.kernel.values import SLUG
from drws.kernel.withholding import withhold
from drws.planning.addresses import Addresses, addresses
from drws.planning.check import Subject
from drws.planning.domain import Domains, Reader
from drws.read.decode import Context, decode
from drws.read.drawings import read_drawings
from drws.read.earlier import Earlier
from drws.read.reader import Folder, read_records, read_value, read_values
from drws.read.theme import Theme
from drws.render.palette import read_palette
from drws.render.social.own import unfit_pictures
from drws.say.languages import is_known, packages_missing
from drws.say.string_files import read_strings
from drws.say.strings import Strings
from drws.say.usage import usage_problems
from drws.system.kept import Kept


@dataclass(frozen=True, slots=True)
class Sources:
    """The folders that a site is made from."""

    data: Path
    content: Path
    own_theme: Path
    """What the project has of a theme, over the package's. It need not be there."""
    kept: Kept | None = None
    """What earlier runs made of these files, where they keep it."""

    @property
    def theme(self) -> Theme:
        """Both of them."""
        return Theme.of(self.own_theme, self.kept)

    @property
    def folders(self) -> tuple[Folder, ...]:
        """The same, with the names that places use."""
        return Folder(self.data, "data", self.kept), Folder(self.content, "content", self.kept), *self.theme.layers


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of the sources: a site when there is enough to make one, and all problems in any case."""

    site: Site | None
    strings: Strings | None
    addresses: Addresses | None
    domains: Domains
    """The domains of the site: those that are installed and that it has not switched off."""
    theme: Theme
    """The theme of the site, with what its domains bring."""
    problems: tuple[Problem, ...]
    palette: ThemePalette | None = None
    """The colours of the theme."""
    drawings: Mapping[str, bytes] = field(default_factory=dict)
    """The drawings of the site, by name."""
    subject: Subject | None = None
    """What was checked: everything, also what the site does not show."""


def load(sources: Sources, as_of: date, today: date | None = None, *, domains: Domains | None = None) -> Loaded:
    """Read, decode, assemble and check. Every problem of every phase that could run is in the result.

    `today` is the real one where the site is made for a day in the past: what has been read and done since is no mistake. `domains` are
    those that could be in the site, by default all that are installed.
    """
    if sources.kept:
        sources.kept.begin()
    data, content, *_ = sources.folders
    [(value, problems)] = read_values([sources.data / "site.yml"], data)
    context = _context(value, data)
    available = domains or installed()
    domains = available.without(_switched_off(value))
    theme = sources.theme.under(domains.themes)
    if unknown := [*_languages_without_a_file(value, data), *_unfit_languages(context, data)]:
        return Loaded(None, None, None, domains, theme, (*problems, *unknown))
    partnership, found = (
        decode(available.partnership, value, data.logical(sources.data / "site.yml"), context) if value else (None, [])
    )
    problems += found
    languages, found = read_records(Language, data, Language.FOLDER, context)
    reading = _Reading(data, content, context, [*problems, *found])
    records = {model: reading.records(model) for model in domains.entities}
    authored, found = read_content(
        content,
        context,
        [model.KIND for model in domains.in_prose],
        [block.form for block in domains.blocks.values()],
    )
    strings, more = read_strings(theme, context.languages, sources.data, frozenset(context.partial))
    palette, unreadable = read_palette(theme)
    unfit = unfit_pictures(theme, context.languages)
    drawings, refused = read_drawings(data)
    reading.problems += [*found, *more, *unreadable, *refused, *unfit]
    datasets = {
        reader.kind: dataset
        for domain in domains
        for reader in domain.readers
        if (dataset := reading.dataset(reader, partnership)) is not None
    }
    if partnership is None or strings is None or not set(partnership.languages) <= languages.keys():
        return Loaded(None, strings, None, domains, theme, tuple(reading.problems))
    in_order = tuple(languages[code] for code in partnership.languages)
    reading.problems += packages_missing(partnership.languages)
    site = Site(partnership, in_order, as_of, records, authored, datasets)
    where = addresses(site, strings, domains)
    subject = Subject(
        site,
        where,
        domains,
        today=max(as_of, today or as_of),
        unread=reading.unread,
        unread_pages=page_paths(content, context.languages) - authored.keys(),
        palette=palette,
        strings=strings,
        drawings=frozenset(drawings)
        | frozenset(path.stem.removeprefix("drawing-") for path in theme.files("assets/drawing-*.svg").values()),
        earlier=Earlier(sources.kept),
    )
    problems = [
        *reading.problems,
        *_unknown_switches(partnership, available),
        *(problem for check in domains.checks for problem in check.check(subject)),
        *usage_problems(theme, strings),
    ]
    too_old = Text(
        {
            code: strings.say("withheld.text", code)
            for code in context.languages
            if strings.language_of("withheld.text", code) == code
        }
    )
    known = without_hindsight(site)
    if known is not site:
        lists = {model.KIND: page for model, page in domains.sections.items()}
        where = addresses(known, strings, domains).with_stand_ins(where, lists)
    shown = withhold(known, too_old)
    there = where if shown is known else where.adding(addresses(shown, strings, domains))
    return Loaded(shown, strings, there, domains, theme, tuple(problems), palette, drawings, subject)


def _switched_off(site_file: object) -> tuple[str, ...]:
    """The domains that a site does without, as its file is written."""
    named = site_file.get("without") if isinstance(site_file, dict) else None
    return tuple(name for name in named if isinstance(name, str)) if isinstance(named, list) else ()


def _unknown_switches(partnership: Partnership, available: Domains) -> list[Problem]:
    """Domains that a site does without and that nobody knows."""
    return [
        Problem(
            partnership.at("without", index),
            "value.choice",
            {
                "value": name,
                "nearest": nearest(name, available.optional_names),
                "known": ", ".join(available.optional_names),
            },
        )
        for index, name in enumerate(partnership.without)
        if name not in available.optional_names
    ]


def context_of(sources: Sources) -> Context:
    """What values need to know, for those who read single records."""
    data, *_ = sources.folders
    value, _ = read_value(sources.data / "site.yml", data)
    return _context(value, data)


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
        partial=tuple(code for code in tuple(ordered) or languages if _is_partial(code, data)),
        country=str(written.get("country", "")),
        financial_year_start=str(written.get("financial_year_start", "" if written else "unread")),
    )


def _is_partial(code: str, data: Folder) -> bool:
    value, _ = read_value(data.path / Language.FOLDER / f"{code}.yml", data)
    return isinstance(value, dict) and value.get("partial") == "true"


def _unfit_languages(context: Context, data: Folder) -> list[Problem]:
    """A language that nobody knows how to count in, or one in part where a complete one has to be."""
    problems = []
    for place, code in enumerate(context.languages):
        file = data.logical(data.path / Language.FOLDER / f"{code}.yml")
        if not is_known(code):
            problems.append(Problem(Place(file, ("code",)), "language.unknown", {"value": code}))
        if not place and code in context.partial:
            problems.append(Problem(Place(file, ("partial",)), "language.first"))
    return problems


@dataclass
class _Reading:
    """Reads folder after folder and collects what goes wrong."""

    data: Folder
    content: Folder
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

    def dataset(self, reader: Reader, partnership: Partnership | None) -> object | None:
        """What a reader makes of its files."""
        read = reader.read(getattr(self, reader.folder), self.context, partnership)
        self.problems += read.problems
        return read.dataset
