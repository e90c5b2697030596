"""The files for hosts (`_headers`, `nginx.conf`) send the policy and the other headers with every answer, and tell no search engine to stay away."""

import re
from collections.abc import Iterator, Mapping

from drws.domains.website.policy import HEADERS
from drws.kernel.problem import Problem
from drws.verify.policy import NAME, weaker
from drws.verify.site import BuiltSite, place_of

ID = "headers"

EVERY = "/*"
"""All addresses, in `_headers`."""
FORBIDDING = "X-Robots-Tag"
NGINX = re.compile(r'\badd_header\s+(\S+)\s+(?:"([^"]*)"|(\S+?))(\s+always)?\s*;|([{}])')
"""A header in `nginx.conf`, or the beginning or end of a block."""


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every header that is missing or weaker, in either file."""
    for name, read in (("_headers", _for_static_hosts), ("nginx.conf", _for_nginx)):
        if name not in site.files:
            yield Problem(place_of(name), "verify.absent")
            continue
        content = site.content(name).decode("utf-8", "replace")
        lacking = dict.fromkeys(header for sent in read(content) for header in _lacking(sent))
        if name == "nginx.conf" and len(set(map(content.count, "{}"))) > 1:
            yield Problem(place_of(name), "verify.broken-file", {"value": "nginx"})
        for header in lacking:
            yield Problem(place_of(name), "verify.policy", {"value": header})


def _lacking(sent: Mapping[str, str]) -> Iterator[str]:
    """What an answer with these headers lacks."""
    yield from (header for header, value in HEADERS.items() if sent.get(header.lower()) != value)
    policy = sent.get(NAME.lower(), "")
    yield from (f"{NAME}: {directive}" for directive in weaker(policy, in_headers=True)) if policy else (NAME,)
    if FORBIDDING.lower() in sent:
        yield FORBIDDING


def _for_static_hosts(text: str) -> Iterator[Mapping[str, str]]:
    """What `_headers` sends with every address, and then with some: those add to the others, or take their place."""
    sections: dict[str, dict[str, str]] = {EVERY: {}}
    path = EVERY
    for line in text.splitlines():
        if line[:1].strip():
            path = line.strip()
        elif line.strip():
            name, _, value = line.strip().partition(":")
            header = name.lower().removeprefix("!").strip()  # `! Name` takes a header away
            sections.setdefault(path, {})[header] = "" if name.startswith("!") else value.strip()
    yield from ({**sections[EVERY], **own} for own in sections.values())


def _for_nginx(text: str) -> Iterator[Mapping[str, str]]:
    """What each block of `nginx.conf` sends that has headers of its own: nginx then sends none of those outside it."""
    blocks: list[dict[str, str]] = [{}]
    for name, quoted, plain, always, brace in NGINX.findall(text):
        if brace == "{":
            blocks.append({})
        elif brace == "}" and len(blocks) > 1:
            if own := blocks.pop():
                yield own
        elif name:  # without `always` it is not sent with errors, and ours have to be
            counts = bool(always) or name not in (NAME, *HEADERS)
            blocks[-1][name.lower()] = (quoted or plain) if counts else ""
    yield blocks[0]
