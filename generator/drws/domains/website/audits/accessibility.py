"""`data/audits/accessibility.yml`: what the tests looked at and found when somebody last asked them (`make audit`)."""

from enum import StrEnum

from drws.kernel.entity import Part
from drws.kernel.partnership import Partnership
from drws.kernel.values import Day, LanguageCode, Number, Words
from drws.planning.domain import Read, Reader
from drws.read.decode import Context
from drws.read.reader import Folder, read_one

FILE = "audits/accessibility.yml"


class AccessibilityCheck(StrEnum):
    """What the tests look at on a page. Widths are in CSS pixels."""

    AXE_PHONE = "axe-320"
    """The rules of axe-core in a window of 320 pixels, which is what 1280 are when everything is shown four times as large."""
    AXE_DESK = "axe-1280"
    """The same in a window of 1280 pixels."""
    REFLOW = "reflow"
    """Nothing is wider than 320 pixels (WCAG 2.2, 1.4.10)."""
    TEXT_SPACING = "text-spacing"
    """Nothing is cut off when letters, words and lines have more space (WCAG 2.2, 1.4.12)."""
    TEXT_SIZE = "text-size"
    """Nothing is cut off when text is twice as large (WCAG 2.2, 1.4.4)."""
    HEADINGS = "headings"
    """One heading of the first level, and none that skips a level."""
    KEYBOARD = "keyboard"
    """A key leads to everything that can be used, in the order of the page, and out again (WCAG 2.2, 2.1.1, 2.1.2 and 2.4.3)."""
    FOCUS = "focus"
    """One sees where one is, also in colours of one's own (WCAG 2.2, 2.4.7 and 2.4.11)."""
    MOTION = "motion"
    """Nothing moves for those who asked for less motion (WCAG 2.2, 2.3.3)."""
    WITHOUT_SCRIPT = "without-javascript"
    """The page says the same without JavaScript."""
    HTML = "html"
    """The HTML is valid."""


class Program(Part):
    """A program that took part."""

    name: Words
    """What it is called: `axe-core`."""
    version: Words
    """Its version."""


class CoveredType(Part):
    """A type of page that was looked at."""

    page_type: Words
    """`service:` for pages of services, `services` for the page of that name (planning/addresses.py)."""
    languages: tuple[LanguageCode, ...]
    """In which languages."""
    checks: tuple[AccessibilityCheck, ...]
    """What was looked at in each of them."""


class AccessibilityFailure(Part):
    """What was found wrong on pages of one type."""

    check: AccessibilityCheck
    """What was looked at."""
    page_type: Words
    """The type of the pages."""
    language: LanguageCode
    """Their language."""
    rule: Words | None = None
    """The rule of the program that is broken: `color-contrast`. Left out where the test has one rule alone."""
    criteria: tuple[Words, ...] = ()
    """The success criteria of WCAG that the rule is about: `1.4.3`. None where it is only good practice."""
    count: Number
    """In how many places."""


class AccessibilityAudit(Part):
    """What the tests of accessibility looked at and found: `data/audits/accessibility.yml`."""

    day: Day
    """When the tests ran."""
    programs: tuple[Program, ...]
    """What they ran with."""
    rules: tuple[Words, ...]
    """The sets of rules of axe-core that were asked: `wcag22aa`."""
    covered: tuple[CoveredType, ...]
    """What was looked at. What is not named here was not."""
    failures: tuple[AccessibilityFailure, ...] = ()
    """What was found wrong."""


def read(data: Folder, context: Context, _partnership: Partnership | None) -> Read:
    """The file. None where nobody has asked the tests."""
    path = data.path / FILE
    return Read(*read_one(AccessibilityAudit, path, data, context)) if path.exists() else Read(None, [])


ACCESSIBILITY = Reader(AccessibilityAudit, read)
