"""The comparison without a browser: a site that names no agencies, and how many can be chosen."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from drws.build.output import gather_output

if TYPE_CHECKING:
    from tests.example import Example


def test_without_agencies_there_is_nothing_to_choose_and_no_script(buildable: "Example") -> None:
    """The page says that there are none. A script that looks for the choice would only fail."""
    site = buildable.root / "data/site.yml"
    site.write_text(re.sub("^agency_type_ids:.*\n", "", site.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    page = "en/compare-agencies/index.html"
    buildable.show([page])
    text = (buildable.site / page).read_text("utf-8")
    assert "data-comparison-choice" not in text
    assert "assets/compare." not in text


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
