"""Atom (RFC 4287) as feedgenerator writes it, with what it leaves out: the same page, and the same feed, in other languages."""

from collections.abc import Mapping
from typing import Any

from feedgenerator import Atom1Feed

PAGE = "text/html"
FEED = "application/atom+xml"


class BilingualAtom(Atom1Feed):  # type: ignore[misc]  # the library carries no types
    """A feed that knows its other languages: `alternates` are the addresses of pages, `feeds` those of feeds, by the code of the language."""

    def add_root_elements(self, handler: Any) -> None:  # noqa: ANN401
        """After what every feed says of itself."""
        super().add_root_elements(handler)
        _alternates(handler, self.feed["alternates"], PAGE)
        _alternates(handler, self.feed["feeds"], FEED)

    def add_item_elements(self, handler: Any, item: Mapping[str, Any]) -> None:  # noqa: ANN401
        """The same for an entry."""
        super().add_item_elements(handler, item)
        _alternates(handler, item["alternates"], PAGE)


def _alternates(handler: Any, addresses: Mapping[str, str], type_: str) -> None:  # noqa: ANN401
    for language, address in addresses.items():
        handler.addQuickElement("link", "", {"rel": "alternate", "type": type_, "hreflang": language, "href": address})
