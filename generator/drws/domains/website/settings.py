"""What `data/site.yml` says about the website itself: how one leaves it quickly, and what its languages need not have alike."""

from drws.kernel.entity import Part, Source
from drws.kernel.link import Link
from drws.kernel.values import Day, LanguageCode, Words


class ExitThisPage(Part):
    """A button that leaves the site at once, on pages where it is a risk to be seen. Shift, three times, does the same."""

    website: Link
    """Where it leads: a page that anybody may have open, and that shows nothing of who reads it, such as the weather."""
    pages: tuple[Words, ...]
    """The pages that have it, by the names that links have: `contact`, `audience:…`, `page:…`."""
    advice_page: Words | None = None
    """The page that says how to keep a visit to oneself. It is linked beside the button."""
    sources: tuple[Source, ...] = ()
    """Where it was read that the page it leads to will do."""


class SaidAlone(Part):
    """Words that pages in one language say alone: readers of another one have no use for them."""

    language: LanguageCode
    """The language of those pages."""
    begins: Words
    """How such an item or paragraph begins, as a reader reads it."""
    reason: Words
    """Why the others do not say it. A remark for editors. Not published."""
    until: Day
    """The last day on which it holds. After it somebody is asked to look at it."""


class WebsiteSettings(Part):
    """How the website itself works."""

    exit_this_page: ExitThisPage | None = None
    """The button that leaves the site at once. Without it no page has one."""
    same_pages: tuple[Link, ...] = ()
    """Pages of others that have an address of their own in each language: `{cy: https://pont.example/grwp, en: https://pont.example/group}`.
    Where every address ends with a slash, all pages below them correspond to one another."""
    said_alone: tuple[SaidAlone, ...] = ()
    """What pages in one language say alone, such as that a source is in another language. Items and paragraphs that begin so, and lead nowhere,
    are not compared."""
