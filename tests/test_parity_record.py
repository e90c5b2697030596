"""The parity record says what the check of parity compared and what it found: the numbers are those of the check, not of the page."""

from datetime import date
from typing import cast

import pytest

from drws.domains.website.parity.page import ParityView, plan

from .example import AS_OF, EXAMPLE, Example

CONTACT = "data/contacts/pont-llinell-gymorth.yml"
PEOPLE = "content/en/about/people.md"
READ = "language: cy\nday: 2025-11-20\ntexts: 12\nfindings: 1\n"


def view_of(example: Example, day: date = AS_OF) -> ParityView:
    """What the page prints in English."""
    (page,) = plan(example.planner(day))
    return cast("ParityView", page.view)


def test_it_counts_what_was_compared(example: Example) -> None:
    """Texts of records, pages and clauses: what is not in two languages is not counted."""
    before = view_of(Example(EXAMPLE))
    assert min(before.compared) > 0
    assert (before.meant, before.proofreading) == ((), None)
    example.change(
        {
            CONTACT: {"description": {"same": "Pont"}},
            "content/en/about/people.md": "null",
            "content/cy/about/people.md": "null",
        }
    )
    after = view_of(example)
    assert after.compared.texts == before.compared.texts - 1
    assert after.compared.pages == before.compared.pages - 1
    assert after.compared.passages == before.compared.passages


@pytest.mark.slow
def test_what_is_meant_to_differ_is_published_with_its_day(example: Example) -> None:
    """Of a record and of a page, the first to end first, and never with the remark of the editor."""
    text = (example.root / PEOPLE).read_text("utf-8")
    unlike = "unlike: [{what: headings, reason: only here, until: 2026-01-31}]"
    example.change(
        {
            CONTACT: {"unlike": [{"what": "numbers", "reason": "only here", "until": "2025-12-31"}]},
            PEOPLE: text.replace("translation:", f"{unlike}\ntranslation:", 1),
            "data/audits/proofreading.yml": READ,
        }
    )
    view = view_of(example)
    assert [(each.title.words, each.what, each.until) for each in view.meant] == [
        ("Helpline", "numbers", date(2025, 12, 31)),
        ("The people", "headings", date(2026, 1, 31)),
    ]
    assert view.proofreading
    assert (view.proofreading.texts, view.proofreading.findings) == (12, 1)
    example.show(["en/parity-record/index.html"])
    page = (example.site / "en/parity-record/index.html").read_text("utf-8")
    assert "31 December 2025" in page
    assert "only here" not in page


def test_nothing_is_claimed_before_it_was_done(example: Example) -> None:
    """Words that were proofread after the day of the site were not."""
    example.change({"data/audits/proofreading.yml": READ.replace("2025-11-20", "2025-11-22")})
    assert view_of(example).proofreading is None
