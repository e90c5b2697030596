"""Blocks of an accessibility statement: what follows from the results of the tests. The page around them says the rest in its own words."""

from drws.domains.website.audits.evidence import Evidence, evidence
from drws.kernel.page_block import BlockForm, PageBlock
from drws.planning.page_block import BlockKind
from drws.planning.plan import Planner


def view(_block: PageBlock, planner: Planner) -> Evidence:
    """Everything that the tests have shown."""
    return planner.once(evidence)


ACCESSIBILITY_STATUS = BlockKind(
    form=BlockForm("accessibility-status"),
    purpose="How far the site meets WCAG, as the results of the tests show (`data/audits/accessibility.yml`), and why not in full.",
    template="website/blocks/accessibility-status.html",
    view=view,
)
ACCESSIBILITY_PROBLEMS = BlockKind(
    form=BlockForm("accessibility-problems"),
    purpose="What the tests found wrong, with a page on which it shows, and what they did not look at.",
    template="website/blocks/accessibility-problems.html",
    view=view,
)
ACCESSIBILITY_TESTS = BlockKind(
    form=BlockForm("accessibility-tests"),
    purpose="What was tested and by whom: how many types of page in which language, with which programs, on which day, and by which people.",
    template="website/blocks/accessibility-tests.html",
    view=view,
)
ACCESSIBILITY_CONTACT = BlockKind(
    form=BlockForm("accessibility-contact"),
    purpose="Where to write about a page that somebody cannot use (`corrections_email` in `data/site.yml`), or that there is no address yet.",
    template="website/blocks/accessibility-contact.html",
)
ACCESSIBILITY_DATES = BlockKind(
    form=BlockForm("accessibility-dates"),
    purpose="When the statement was prepared and last reviewed (`accessibility` in `data/site.yml`), and when the site was last tested.",
    template="website/blocks/accessibility-dates.html",
    view=view,
)
BLOCKS = (ACCESSIBILITY_STATUS, ACCESSIBILITY_PROBLEMS, ACCESSIBILITY_TESTS, ACCESSIBILITY_CONTACT, ACCESSIBILITY_DATES)
