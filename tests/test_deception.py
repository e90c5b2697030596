"""Characters and addresses that deceive: what is refused, and that whatever is accepted goes out as it was typed."""

import html
import sys
import unicodedata
from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from pydantic import TypeAdapter, ValidationError
from selectolax.lexbor import LexborHTMLParser

from drws.kernel.characters import INVISIBLE, deceptive, is_blank
from drws.kernel.values import Email, WebAddress
from drws.read.markdown import read_page
from drws.render.prose import clean

ADDRESS: TypeAdapter[str] = TypeAdapter(WebAddress)
EMAIL: TypeAdapter[str] = TypeAdapter(Email)

VISIBLE_FORMATS = frozenset(range(0x600, 0x606)) | {0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
"""What Unicode counts among the formats and people see all the same: signs over and under numbers."""
HIEROGLYPHS = range(0x13430, 0x13456)


def test_nothing_that_unicode_calls_a_format_or_a_control_gets_through() -> None:
    """But for line ends and tabs, signs that are seen, and how hieroglyphs are put together."""
    through = {
        code
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in ("Cc", "Cf", "Co", "Zl", "Zp") and not INVISIBLE.match(chr(code))
    }
    assert through - VISIBLE_FORMATS - set(HIEROGLYPHS) == {0x9, 0xA, 0xD}


@pytest.mark.parametrize("letter", ["\u3164", "\u115f", "\uffa0", "\u034f", "\u2800", "\U000e0041", "\ufe0f", "\u17b4"])
def test_fillers_and_joiners_are_seen_through(letter: str) -> None:
    """They are letters or marks to Unicode, and nothing to a reader."""
    found = deceptive(f"Y {letter}tŷ")
    assert found
    assert (found.offset, found.kind) == (2, "invisible")
    assert is_blank(f" {letter}\t")


@pytest.mark.parametrize(
    ("text", "offset"),
    [("Cаerdydd", 1), ("Аberystwyth", 0), ("Νewport", 0), ("Ceredigiοn", 8)],  # noqa: RUF001  that is what it is about
)
def test_a_letter_of_another_script_in_a_word_is_told(text: str, offset: int) -> None:
    """It looks like the Latin one: nobody finds the word who types it."""
    found = deceptive(text)
    assert found
    assert (found.offset, found.kind) == (offset, "look-alike")


@pytest.mark.parametrize(
    "text", ["tŷ’r gŵr – £5", "λόγος", "5 μm, 3 kΩ", "Київ", "naïve", "a\tb\n", "ffôn\u00a0symudol"]
)
def test_words_of_any_script_are_words(text: str) -> None:
    """Marks, other alphabets, units."""
    assert deceptive(text) is None


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("https://[::1", "value.web-address"),
        ("https://[::1]/", "value.web-address"),
        ("https://℀.example/", "value.web-address"),
        ("https://golwg@pont.example/", "value.web-address"),
        ("https://@pont.example/", "value.web-address"),
        ("https://:cudd@pont.example/", "value.web-address"),
        ("https://%70ont.example/", "value.web-address"),
        ("https://pont.example:99999/", "value.web-address"),
        ("https://127.0.0.1/", "value.web-address"),
        ("https://pont", "value.web-address"),
        ("https://pont.example/\u3164", "value.web-address"),
        ("ftp://pont.example/", "value.web-address"),
        ("https://ɡov.wales/", "value.look-alike"),  # noqa: RUF001
        ("https://gоv.wales/", "value.look-alike"),  # noqa: RUF001
        ("https://gov。wales/", "value.look-alike"),
        ("https://раура.example/", "value.look-alike"),  # noqa: RUF001
    ],
)
def test_an_address_that_deceives_is_refused_everywhere(address: str, message: str) -> None:
    """In a record and in a page, in the same words."""
    assert refusal_in_record(address) == message
    if address.startswith("http") and "\u3164" not in address:
        assert refusal_in_page(address) == message


@pytest.mark.parametrize("mailbox", ["a@ɡov.wales", "а@pont.example", "a@pont.123"])  # noqa: RUF001
def test_a_mailbox_that_deceives_is_refused(mailbox: str) -> None:
    """Its site is one that an address could have."""
    with pytest.raises(ValidationError):
        EMAIL.validate_python(mailbox)


LABELS = ["pont", "tŷ", "a-b", "xn--t-foa", "example", "cymru", "é", "A1"]
WRONG_LABELS = ["1", "_a", "-a", "", "℀", "ɡ", "а", "a b", "xn--zz--"]  # noqa: RUF001
SIGNS = "/?#&=%;:@!$()*+,~._-a1Llŷé日"
WRONG_SIGNS = "'[]\"<|\\ \u3164"


def addresses(labels: list[str], signs: str, *more: str) -> st.SearchStrategy[str]:
    """Addresses of these parts. `more` may stand around the name of the site."""
    around = st.sampled_from(["", "", *more])
    hosts = st.lists(st.sampled_from(labels), min_size=1, max_size=3).map(".".join)
    return st.builds(
        "{}{}{}.example{}{}".format,
        st.sampled_from(["https://", "http://", "HTTPS://"]),
        around,
        hosts,
        st.sampled_from(["", "", ".", ":443", ":"]) | around,
        st.just("") | st.text(signs, max_size=14).map("/{}".format),
    )


ADDRESSES = addresses(LABELS, SIGNS) | addresses(
    LABELS + WRONG_LABELS, SIGNS + WRONG_SIGNS, "a@", "[", "]", ":99999", ":a@"
)


@given(ADDRESSES)
def test_what_is_accepted_goes_out_as_it_was_typed(address: str) -> None:
    """From a record and from a page, through cleaning and back out of HTML, and everything that takes it apart later can."""
    if refusal_in_record(address):
        return
    assert refusal_in_page(address) == ""
    page, _ = read_page(linked(address), "content/cy/x.md", 1)
    assert page
    for written in (clean("".join(page.html)), str(Markup('<a href="{}">x</a>').format(address))):
        link = LexborHTMLParser(written).css_first("a")
        assert link
        assert link.attributes["href"] == address
    assert urlsplit(urljoin("https://bach.example/cy/", address)).netloc == urlsplit(address).netloc


@given(ADDRESSES)
def test_pages_and_records_agree(address: str) -> None:
    """One parser of addresses: what one refuses, the other does."""
    if not INVISIBLE.search(address) and not set(address) & set('\\<>" '):  # Markdown reads these as something else
        assert bool(refusal_in_record(address)) == bool(refusal_in_page(address))


def linked(address: str) -> str:
    """Markdown that leads there."""
    return f"[x](<{html.escape(address, quote=False)}>)"


def refusal_in_record(address: str) -> str:
    """The message of the problem, or nothing."""
    try:
        ADDRESS.validate_python(address)
    except ValidationError as error:
        return error.errors()[0]["type"]
    return ""


def refusal_in_page(address: str) -> str:
    """Likewise, of a page that links to it."""
    _, problems = read_page(linked(address), "content/cy/x.md", 1)
    return problems[0].message if problems else ""


@pytest.mark.parametrize("plane", range(17))
def test_what_is_no_character_is_refused(plane: int) -> None:
    """The last two code points of each plane: CLD2, which tells languages apart, ends with an error at them."""
    for last in (0xFFFE, 0xFFFF):
        found = deceptive(f"a{chr(plane << 16 | last)}")
        assert found
        assert (found.offset, found.kind) == (1, "invisible")
