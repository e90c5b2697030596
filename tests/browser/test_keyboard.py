"""Everything can be reached and used with the keyboard alone: WCAG 2.2, 2.1.1, 2.1.2, 2.4.1, 2.4.3, 2.4.7 and 2.4.11."""

import re
from typing import TYPE_CHECKING

import pytest

from .sample import counterpart
from .visits import Visit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drws.planning.page_plan import PagePlan

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

IN_MAIN_OR_AFTER = """() => Boolean(document.querySelector('main').compareDocumentPosition(document.activeElement)
    & (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING))"""


def test_the_first_link_skips_to_the_content(frames: "Sequence[PagePlan]", look: Visit) -> None:
    """The first thing that the key reaches is the skip link. It shows itself, and what follows it is the page's own content."""
    for plan in frames:
        page = look(plan.url)
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        assert skip.get_attribute("href") == "#main", plan.url
        box = skip.bounding_box()
        assert box, plan.url
        assert box["height"] > 20, plan.url
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"#main$"))
        page.keyboard.press("Tab")
        assert page.evaluate(IN_MAIN_OR_AFTER), plan.url


def test_the_language_switch_keeps_the_place(frames: "Sequence[PagePlan]", look: Visit, origin: str) -> None:
    """Changing the language leads to the same page, with the same question and at the same place on it."""
    for plan in frames:
        if not (there := counterpart(plan)):
            assert look(plan.url).locator("a[hreflang]").count() == 2, "a page for both languages leads to both"
            continue
        page = look(f"{plan.url}?q=plant#main")
        page.locator("nav a[hreflang]").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{origin}{there}?q=plant#main")
        assert page.locator("html").get_attribute("lang") != plan.language, plan.url
