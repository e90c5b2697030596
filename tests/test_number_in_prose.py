"""A hand-written page shows the number of a contact, as the rest of the site says it."""

from typing import TYPE_CHECKING, Any

import pytest

from drws.build.output import gather_output
from drws.render.prose import prose

if TYPE_CHECKING:
    from tests.example import Example


def said(example: "Example", contact: str, language: str) -> str:
    """What a page makes of `<contact:…>` in one sentence."""
    for code in ("cy", "en"):
        path = example.root / f"content/{code}/about/people.md"
        front_matter = path.read_text("utf-8").split("---\n")[1]
        path.write_text(f"---\n{front_matter}---\nA <contact:{contact}>, [b](page:about).\n", "utf-8")
    output, problems = gather_output(example.load(), example.work)
    assert output, example.lines(problems)
    text = output.site.authored["about/people"].texts[language]
    return str(prose(text, language, output.addresses, output.renderer.in_prose))


@pytest.mark.parametrize(
    ("changes", "language", "words"),
    [
        ({}, "en", " (Monday to Thursday, 9am to 5pm; Friday, 9am to 4.30pm)"),
        ({}, "cy", " (Dydd Llun i ddydd Iau, 9am i 5pm; Dydd Gwener, 9am i 4.30pm)"),
        ({"schedules": []}, "en", ""),
        (
            {"schedules": [], "confidence": [{"field": "phones", "level": "unverified", "note": "?"}]},
            "en",
            " (We could not confirm this number)",
        ),
        (
            {"schedules": [], "phones": [{"number": "029 2018 0123", "option": "2"}]},
            "en",
            " (Then press: 2)",
        ),
        (
            {"confidence": [{"field": "phones", "level": "unverified", "note": "?"}]},
            "cy",
            " (Dydd Llun i ddydd Iau, 9am i 5pm; Dydd Gwener, 9am i 4.30pm. Nid oedd modd cadarnhau’r rhif hwn)",
        ),
    ],
)
def test_a_number_stands_in_a_sentence(
    buildable: "Example", changes: dict[str, Any], language: str, words: str
) -> None:
    """It can be rung, and behind it stand what to press, the hours and a doubt; what follows it in the sentence follows it."""
    buildable.change({"data/contacts/dyffryn-ymholiadau.yml": changes})
    html = said(buildable, "dyffryn-ymholiadau", language)
    assert html.startswith(f'<p>A <a href="tel:+442920180123">029 2018 0123</a>{words}, <a href="/')


def test_a_number_that_is_too_old_to_show_leaves_no_hole(buildable: "Example") -> None:
    """The page says why there is none."""
    buildable.change({"data/contacts/dyffryn-ymholiadau.yml": {"assured_date": "2015-01-01"}})
    html = said(buildable, "dyffryn-ymholiadau", "en")
    assert "029 2018 0123" not in html
    assert "tel:" not in html
    assert "checked too long ago" in html
