"""What pages must not use, as rules of the parser: where it stands in words, it becomes a token that names its message. Code is left alone."""

import html
import re
from collections.abc import Callable

from markdown_it.rules_inline import StateInline

from drws.kernel.characters import INVISIBLE
from drws.read.markdown.located import InlineRule

TAG = re.compile(r"<(?P<end>/)?[a-zA-Z][a-zA-Z0-9-]*(?P<attributes>(?:\s+[a-zA-Z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*)\s*/?>")  # fmt: skip
BARE_WORDS = re.compile(r"(?:\s+[\w.:-]+)+")
NO_ELEMENT = re.compile(r"<(?:!(?:--|[a-zA-Z]|\[CDATA\[)|\?\w)[^\n>]*>?")
"""A comment, a declaration, an instruction. Its beginning is enough."""
DEFINITION = re.compile(r"\[[^\[\]\n]+\]:")
REFERENCE = re.compile(r"\[[^\[\]\n]*\](?!\()")
PARTED = re.compile(r"\[[^\[\]\n]+\][ \t]+\((?:[a-z_]+:[^\s()]|#[\w-])[^\s()]*\)")
"""`[words] (page:contact)`: a blank between the words of a link and its address makes words of both."""
CHARACTER = re.compile(r"&#?\w{1,32};")

Finder = Callable[[str, int], re.Match[str] | None]
"""What is declined at a place of a text, if anything."""


def declining(message: str, find: Finder) -> InlineRule:
    """The rule that makes a token `declined` of what `find` finds. While markdown-it looks for the end of a link, it finds nothing."""

    def run(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  markdown-it calls it so
        found = None if silent else find(state.src, state.pos)
        if found is None or found.end() > state.posMax:
            return False
        _push(state, message, found)
        state.pos = found.end()
        return True

    return run


def reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  markdown-it calls it so
    """`[words][name]`, when it has turned out to be no link. Only its first bracket is taken: what follows is looked at as well."""
    if silent or state.src[state.pos] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos, disableNested=True)
    found = REFERENCE.match(state.src, end + 1, state.posMax) if end >= 0 else None
    if found is None:
        return False
    _push(state, "content.reference", found)
    state.pos += 1
    return True


def _push(state: StateInline, message: str, found: re.Match[str]) -> None:
    token = state.push("declined", "", 0)
    token.content = found[0]
    token.meta.update(start=found.start(), message=message)


def is_html(text: str, start: int) -> re.Match[str] | None:
    """A tag or a comment. `x<y but z>1` has the form of a tag: bare words behind its name, none with a value, are prose."""
    found = TAG.match(text, start)
    if found and (found["end"] or not BARE_WORDS.fullmatch(found["attributes"])):
        return found
    return NO_ELEMENT.match(text, start)


def definition(text: str, start: int) -> re.Match[str] | None:
    """`[name]:` at the start of a line."""
    found = DEFINITION.match(text, start)
    return found if found and not text[text.rfind("\n", 0, start) + 1 : start].strip() else None


def character(text: str, start: int) -> re.Match[str] | None:
    """An entity that stands for a character which no reader sees."""
    found = CHARACTER.match(text, start)
    return found if found and INVISIBLE.search(html.unescape(found[0])) else None
