"""What every page type plans its pages with, in one language."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from drws.kernel.entity import Entity, Translation
from drws.kernel.language import Language
from drws.kernel.problem import Place
from drws.kernel.site import Site
from drws.kernel.text import Said, Text
from drws.kernel.values import PartialDate
from drws.planning.addresses import Addresses, Target, name_of
from drws.planning.page_plan import Crumb, PagePlan, PageUrl
from drws.planning.panel import PanelView
from drws.planning.summary import joined
from drws.say.collation import SortKey, alphabetical
from drws.say.foreign_words import borrowed
from drws.say.strings import Strings, date_in_words

if TYPE_CHECKING:
    from drws.planning.domain import Domains

E = TypeVar("E", bound=Entity)
T = TypeVar("T")

PAGE_TYPES = {"contact": "ContactPage", "search": "SearchResultsPage"}
"""What schema.org calls the pages that exist once, where it has a word for them. Those that list records are collections."""


@dataclass(frozen=True)
class Planner:
    """What every page type needs in order to plan its pages in one language."""

    site: Site
    strings: Strings
    addresses: Addresses
    language: Language
    domains: "Domains"
    _kept: dict[Callable[..., object], object] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, function: Callable[["Planner"], T]) -> T:
        """What a function makes of the site in this language: worked out once, however many pages show it."""
        if function not in self._kept:
            self._kept[function] = function(self)
        return cast("T", self._kept[function])

    @property
    def code(self) -> str:
        """The code of the language."""
        return self.language.code

    def say(self, key: str, /, **values: Any) -> str:  # noqa: ANN401  whatever the sentence needs
        """UI words in the language."""
        return self.strings.say(key, self.code, **values)

    def printed(self, words: str, language: str) -> str:
        """Words for a page to print, and for nothing else: they say their language where it is another."""
        return words if language == self.code else borrowed(words, language)

    def date(self, day: date | PartialDate) -> str:
        """A date in words, as exactly as it is known."""
        return date_in_words(self.code, day.year, day.month, day.day)

    def plain(self, text: Text) -> str:
        """A text as a plain string, in the language where it is there."""
        return text.in_language(self.code).words

    def foreign(self, text: Text) -> str | None:
        """The language of a text, where it is another than that of the page."""
        language = text.in_language(self.code).language
        return None if language == self.code else language

    def url(self, target: Target) -> str:
        """The address of a page in the language."""
        return self.addresses.url(target, self.code)

    def by_name(self, entities: Iterable[E], name: Callable[[E], Text] | None = None) -> tuple[E, ...]:
        """Records in the alphabetical order of the language: by their names, or by another text of theirs."""
        return tuple(sorted(entities, key=self._order(name) if name else self._order_by_name))

    @cached_property
    def _order_by_name(self) -> Callable[[Entity], tuple[SortKey, str]]:
        return cache(self._order(lambda entity: entity.name))  # a record stands in many lists

    def _order(self, name: Callable[[E], Text]) -> Callable[[E], tuple[SortKey, str]]:
        key = alphabetical(self.language)
        return lambda entity: (key(self.plain(name(entity))), entity.id)

    def page(self, name: str, template: str, view: Any, **more: Any) -> Iterator[PagePlan]:  # noqa: ANN401  each page type has its own view
        """A page that exists once in each language, where the site has anything to say on it."""
        if not self.addresses.has(name, self.code):
            return
        yield self._plan(
            name,
            title=self.say(f"page.{name}"),
            title_language=self._borrowed_from(f"page.{name}"),
            template=template,
            view=view,
            breadcrumbs=() if name == "home" else self._way_to(self.domains.above.get(name)),
            description=self.say(f"lead.{name}"),
            description_language=self._borrowed_from(f"lead.{name}"),
            page_type=PAGE_TYPES.get(name, "CollectionPage" if name in self.domains.lists else "WebPage"),
            translation=Translation.DRAFT if self.strings.is_draft else Translation.REVIEWED,
            panels=tuple(
                PanelView(panel.slot, panel.template, panel.view(name, self))
                for panel in self.domains.panels_on_page(name)
            ),
            **more,
        )

    def entity_page(
        self,
        entity: Entity,
        title: Text | Said,
        description: Text,
        view: Any,  # noqa: ANN401
        *,
        kind: str = "",
        **more: Any,  # noqa: ANN401  other fields of the plan
    ) -> PagePlan:
        """The page of one record. Search calls it by its `kind`, or else by what the record is."""
        said = title if isinstance(title, Said) else title.in_language(self.code)
        section = self.domains.sections[type(entity)]
        return self._plan(
            name_of(entity),
            title=said.words,
            title_language=said.language if said.language not in (None, self.code) else None,
            template=f"{self.domains.of(type(entity)).name}/{entity.KIND.replace('_', '-')}.html",
            view=view,
            breadcrumbs=self._way_to(section),
            description=self.plain(description),
            translation=entity.translation,
            source=entity.at(),
            last_reviewed=entity.assured_date,
            kind=kind or entity.KIND,
            panels=tuple(
                PanelView(panel.slot, panel.template, panel.view(entity, self))
                for panel in self.domains.panels_on(type(entity))
            ),
            **more,
        )

    def list_page(  # noqa: PLR0913  all but the first are fields of the plan
        self,
        name: str,
        title: str,
        template: str,
        view: Any,  # noqa: ANN401
        *,
        above: str,
        lead: str = "",
    ) -> PagePlan:
        """A list that is part of the page `above`: its title says what is in it. Search finds what is listed instead.

        `lead` is the key of what is said of every such list, where what is said of the whole page would not be true of a part of it.
        """
        said = self.say(lead or f"lead.{above}")
        return self._plan(
            name,
            title=title,
            template=template,
            view=view,
            breadcrumbs=self._way_to(above),
            description=said,
            summary=joined(title, said),
            translation=Translation.DRAFT if self.strings.is_draft else Translation.REVIEWED,
            is_searchable=False,
            page_type="CollectionPage",
        )

    def part_page(  # noqa: PLR0913  likewise
        self,
        name: str,
        entity: Entity,
        title: str,
        template: str,
        view: Any,  # noqa: ANN401
        *,
        about: Text,
    ) -> PagePlan:
        """A page that is part of a record's: an earlier version, a comparison. Search finds the record's own page instead.

        `about` says what the record is.
        """
        return self._plan(
            name,
            title=title,
            template=template,
            view=view,
            breadcrumbs=(
                *self._way_to(self.domains.sections[type(entity)]),
                Crumb(self.printed(*self._said(entity.name)), self.url(entity)),
            ),
            description=title,
            summary=joined(title, self.plain(about)),
            translation=entity.translation,
            source=entity.at(),
            kind=entity.KIND,
            is_searchable=False,
        )

    def _said(self, text: Text) -> tuple[str, str]:
        said = text.in_language(self.code)
        return said.words, said.language or self.code

    def authored_page(self, path: str, view: Any, **more: Any) -> PagePlan:  # noqa: ANN401
        """A hand-written page."""
        page = self.site.authored[path]
        front_matter = page.texts[self.code].front_matter
        spoken = None if page.texts[self.code].language == self.code else page.texts[self.code].language
        updates = front_matter.updates_by(self.site.as_of)
        folders = ("/".join(path.split("/")[:depth]) for depth in range(1, path.count("/") + 1))
        above = {each: self.site.authored[each].texts[self.code] for each in folders if each in self.site.authored}
        return self._plan(
            f"page:{path}" if path else "home",
            title=front_matter.title,
            title_language=spoken,
            description_language=spoken,
            template="main.html" if path else "guidance/home.html",
            view=view,
            breadcrumbs=(
                self._home(),
                *(
                    Crumb(self.printed(text.front_matter.title, text.language), self.url(f"page:{each}"))
                    for each, text in above.items()
                ),
            )
            if path
            else (),
            description=front_matter.description,
            translation=front_matter.translation,
            source=Place(page.texts[self.code].file, line=1, column=1),
            last_reviewed=front_matter.last_read,
            published_date=front_matter.published_by(self.site.as_of),
            updated_date=updates[0].date if updates else None,
            **more,
        )

    def _way_to(self, page: str | None) -> tuple[Crumb, ...]:
        """From the home page to a page that exists once, itself included. A page that the site does not have is passed over."""
        way: tuple[Crumb, ...] = ()
        while page and self.addresses.has(page, self.code):
            way = (Crumb(self._printed(f"page.{page}"), self.url(page)), *way)
            page = self.domains.above.get(page)
        return (self._home(), *way)

    def _home(self) -> Crumb:
        return Crumb(self._printed("page.home"), self.url("home"))

    def _borrowed_from(self, key: str) -> str | None:
        """The language of UI words that are missing in this one."""
        spoken = self.strings.language_of(key, self.code)
        return None if spoken == self.code else spoken

    def _printed(self, key: str) -> str:
        return self.printed(self.say(key), self.strings.language_of(key, self.code))

    def _plan(self, name: str, *, title_language: str | None = None, **more: Any) -> PagePlan:  # noqa: ANN401
        path = self.addresses.path(name, self.code)
        return PagePlan(
            name=name,
            language=self.code,
            path=path if path.endswith(".html") else f"{path}index.html",
            url=self.url(name),
            title_language=title_language,
            is_background=more.get("kind") in self.domains.background_kinds,
            alternates=tuple(PageUrl(each.code, self.addresses.url(name, each.code)) for each in self.site.languages),
            **more,
        )
