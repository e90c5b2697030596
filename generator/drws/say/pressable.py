"""A number that stands in a sentence can be pressed there: who reads the sentence in a hurry does not look for it a second time."""

import re
from collections.abc import Mapping

from markupsafe import Markup, escape


def pressable(html: Markup, numbers: Mapping[str, str]) -> Markup:
    """The same words; each of `numbers` (as it is written, and its `tel:` address) is a link wherever it stands in them by itself."""
    addresses = {str(escape(text)): escape(address) for text, address in numbers.items()}
    if not addresses:
        return html
    any_number = "|".join(re.escape(each) for each in sorted(addresses, key=len, reverse=True))
    pieces = re.split(rf"(<[^>]*>)|(?<!\w)({any_number})(?!\w)", html)
    texts = (
        f'<a href="{addresses[piece]}">{piece}</a>' if place % 3 == 2 and piece else piece or ""  # noqa: PLR2004  the second group
        for place, piece in enumerate(pieces)
    )
    return Markup("".join(texts))  # noqa: S704  all of it was escaped before
