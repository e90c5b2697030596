"""Characters that deceive: those that no reader sees, letters that look like others, and those that make a formula of words in a table."""

import re
import unicodedata
from typing import NamedTuple

INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"  # Default_Ignorable_Code_Point
    "\u2800"  # Braille without a dot
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use
    "\ufdd0-\ufdef"  # no characters
    + "".join(chr(plane << 16 | last) for plane in range(15) for last in (0xFFFE, 0xFFFF))
    + "]"
)
"""Controls, what turns text round, what joins and parts letters, fillers, tags and variation selectors (Unicode TR 36, section 2.10, and the
property Default_Ignorable_Code_Point), characters that mean something only by private agreement, and code points that are no characters, now
and for ever (Unicode, section 23.7).
"""

LOOK_ALIKE = (
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανικορτυχ"  # Greek
    "АВЕЅІЈКМНОРСТУХЬаеѕіјкморсухһԁԛԝѵӏ"  # Cyrillic
)
"""Letters of other scripts that people take for Latin ones (Unicode UTS 39, confusables)."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What words in a table begin with that are a formula to some spreadsheet (OWASP, “CSV Injection”)."""
_MIXED = re.compile(f"(?<=[A-Za-z])[{LOOK_ALIKE}]|[{LOOK_ALIKE}](?=[A-Za-z])")


class Deceptive(NamedTuple):
    """The first character of a text that deceives."""

    offset: int
    kind: str
    """`invisible` or `look-alike`: the message of a rule that says so."""
    code: str
    """What it is, as `named` has it."""


def deceptive(text: str) -> Deceptive | None:
    """The first character that no reader sees, or else the first letter of another script within a Latin word."""
    for kind, pattern in (("invisible", INVISIBLE), ("look-alike", _MIXED)):
        if found := pattern.search(text):
            return Deceptive(found.start(), kind, named(found[0]))
    return None


def named(character: str) -> str:
    """The number of a character and its name in Unicode, where it has one: `U+200B ZERO WIDTH SPACE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def is_blank(text: str) -> bool:
    """Does a reader see nothing of it?"""
    return not INVISIBLE.sub("", text).strip()


def is_plain_letter(letter: str) -> bool:
    """Is it a letter from a to z, with marks perhaps: `ŷ`, `é`?"""
    first, *marks = tuple(unicodedata.normalize("NFD", letter))
    return first.isascii() and first.isalpha() and all(unicodedata.combining(mark) for mark in marks)
