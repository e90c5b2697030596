"""Names of machines on the internet, as addresses of pages and of mailboxes have them."""

import re
import unicodedata

import idna

from drws.kernel.characters import is_plain_letter, named
from drws.kernel.values.words import refused

_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)", re.IGNORECASE)
LONGEST = 253
"""Characters of a name (RFC 1035)."""


def check_host(host: str, value: str, message: str) -> None:
    """Refuse a name that the domain name system cannot have, and one with a letter that could be taken for another.

    Beside a to z a name may have the same letters with marks, `tŷ.cymru`. Whatever else there is in the world has to be written in its ASCII
    form, `xn--…`, which cannot be mistaken: so no table of look-alikes has to be complete (Unicode UTS 39). `message` is what is said of a
    name that is none, `value` what was typed.
    """
    check_letters(host, value, _in_ascii(host))
    labels = (host if host.isascii() else _in_ascii(host)).removesuffix(".").split(".")
    if (
        len(labels) == 1
        or len(host) > LONGEST
        or not all(map(_LABEL.fullmatch, labels))
        or not labels[-1][0].isalpha()  # an address in digits names no site
        or not all(map(_is_sound, labels))
    ):
        raise refused(message, value)


def check_letters(name: str, value: str, in_ascii: str = "") -> None:
    """Refuse a name with a letter that is none from a to z, with marks perhaps."""
    for letter in unicodedata.normalize("NFC", name):
        if not letter.isascii() and not is_plain_letter(letter):
            raise refused("value.look-alike", value, code=named(letter), nearest=in_ascii)


def _in_ascii(host: str) -> str:
    """The form that machines use, or the empty string for what cannot have one."""
    try:
        return idna.encode(host, uts46=True).decode()
    except (idna.IDNAError, UnicodeError):
        return ""


def _is_sound(label: str) -> bool:
    """Can a label that stands for other letters be read?"""
    if not label.lower().startswith("xn--"):
        return True
    try:
        idna.decode(label)
    except (idna.IDNAError, UnicodeError):
        return False
    return True
