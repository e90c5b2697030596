"""A page that will exist, as a plain value. Plans can be printed, compared and tested without a disk."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from drws.kernel.entity import Translation
from drws.kernel.problem import Place
from drws.planning.linked_data import Node
from drws.planning.panel import PanelView


class PageUrl(NamedTuple):
    """Where a page is in one language."""

    language: str
    url: str


class Crumb(NamedTuple):
    """A step of the way to a page."""

    title: str
    url: str


class Group(NamedTuple):
    """Things under a heading."""

    heading: Any
    members: tuple[Any, ...]


class PagePart(NamedTuple):
    """A part of a page that can be found by itself."""

    id: str
    """What links by name call it: `signing`."""
    anchor: str
    """Its id on the page."""
    title: str
    """Its heading, in the language of the page."""
    number: str = ""
    """Its number on the page: `2.1`."""
    above: str = ""
    """The heading of the section that it belongs to."""
    asked: tuple[str, ...] = ()
    """What people ask when they need it, in words that it does not have itself: it is found by them, and no page shows them."""


@dataclass(frozen=True, slots=True)
class PagePlan:
    """One page in one language: where it goes, what it is called, and everything its template needs."""

    name: str
    """How links name it: `service:letterbox`, `services`, `page:about`."""
    language: str
    """The code of its language."""
    path: str
    """Its file, from the root of the site: `cy/gwasanaethau/letterbox/index.html`."""
    url: str
    """Its address as it stands in links."""
    title: str
    """Its heading, in its language."""
    title_language: str | None
    """The language of the title where that is another than the page's: a name that is awaited."""
    description: str
    """One sentence for search engines, in its language."""
    template: str
    """The template under `theme/`."""
    view: Any
    """What the template prints, sorted and ready. Each page type has a type of its own for it."""
    alternates: tuple[PageUrl, ...]
    """The same page in every language, itself included."""
    breadcrumbs: tuple[Crumb, ...] = ()
    """The way from the home page, without the page itself."""
    translation: Translation = Translation.REVIEWED
    """Whether a translator has read what the page says."""
    is_searchable: bool = True
    """Does search find it?"""
    is_indexed: bool = True
    """May search engines keep it? A page that they may not is not in the sitemap either."""
    source: Place | None = None
    """The file from which it is made, for the people who mend it."""
    description_language: str | None = None
    """The language of the description where that is another than the page's."""
    kind: str = field(default="page")
    """What search calls it: `service`, `region` …, or `page`."""
    is_background: bool = False
    """Does it say how the service is run? Then its words count less in search."""
    names: tuple[str, ...] = ()
    """What people call that which it explains: whoever asks search for one of these names, and nothing else, finds it among the first."""
    panels: tuple[PanelView, ...] = ()
    """What other subjects add to it."""
    collection: str = ""
    """The collection that it belongs to, where that has a search of its own: `policies`."""
    parts: tuple[PagePart, ...] = ()
    """Its parts that the search of its collection finds by themselves."""
    summary: str = ""
    """What says, in a sentence or two, what the page is for whoever sees a link to it elsewhere (planning/summary.py). Empty where its
    description does; that of some pages does not tell them from others."""
    page_type: str = "WebPage"
    """What schema.org calls such a page."""
    linked_data: tuple[Node, ...] = ()
    """What programs are told that it is about."""
    last_reviewed: date | None = None
    """The day on which somebody last read it against its sources, or confirmed the record that it shows. None where nobody has."""
    published_date: date | None = None
    """The day on which it was first published, where that is known."""
    updated_date: date | None = None
    """The day on which it last changed for its readers, where it says so."""

    @property
    def last_changed(self) -> date | None:
        """The newest of the three days above: from then on it says what it says. None where none of them is known."""
        return max(filter(None, (self.last_reviewed, self.published_date, self.updated_date)), default=None)
