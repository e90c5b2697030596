"""What a subject brings to a site: one value, registered once (docs/add-a-domain.md)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeAlias, cast

from pydantic import create_model

from drws.kernel.entity import Entity, Part
from drws.kernel.partnership import Partnership
from drws.kernel.problem import Problem
from drws.kernel.site import Site
from drws.planning.addresses import Naming
from drws.planning.check import Check
from drws.planning.dataset import Dataset
from drws.planning.export import Export
from drws.planning.page_block import BlockKind
from drws.planning.page_plan import PagePlan
from drws.planning.panel import Panel
from drws.planning.plan import Planner
from drws.planning.upkeep import Upkeep, Weight
from drws.read.decode import Context
from drws.read.reader import Folder

PageType: TypeAlias = Callable[[Planner], Iterator[PagePlan]]
"""Plans every page of one type in one language."""


class Read(NamedTuple):
    """What a reader made of its files."""

    dataset: Any | None
    """A value of the reader's kind; none where there are no such files, or where they cannot be read."""
    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads something that is no record in a file of its own: a table, postcodes, public holidays, the text of a policy."""

    kind: type
    """The type of what it reads. `site.dataset(kind)` gives it back."""
    read: Callable[[Folder, Context, Partnership | None], Read]
    folder: Literal["data", "content"] = "data"
    """Which of the site's folders it is handed."""


class SinglePage(NamedTuple):
    """A page that exists once in each language."""

    name: str
    """How links name it, and the rest of its keys `page.<name>`, `lead.<name>` and `address.<name>`."""
    of: tuple[type[Entity], ...] = ()
    """It is there when there is a record of one of these types, or always when none is named."""
    above: str = ""
    """The page that leads to it, where that is not the home page."""
    order: int = 0
    """Its place among the pages below the same page."""
    path: str | None = None
    """Its address from the root of the language, where it is not made of `address.<name>`."""
    languages: int = 1
    """How many languages a site has at least for it to be there."""
    when: Callable[[Site], bool] | None = None
    """It is there when this says so of the site, where more than records decides."""

    def is_in(self, site: Site) -> bool:
        """Has the site anything to say on it?"""
        has_records = not self.of or any(site.all(model) for model in self.of)
        return len(site.languages) >= self.languages and has_records and (self.when is None or self.when(site))


def _no_addresses(_naming: Naming) -> Iterator[tuple[str, str]]:
    return iter(())


def _no_assets(_site: Site) -> Mapping[str, bytes]:
    return {}


def _no_functions(_planner: Planner) -> Mapping[str, Callable[..., Any]]:
    return {}


@dataclass(frozen=True)
class Domain:
    """A subject: its records, rules, pages and files, and what it adds to the pages of those before it."""

    name: str
    """Its folder in `theme/`, and of its package: `directory`."""
    theme: Path | None = None
    """For a domain of another package: its folder of templates and words, laid out like `theme/`."""
    entities: tuple[type[Entity], ...] = ()
    """Types whose records stand one a file in a folder of their own, in the order they are read."""
    settings: tuple[type[Part], ...] = ()
    """What `data/site.yml` can say about it."""
    readers: tuple[Reader, ...] = ()
    checks: tuple[Check, ...] = ()
    launch_checks: tuple[Check, ...] = ()
    """What must hold before the site is launched (`drws ready`): an error stands in the way, a warning does not. No build asks them."""
    single_pages: tuple[SinglePage, ...] = ()
    sections: Mapping[type[Entity], str] = field(default_factory=dict)
    """The types of record that have a page each, and the page that lists them."""
    pages: tuple[PageType, ...] = ()
    addresses: Callable[[Naming], Iterator[tuple[str, str]]] = _no_addresses
    """Names and addresses of everything else: parts of lists, files to save. From the root of the site."""
    panels: tuple[Panel, ...] = ()
    in_prose: Mapping[type[Entity], str] = field(default_factory=dict)
    """The types of record that hand-written pages can show in a sentence, `<contact:letterbox>`, and the template of each: its macro
    `in_prose` says the record."""
    blocks: tuple[BlockKind, ...] = ()
    """The kinds of block that hand-written pages can have: `::: services kind_of_help=letterbox`."""
    named_in_prose: Mapping[type[Entity], Callable[[Any, str], Iterable[str]]] = field(default_factory=dict)
    """The types of record to whose pages hand-written words link where they name one first, and what names a record in a language."""
    exports: tuple[Export, ...] = ()
    datasets: tuple[Dataset, ...] = ()
    """What others can use of the files that it exports, for the page that lists them."""
    documents: tuple[PageType, ...] = ()
    """What can be kept as a PDF (`drws build --pdf`). Each plan is that of the page that leads to the PDF, with a path and a template of its
    own; the stylesheet stands beside the template, under the same name."""
    assets: Callable[[Site], Mapping[str, bytes]] = _no_assets
    """Files beside the theme's own that are made from the data, by the name that templates know them by."""
    functions: Callable[[Planner], Mapping[str, Callable[..., Any]]] = _no_functions
    """What templates of one language can call, also as filters: facts that follow from the whole site, and how something is said."""
    upkeep: tuple[Upkeep, ...] = ()
    """What has to be done for its facts to stay right, as the page for the people who run the site lists it."""
    is_required: bool = False
    """Does every site have it? Then `without` in `data/site.yml` cannot name it."""
    background_kinds: frozenset[str] = frozenset()
    """Kinds of page, as search calls them, that say how the service is run: their words count less in search."""


