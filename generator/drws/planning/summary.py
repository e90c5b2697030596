"""What stands under the title of a page where somebody else shows a link to it: among the results of a search engine, in a chat.

Search engines show about 160 characters, and take words from somewhere on the page where there are few.
"""

import re
from collections.abc import Iterator

from drws.planning.page_plan import PagePlan

SHORTEST = 50
"""Characters. Fewer tell nobody what a page is about."""
LONGEST = 160
"""Characters."""
ENOUGH = 80
"""Characters. Whole sentences that come to fewer are followed by the beginning of the next."""

_SENTENCE_ENDS = re.compile(r"[.!?…][”’\")]*(?=\s|$)")
_ENDED = (".", "!", "?", "…", ":", "”", "’")


def summary_of(plan: PagePlan) -> str:
    """The summary of a page as plain text in one line, in the language of the page.

    It is the description of the page, or what the page says in its place. One of a few words is preceded by the title. Of a long one there
    are as many whole sentences as have room, or else as many words of the first.
    """
    said = " ".join((plan.summary or plan.description).split())
    is_alike = plan.title_language == plan.description_language
    if len(said) < SHORTEST and is_alike and plan.title.rstrip(".").casefold() not in said.casefold():
        said = joined(plan.title, said)
    return _in_short(said)


def joined(*sentences: str) -> str:
    """Several sentences, the first perhaps a title, one after the other. Where one begins with another, the longer one says both."""
    said = ""
    for each in sentences:
        if each.casefold().startswith(said.rstrip(".").casefold()):
            said = each
        elif not said.casefold().startswith(each.rstrip(".").casefold()):
            said = f"{said}{'' if said.endswith(_ENDED) else '.'} {each}"
    return said


def _in_short(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    whole = max((end for end in _ends(words) if end <= LONGEST), default=0)
    if whole >= ENOUGH:
        return words[:whole]
    return words[: words.rindex(" ", 0, LONGEST)].rstrip(",;:–- ") + "…" if " " in words[:LONGEST] else words[:LONGEST]


def _ends(words: str) -> Iterator[int]:
    return (found.end() for found in _SENTENCE_ENDS.finditer(words))
