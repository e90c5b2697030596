"""A number that stands in a sentence can be pressed there: who reads the sentence in a hurry does not look for it a second time."""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from drws.domains.directory.contact.record import Contact


def pressable(html: Markup, contacts: Iterable[Contact]) -> Markup:
    """The same words; the number of each contact's best line, wherever it stands in them by itself, is a link that rings it."""
    lines = {str(escape(each.line.number.text)): each.line for each in contacts if each.line}
    if not lines:
        return html
    numbers = "|".join(re.escape(each) for each in sorted(lines, key=len, reverse=True))
    pieces = re.split(rf"(<[^>]*>)|(?<!\w)({numbers})(?!\w)", html)
    texts = (
        f'<a href="{escape(lines[piece].uri)}">{piece}</a>' if place % 3 == 2 and piece else piece or ""  # noqa: PLR2004  the second group
        for place, piece in enumerate(pieces)
    )
    return Markup("".join(texts))  # noqa: S704  all of it was escaped before
