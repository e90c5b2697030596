"""Cards for address books, read by another program than the one that wrote them."""

import quopri
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Example


@pytest.fixture
def cards(built: "Example") -> dict[str, dict[str, list[str]]]:
    """Every card of the built example: its properties and their values, unfolded as RFC 2426 says."""
    return {
        path.relative_to(built.site).as_posix(): _properties(path.read_bytes().decode("utf-8"))
        for path in sorted(built.site.rglob("*.vcf"))
    }


def _properties(text: str) -> dict[str, list[str]]:
    assert text.count("\r\n") == text.count("\n"), "lines end as RFC 2426 has them"
    properties: dict[str, list[str]] = {}
    for line in re.sub(r"\r\n[ \t]", "", text).splitlines():
        name, _, value = line.partition(":")
        properties.setdefault(name.partition(";")[0], []).append(
            quopri.decodestring(value).decode() if "QUOTED" in name else value
        )
    return properties


def test_each_contact_has_a_card_in_each_language(cards: dict[str, dict[str, list[str]]]) -> None:
    """With the name in that language, and the number as machines dial it."""
    welsh, english = cards["cy/cysylltu/dyffryn-ymholiadau.vcf"], cards["en/contact/dyffryn-ymholiadau.vcf"]
    assert welsh["VERSION"] == ["3.0"]
    assert welsh["TEL"] == english["TEL"] == ["+442920180123", "+448081570123"]
    assert welsh["FN"] != english["FN"]
    assert {name.partition("/")[0] for name in cards} == {"cy", "en"}


def test_a_card_holds_no_more_than_the_page(cards: dict[str, dict[str, list[str]]], built: "Example") -> None:
    """Remarks for editors stay where they are."""
    assert cards
    for properties in cards.values():
        assert set(properties) <= {"BEGIN", "END", "VERSION", "UID", "FN", "N", "ORG", "TEL", "EMAIL", "URL"}
    assert built.site.is_dir()
