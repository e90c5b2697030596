"""Cards for address books, read by the letter of RFC 2426."""

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.example import Example


@pytest.fixture
def cards(built: "Example") -> dict[str, dict[str, list[str]]]:
    """Every card of the built example: its properties and their values, unfolded as RFC 2426 says."""
    return {
        path.relative_to(built.site).as_posix(): _properties(path.read_bytes().decode("utf-8"))
        for path in sorted(built.site.rglob("*.vcf"))
    }


def lines_of(text: str) -> list[str]:
    """The lines of a card, unfolded."""
    return re.sub(r"\r\n[ \t]", "", text).splitlines()


def card_of(example: "Example") -> str:
    """The card of a contact, made anew."""
    name = "cy/cysylltu/dyffryn-ymholiadau.vcf"
    example.show([name])
    return (example.site / name).read_bytes().decode("utf-8")


def _properties(text: str) -> dict[str, list[str]]:
    assert text.count("\r\n") == text.count("\n"), "lines end as RFC 2426 has them"
    properties: dict[str, list[str]] = {}
    for line in lines_of(text):
        name, _, value = line.partition(":")
        properties.setdefault(name.partition(";")[0], []).append(value)
    return properties


def test_each_contact_has_a_card_in_each_language(cards: dict[str, dict[str, list[str]]]) -> None:
    """With the name in that language, and the number as machines dial it."""
    welsh, english = cards["cy/cysylltu/dyffryn-ymholiadau.vcf"], cards["en/contact/dyffryn-ymholiadau.vcf"]
    assert welsh["VERSION"] == ["3.0"]
    assert welsh["TEL"] == english["TEL"] == ["+442920180123", "+448081570123,2"]
    assert welsh["FN"] != english["FN"]
    assert {name.partition("/")[0] for name in cards} == {"cy", "en"}


def test_a_card_holds_no_more_than_the_page(cards: dict[str, dict[str, list[str]]]) -> None:
    """Remarks for editors, sources and what is not certain stay where they are."""
    found = set().union(*cards.values())
    assert {"FN", "TEL", "EMAIL"} <= found
    assert found <= {"BEGIN", "END", "VERSION", "UID", "FN", "N", "ORG", "TEL", "EMAIL", "URL", "NOTE"}


def test_a_help_line_says_what_a_telephone_cannot_dial(cards: dict[str, dict[str, list[str]]]) -> None:
    """A short number has no country code. What to press and to write, and that it answers at all hours, are in the language of the card."""
    welsh, english = cards["cy/cysylltu/dros-nos.vcf"], cards["en/contact/dros-nos.vcf"]
    assert welsh["TEL"] == english["TEL"] == ["111", "85258"]
    assert english["NOTE"] == [r"111. Then press: 2\n85258. What to write: HELP\n24 hours a day\, every day"]
    assert welsh["NOTE"] == [r"111. Yna pwyswch: 2\n85258. Beth i’w ysgrifennu: HELP\n24 awr y dydd\, bob dydd"]
    assert welsh["URL"] != english["URL"]


def test_what_has_a_meaning_in_a_card_is_escaped(buildable: "Example") -> None:
    """Commas, semicolons, backslashes and line ends in a name (RFC 2426, section 4) add no property."""
    name = "Tîm; ffôn, \\ TEL:0800 1111"
    buildable.change({"data/contacts/dyffryn-ymholiadau.yml": {"name": {"cy": name, "en": name}}})
    card = _properties(card_of(buildable))
    assert card["TEL"] == ["+442920180123", "+448081570123,2"]
    assert re.sub(r"\\(.)", r"\1", card["FN"][0]) == name


def test_a_telephone_dials_the_extension_and_shows_the_kind_of_line(buildable: "Example") -> None:
    """After a pause, which is a comma; one that no key stands for would spoil the number. A textphone is no voice line."""
    phones = [
        {"number": "029 2018 0123", "extension": "1 2#"},
        {"number": "029 2018 0123", "type": "textphone"},
        {"number": "0808 157 0123", "type": "freephone", "extension": "gofynnwch am Mari"},
    ]
    buildable.change({"data/contacts/dyffryn-ymholiadau.yml": {"phones": phones}})
    card = card_of(buildable)
    assert [line for line in lines_of(card) if line.startswith("TEL")] == [
        "TEL;TYPE=VOICE:+442920180123,12#",
        "TEL;TYPE=TEXTPHONE:+442920180123",
        "TEL;TYPE=VOICE:+448081570123",
    ]


def test_an_address_on_the_web_is_not_text(buildable: "Example") -> None:
    """It is a URI, in which a backslash would be another address."""
    address = "https://dyffryn.example/x,y;z?a=1,2"
    buildable.change({"data/contacts/dyffryn-ymholiadau.yml": {"website": {"cy": address, "en": address}}})
    card = card_of(buildable)
    assert f"URL:{address}" in lines_of(card)
