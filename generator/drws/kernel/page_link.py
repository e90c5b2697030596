"""A link from a record to a page of this site."""

from drws.kernel.entity import Part
from drws.kernel.ids import PageName
from drws.kernel.text import Text


class PageLink(Part):
    """A page of this site to go on to."""

    target: PageName
    """The name of the page, as links by name have it: `page:support/letterbox`, `page:contact`, `service:letterbox`."""
    text: Text | None = None
    """The words of the link. Without them it says the title of the page."""
