"""A policy on paper, as a browser prints it: each sheet says which version it is, and what only a screen needs is left out."""

import pytest
from playwright.sync_api import Page

from drws.domains.policies.document.copy import ControlledCopy
from drws.domains.policies.document.sheet import SheetView
from drws.domains.policies.policy.page import PolicyView
from drws.planning.page_plan import PagePlan
from tests.sheets import closed, sheets_of

from .sample import every_page, loaded
from .visits import Visit

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

BOTH = pytest.mark.parametrize("language", ["cy", "en"])


def longest(language: str) -> PagePlan:
    """The page of the policy with the most clauses whose words stand here."""
    pages = [page for page in every_page() if isinstance(page.view, PolicyView) and page.language == language]
    return max(pages, key=lambda page: len(page.view.clauses))


def sheet(language: str) -> PagePlan:
    """The sheet to sign with the longest title."""
    pages = [page for page in every_page() if isinstance(page.view, SheetView) and page.language == language]
    return max(pages, key=lambda page: len(page.title))


def printed(page: Page) -> list[str]:
    """The words of each sheet of a page."""
    page.emulate_media(media="print")
    try:
        return sheets_of(page.pdf(format="A4", prefer_css_page_size=True))
    finally:
        page.emulate_media(media="screen")


def missing_marks(sheets: list[str], copy: ControlledCopy, language: str) -> list[tuple[int, str]]:
    """What a sheet does not say about itself."""
    strings = loaded().strings
    assert strings
    wanted = [copy.name.in_language(language).words, copy.version.version, copy.address]
    wanted += [strings.say("copy.uncontrolled", language)]
    wanted += [strings.say("copy.draft", language)] if copy.is_draft else []
    return [(place, words) for place, each in enumerate(sheets, 1) for words in wanted if closed(words) not in each]


@BOTH
def test_each_sheet_says_which_version_it_is(language: str, look: Visit) -> None:
    """Whoever finds one of them on a desk knows whether it counts, and where to look. The words are all there."""
    plan = longest(language)
    sheets = printed(look(plan.url))
    assert len(sheets) > 1
    assert missing_marks(sheets, plan.view.copy, language) == []
    assert all(
        each.endswith(f"{place}/{len(sheets)}") or each.startswith(f"{place}/{len(sheets)}")
        for place, each in enumerate(sheets, 1)
    )
    whole = "".join(sheets)
    titles = [f"{each.clause.number}{each.clause.texts[language].title}" for each in plan.view.clauses]
    assert [title for title in titles if closed(title) not in whole] == []


@BOTH
def test_a_copy_has_no_navigation(language: str, look: Visit) -> None:
    """Neither that of the site nor that of the page, nor what other records say of it."""
    page = look(longest(language).url)
    page.emulate_media(media="print")
    try:
        for name in (".header", ".footer", ".govuk-breadcrumbs", "#contents", "#versions", "#keep"):
            assert not page.locator(name).first.is_visible(), name
    finally:
        page.emulate_media(media="screen")
    assert page.locator(".header").is_visible()
    assert not page.locator(".copy__head, .copy__foot, .copy__draft").first.is_visible()


@BOTH
def test_a_sheet_to_sign_is_one_sheet(language: str, look: Visit) -> None:
    """With the lines to write on, and without what is only for a screen."""
    plan = sheet(language)
    (only,) = printed(look(plan.url))
    strings = loaded().strings
    assert strings
    assert missing_marks([only], plan.view.copy, language) == []
    for key in ("name", "post", "date", "signature", "kept_nowhere"):
        assert closed(strings.say(f"read_sheet.{key}", language)) in only
    assert closed(strings.say("read_sheet.write", language)) not in only
    assert plan.view.copy.fingerprint in only