@dataclass(frozen=True)
class Domains:
    """The domains of a site, in their order: each may know those before it."""

    members: tuple[Domain, ...]

    def __iter__(self) -> Iterator[Domain]:
        """In their order."""
        return iter(self.members)

    def without(self, names: Iterable[str]) -> "Domains":
        """Those that a site has not switched off."""
        off = set(names)
        return Domains(tuple(each for each in self.members if each.is_required or each.name not in off))

    @cached_property
    def optional_names(self) -> tuple[str, ...]:
        """Those that a site can do without."""
        return tuple(domain.name for domain in self.members if not domain.is_required)

    @cached_property
    def packages(self) -> frozenset[str]:
        """The packages whose code says what the records and the files of the readers are."""
        types = chain(self.entities, (reader.kind for domain in self.members for reader in domain.readers))
        return frozenset(each.__module__.partition(".")[0] for each in types)

    @cached_property
    def themes(self) -> tuple[Folder, ...]:
        """What domains of other packages bring of a theme."""
        return tuple(Folder(domain.theme, f"{domain.name}-theme") for domain in self.members if domain.theme)

    @cached_property
    def entities(self) -> tuple[type[Entity], ...]:
        """Every type of record."""
        return tuple(model for domain in self.members for model in domain.entities)

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """Every rule over the whole site."""
        return tuple(check for domain in self.members for check in domain.checks)

    @cached_property
    def launch_checks(self) -> tuple[Check, ...]:
        """What must hold before the site is launched."""
        return tuple(check for domain in self.members for check in domain.launch_checks)

    @cached_property
    def exports(self) -> tuple[Export, ...]:
        """Every kind of file that is no page."""
        return tuple(export for domain in self.members for export in domain.exports)

    @cached_property
    def upkeep(self) -> tuple[Upkeep, ...]:
        """Every kind of thing that has to be done for a site to stay right, what weighs most first."""
        kinds = (kind for domain in self.members for kind in domain.upkeep)
        return tuple(sorted(kinds, key=lambda kind: list(Weight).index(kind.weight)))

    @cached_property
    def datasets(self) -> tuple[Dataset, ...]:
        """What others can use, in the order of the domains."""
        return tuple(dataset for domain in self.members for dataset in domain.datasets)

    @cached_property
    def sections(self) -> Mapping[type[Entity], str]:
        """The types of record that have a page each, and the page that lists them."""
        return {model: page for domain in self.members for model, page in domain.sections.items()}

    @cached_property
    def lists(self) -> frozenset[str]:
        """The pages that list the records of a type."""
        return frozenset(self.sections.values())

    @cached_property
    def in_prose(self) -> Mapping[type[Entity], str]:
        """The types of record that hand-written pages can show in a sentence, and the template that says each."""
        return {model: template for domain in self.members for model, template in domain.in_prose.items()}

    @cached_property
    def blocks(self) -> Mapping[str, BlockKind]:
        """Every kind of block that hand-written pages can have, by the word that begins it."""
        return {kind.form.kind: kind for domain in self.members for kind in domain.blocks}

    @cached_property
    def named_in_prose(self) -> Mapping[type[Entity], Callable[[Any, str], Iterable[str]]]:
        """The types of record to which hand-written words link where they name one first, and what names a record in a language."""
        return {model: names for domain in self.members for model, names in domain.named_in_prose.items()}

    @cached_property
    def above(self) -> Mapping[str, str]:
        """The pages that lie below another one than the home page, and that one."""
        return {page.name: page.above for domain in self.members for page in domain.single_pages if page.above}

    @cached_property
    def background_kinds(self) -> frozenset[str]:
        """Kinds of page whose words count less in search."""
        return frozenset(kind for domain in self.members for kind in domain.background_kinds)

    @cached_property
    def partnership(self) -> type[Partnership]:
        """The type of `data/site.yml`: what every site says, and what each domain adds."""
        settings = tuple(each for domain in self.members for each in domain.settings)
        bases: Any = (*settings, Partnership)
        return cast("type[Partnership]", create_model("Partnership", __base__=bases, __doc__=Partnership.__doc__))

    def single_pages(self, site: Site) -> tuple[SinglePage, ...]:
        """The pages that exist once in each language of a site."""
        pages = (page for domain in self.members for page in domain.single_pages)
        return tuple(page for page in pages if page.is_in(site))

    def below(self, name: str, site: Site) -> tuple[str, ...]:
        """The names of the pages below one that exists once, in their order."""
        pages = (page for page in self.single_pages(site) if page.above == name)
        return tuple(page.name for page in sorted(pages, key=lambda page: page.order))

    def panels_on(self, model: type[Entity]) -> tuple[Panel, ...]:
        """What the domains add to pages of a type."""
        return self._panels[model]

    def panels_on_page(self, name: str) -> tuple[Panel, ...]:
        """What the domains add to a page that exists once."""
        return tuple(panel for domain in self.members for panel in domain.panels if name in panel.on)

    @cached_property
    def _panels(self) -> Mapping[type[Entity], tuple[Panel, ...]]:
        panels = [panel for domain in self.members for panel in domain.panels]
        return {model: tuple(panel for panel in panels if panel.stands_on(model)) for model in self.entities}

    def of(self, model: type[Entity]) -> Domain:
        """The domain of a type of record. Raises KeyError for one that has none: our own mistake."""
        return self._by_type[model]

    @cached_property
    def _by_type(self) -> Mapping[type[Entity], Domain]:
        return {model: domain for domain in self.members for model in domain.entities}
