"""Where hand-written words first name a record that has to be explained, they link to its page: once on a page.

It takes two steps, because a page may show several passages and none knows of the others. `FirstMentions.linked` links what a passage names
first, and `once_a_page` takes those links away from a finished page that repeat one before them.
"""

import html
import re
from dataclasses import dataclass
from functools import cached_property

from drws.kernel.site import Site
from drws.planning.addresses import Addresses, name_of
from drws.planning.domain import Domains

UNLINKED = ("a", "caption", "code", "h2", "h3", "h4", "pre", "th")
"""Elements whose words stay as they are: links, headings, and what is to be copied."""

_TAG = re.compile(r"""(<(?:[^>"]|"[^"]*")*>)""")
"""A tag of cleaned HTML. Its attributes stand in double quotes, and may hold what looks like the end of a tag."""
_ELEMENT = re.compile(r"<(/?)(\w+)")
_LINK = re.compile(r'<a class="term" href="([^"]*)">([^<]*)</a>')


@dataclass(frozen=True)
class FirstMentions:
    """The records that words in one language can name."""

    site: Site
    domains: Domains
    language: str
    addresses: Addresses

    def linked(self, cleaned: str) -> str:
        """Cleaned HTML with a link at the first mention of each record."""
        if not self._records:
            return cleaned
        inside: list[str] = []
        seen: set[str] = set()
        pieces = _TAG.split(cleaned)
        for index, piece in enumerate(pieces):
            if element := _ELEMENT.match(piece):
                if element[2] in UNLINKED:
                    inside.pop() if element[1] else inside.append(element[2])
            elif not inside and piece:
                pieces[index] = self._pattern.sub(lambda found: self._link(found[0], seen), piece)
        return "".join(pieces)

    def _link(self, words: str, seen: set[str]) -> str:
        record, form = self._records[_folded(html.unescape(words))]
        if record in seen or _is_in_a_title(words, form):
            return words
        seen.add(record)
        return f'<a class="term" href="{html.escape(self.addresses.url(record, self.language))}">{words}</a>'

    @cached_property
    def _records(self) -> dict[str, tuple[str, str]]:
        """The name of the page, and the form as it is listed, by each form, folded. A form that two records could have is the first's."""
        found: dict[str, tuple[str, str]] = {}
        for model, names in self.domains.named_in_prose.items():
            for record in self.site.all(model):
                for form in names(record, self.language):
                    found.setdefault(_folded(form), (name_of(record), form))
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """The longest form first: an *adoption support agency* is not *adoption support*."""
        forms = sorted(self._records, key=lambda form: (-len(form), form))
        written = (r"(?:\s|&nbsp;)+".join(map(_written, form.split())) for form in forms)
        return re.compile(rf"(?<![\w-])(?:{'|'.join(written)})(?![\w-])", re.IGNORECASE)


def once_a_page(page: str) -> str:
    """A finished page on which each record is linked at its first mention alone."""
    if '<a class="term"' not in page:
        return page
    seen: set[str] = set()

    def first(found: re.Match[str]) -> str:
        if found[1] in seen:
            return found[2]
        seen.add(found[1])
        return found[0]

    return _LINK.sub(first, page)


def _is_in_a_title(words: str, form: str) -> bool:
    """Does a word after the first have a capital that the form has not? Then it is part of the title of something: of a law, of a body."""
    return any(
        said[:1].isupper() and listed[:1].islower()
        for said, listed in zip(words.split()[1:], form.split()[1:], strict=False)
    )


def _folded(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())


def _written(word: str) -> str:
    """A word as a pattern for cleaned HTML, with either apostrophe."""
    return re.escape(html.escape(word, quote=False)).replace("'", "['’]")
