"""What a message quotes of somebody's text.

Whoever reads the message looks for what is quoted in the file: it is quoted whole. Of what is longer than anybody reads, or than a terminal
shows at once, stand the beginning and the end, and between them how much is left out (docs/decisions/0050).
"""

import re

from drws.kernel.characters import INVISIBLE
from drws.say.catalogue import message

WHOLE = 300
"""Characters of a text that are always quoted. The longest address in the real data has half of them."""
WHOLE_OF_TOOLS = 2000
"""The same of what another program said: the reason is in it somewhere."""
LINE_END = "↵"
"""In the place of each line end: a quoted text must not begin a line that looks like another message, or write over its own."""


def quoted(text: str, language: str, whole: int = WHOLE) -> str:
    """A text that somebody typed, on one line. Of one that has more than so many characters the first half of them and the last quarter."""
    return _shortened(re.sub("\r\n|[\n\r]", LINE_END, text), language, whole)


def quoted_from_tool(text: str, language: str) -> str:
    """What another program said, on its own lines."""
    return _shortened(text, language, WHOLE_OF_TOOLS)


def seen(text: str) -> str:
    """Words with a sign for each character that would do something to the terminal, or that nobody would see."""
    return INVISIBLE.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


def _shortened(text: str, language: str, whole: int) -> str:
    if len(text) <= whole:
        return seen(text)
    head, tail = text[: whole // 2], text[-(whole // 4) :]
    said = message("tool.left-out", language)["message"]
    return said.format(head=seen(head), tail=seen(tail), count=len(text) - len(head) - len(tail))
