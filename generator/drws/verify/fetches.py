"""Scripts, styles and drawings fetch what is there, and nothing from another site. Ways to talk to others that no script of ours needs are refused by name.

An address that a script puts together from pieces is not seen here: that is what the policy is for.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from drws.kernel.problem import Problem
from drws.verify.document import read
from drws.verify.site import BuiltSite, place_of

ID = "fetches"

ABSOLUTE = re.compile(r"""["'`]\s*((?:(?:https?|wss?|ftp):)?//[^\s/"'`()][^\s"'`()]*)""", re.IGNORECASE)
"""An address with a host, in quotes."""
IMPORTED = re.compile(r"""(?<![\w$.])(?:from|import)\s*\(?\s*["'`]([./][^"'`$]*)["'`]""")
"""Another script, by its address."""
STYLED = re.compile(r"""(?:@import\s+(?:url\(\s*)?|\burl\(\s*)["']?([^"')\s;]+)""", re.IGNORECASE)
"""What a stylesheet fetches."""
TALKING = re.compile(
    r"\b(XMLHttpRequest|sendBeacon|WebSocket|WebSocketStream|WebTransport|EventSource|RTCPeerConnection|importScripts)\b"
)
"""Ways to talk to others."""
NAMES = ("http://www.w3.org/", "https://example.com$")
"""Addresses that are names, and that nobody asks for: those of XML vocabularies, and one with which Pagefind takes addresses apart."""


class Seen(NamedTuple):
    """What a file asks for."""

    fetched: Sequence[str] = ()
    talking: Sequence[str] = ()
    inline: Sequence[str] = ()


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Everything in a script, a style or a drawing that is missing, foreign, or talks to others."""
    for name in sorted(site.files):
        reader = READERS.get(name.rpartition(".")[2])
        if reader is None:
            continue
        place = place_of(name)
        try:
            text = site.content(name).decode()
        except ValueError:
            yield Problem(place, "verify.broken-file", {"value": "UTF-8"})
            continue
        if (
            text.lstrip().startswith("<") and reader is not _drawing
        ):  # a page of some host that says that there is no such file
            yield Problem(place, "verify.broken-file", {"value": name.rpartition(".")[2]})
        seen = reader(text)
        for address in sorted(set(seen.fetched)):
            file = site.file_of(address, name)[0]
            if file is None:
                yield Problem(place, "verify.foreign", {"value": address})
            elif file not in site.files:
                yield Problem(place, "verify.broken-link", {"value": address})
        for way in sorted(set(seen.talking)):
            yield Problem(place, "verify.talks", {"value": way})
        for element in seen.inline:
            yield Problem(place, "verify.inline", {"value": element})


def _script(text: str) -> Seen:
    return Seen([*_absolute(text), *IMPORTED.findall(text)], TALKING.findall(text))


def _style(text: str) -> Seen:
    return Seen([*_absolute(text), *STYLED.findall(text)])


def _drawing(text: str) -> Seen:
    """A drawing is markup, like a page."""
    markup = read("", text, {})
    return Seen(markup.fetched, inline=markup.inline)


def _absolute(text: str) -> list[str]:
    return [address for address in ABSOLUTE.findall(text) if not address.startswith(NAMES)]


READERS: Mapping[str, Callable[[str], Seen]] = {"js": _script, "mjs": _script, "css": _style, "svg": _drawing}
"""What reads a file, by the ending of its name."""
