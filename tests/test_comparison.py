"""The comparison without a browser: a site that names no agencies, and how many can be chosen."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from drws.build.output import gather_output

if TYPE_CHECKING:
    from tests.example import Example


def test_without_agencies_there_is_no_page_and_nothing_leads_to_it(buildable: "Example") -> None:
    """Whether people may choose is for each partnership to say: none is told that they may."""
    page = "compare-agencies"
    assert f"en/{page}/index.html" in buildable.files()
    site = buildable.root / "data/site.yml"
    site.write_text(re.sub("^agency_type_ids:.*\n", "", site.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    buildable.show()
    assert [path for path in buildable.site.rglob("*.html") if page in f"{path}{path.read_text('utf-8')}"] == []


@pytest.mark.parametrize(
    ("most", "language", "choose", "full"),
    [
        (4, "cy", "Dewiswch hyd at 4 asiantaeth", "wedi dewis 4 asiantaeth"),
        (4, "en", "Choose up to 4 agencies", "chosen 4 agencies"),
        (1, "en", "Choose 1 agency", "chosen 1 agency"),
    ],
)
def test_the_page_says_how_many_can_be_chosen(
    most: int, language: str, choose: str, full: str, built: "Example"
) -> None:
    """The number that the script goes by and the sentences have one source."""
    output, _ = gather_output(built.load(), built.work)
    assert output
    plan = next(plan for plan in output.plans if plan.name == "compare" and plan.language == language)
    text = output.renderer.render(replace(plan, view=replace(plan.view, most=most)))
    assert f'data-most="{most}"' in text
    assert choose in text
    assert full in text
