"""The files for hosts (`_headers`, `nginx.conf`, `Caddyfile`) send the policy and the other headers with every answer, and tell no search engine to stay away."""

import re
from collections.abc import Callable, Iterator, Mapping

from drws.domains.website.hosting.describe import OPEN_FOLDERS, OPEN_HEADERS
from drws.domains.website.hosting.description import END
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
SET = re.compile(r'\bset \$(\w+) "([^"]*)";')
"""The value of a variable: for all addresses at the beginning of a line, and for some in a block."""
CADDY = re.compile(r'^\s*(?:header (?:[@/]\S+ )?)?([A-Z][A-Za-z-]+) "([^"]*)"$', re.MULTILINE)
"""A header in a `Caddyfile`."""
IN_CADDY_WHERE_OPEN = re.compile(rf" +header (?:{'|'.join(OPEN_FOLDERS)})\* \{{\n(?: +[A-Z].*\n)* +\}}\n")

Sent = Mapping[str, str]
"""Headers by their name in small letters."""


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every header that is missing or weaker, in any of the files."""
    for name, read in READ.items():
        if name not in site.files:
            yield Problem(place_of(name), "verify.absent")
            continue
        content = site.content(name).decode("utf-8", "replace")
        lacking = dict.fromkeys(header for sent in read(content) for header in _lacking(sent))
        if name in WITH_BLOCKS and (END not in content or content.count("{") != content.count("}")):
            yield Problem(place_of(name), "verify.broken-file", {"value": WITH_BLOCKS[name]})
        for header in lacking:
            yield Problem(place_of(name), "verify.policy", {"value": header})


def _lacking(sent: Sent) -> Iterator[str]:
    """What an answer with these headers lacks."""
    yield from (header for header, value in HEADERS.items() if sent.get(header.lower()) != value)
    policy = sent.get(NAME.lower(), "")
    yield from (f"{NAME}: {directive}" for directive in weaker(policy, in_headers=True)) if policy else (NAME,)
    if FORBIDDING.lower() in sent:
        yield FORBIDDING


def _for_static_hosts(text: str) -> Iterator[Sent]:
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


def _for_nginx(text: str) -> Iterator[Sent]:
    """What each block of `nginx.conf` sends that has headers of its own: nginx then sends none of those outside it. And what those outside
    are where a variable has another value than for all addresses.
    """
    blocks: list[dict[str, str]] = [{}]
    for name, quoted, plain, always, brace in NGINX.findall(text):
        if brace == "{":
            blocks.append({})
        elif brace == "}" and len(blocks) > 1:
            if own := blocks.pop():
                yield _filled(own, text)
        elif name:  # without `always` it is not sent with errors, and ours have to be
            counts = bool(always) or name not in (NAME, *HEADERS)
            blocks[-1][name.lower()] = (quoted or plain) if counts else ""
    outside = _filled(blocks[0], text)
    yield outside
    for line in text.splitlines():
        is_open = line.startswith(tuple(f"location ^~ {folder} {{" for folder in OPEN_FOLDERS))
        for variable, value in SET.findall(line):
            for name in (name for name, given in blocks[0].items() if given == f"${variable}"):
                if not (is_open and _is_open(name, value)):
                    yield {**outside, name: value}


def _filled(headers: Sent, text: str) -> Sent:
    """With the values of variables, as they are for all addresses."""
    for_all = "\n".join(line for line in text.splitlines() if line.startswith("set "))
    values = {f"${name}": value for name, value in SET.findall(for_all)}
    return {name: values.get(value, value) for name, value in headers.items()}


def _for_caddy(text: str) -> Iterator[Sent]:
    """What the `Caddyfile` sends with every answer, and each value that it gives a header besides, but where pages of others may read."""
    first: dict[str, str] = {}
    others = []
    for name, value in CADDY.findall(IN_CADDY_WHERE_OPEN.sub(_without_open_headers, text)):
        if first.setdefault(name.lower(), value) != value:
            others.append((name.lower(), value))
    yield first
    yield from ({**first, name: value} for name, value in others)


def _without_open_headers(block: "re.Match[str]") -> str:
    return CADDY.sub(lambda found: "" if _is_open(found[1], found[2]) else found[0], block[0])


def _is_open(name: str, value: str) -> bool:
    """Is it what is sent from where pages of others may read?"""
    return {header.lower(): own for header, own in OPEN_HEADERS.items()}.get(name.lower()) == value


READ: Mapping[str, Callable[[str], Iterator[Sent]]] = {
    "_headers": _for_static_hosts,
    "nginx.conf": _for_nginx,
    "Caddyfile": _for_caddy,
}
"""The files, and what reads each."""
WITH_BLOCKS = {"nginx.conf": "nginx", "Caddyfile": "Caddy"}
"""Those of which a part does not do, and how messages call their form."""
