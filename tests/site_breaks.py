"""Ways in which a built site can be broken: what happens to which file, and what `drws verify` says of it.

Each is done to a copy of the small example that nobody signed. A name of a file may have a `*`; a break that names none gets a Welsh page for
itself, so many are done at once.
"""

import gzip
import json
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drws.search.packed import pack, unpacked

How = Callable[[Path], object]
"""Breaks the file at a path."""


@dataclass(frozen=True)
class Break:
    """What happens to a file, and what is said of it."""

    how: How
    message: str
    """The message, without `verify.`."""
    value: Any = None
    """What it quotes, where that matters."""
    file: str = ""
    """The file that is broken."""
    where: str = ""
    """The file of which it is said, where that is another."""

    @property
    def hides_nothing(self) -> bool:
        """Is what others do to the same file told as well? It adds something at the end, and that is quoted."""
        return isinstance(self.how, Added) and self.message != "broken-file"


def put(text: str, before: str = "</main>") -> How:
    """Put something into a page."""
    return swap(re.escape(before), text + before)


def swap(pattern: str, by: str) -> How:
    """Replace something that is there, once."""

    def how(path: Path) -> None:
        text = path.read_bytes().decode()
        changed = re.sub(pattern, lambda _: by, text, count=1, flags=re.DOTALL)
        assert changed != text, f"nothing in {path} looks like {pattern}"
        path.write_bytes(changed.encode())

    return how


@dataclass(frozen=True)
class Added:
    """Adds something at the end, on a line of its own."""

    text: str

    def __call__(self, path: Path) -> None:
        """Add it."""
        content = path.read_bytes()
        path.write_bytes(content + b"\n" * (not content.endswith(b"\n")) + self.text.encode())


end_with = Added


def write(content: bytes) -> How:
    """Put something else in its place."""
    return lambda path: path.write_bytes(content)


def cut(path: Path) -> None:
    """Only the first half arrived."""
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def take_away(path: Path) -> None:
    """It is gone."""
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def lead_to(address: str) -> How:
    """A page of the index is that of another address."""

    def how(path: Path) -> None:
        content = json.loads(unpacked(path) or b"null")
        pack(path, json.dumps({**content, "url": address}).encode())

    return how


def lead_elsewhere(path: Path) -> None:
    """It only leads to a file outside."""
    path.unlink()
    path.symlink_to("/etc/hostname")


def copy_to(folder: str) -> How:
    """It is there a second time."""

    def how(path: Path) -> None:
        (path.parent.parent / folder).mkdir()
        shutil.copy(path, path.parent.parent / folder / path.name)

    return how


def everywhere(how: How) -> How:
    """It happens to every page in a folder."""

    def to_all(folder: Path) -> None:
        for path in folder.rglob("*.html"):
            how(path)

    return to_all


def describe_like(other: str) -> How:
    """It has the description of another page."""

    def how(path: Path) -> None:
        site = next(folder for folder in path.parents if (folder / other).is_file())
        [description] = re.findall(DESCRIPTION, (site / other).read_text("utf-8"))
        swap(DESCRIPTION, description)(path)

    return how


ELSEWHERE = "https://elsewhere.example/x"
DESCRIPTION = '<meta name="description"[^>]*>'
PREVIEW = {name: f'<meta property="og:{name}"[^>]*>' for name in ("url", "title", "image")}
POLICY = '<meta http-equiv="Content-Security-Policy"[^>]*>'
CANONICAL = '<link rel="canonical"[^>]*>'
IN_ENGLISH = '<link rel="alternate" hreflang="en"[^>]*>'
IN_WELSH = '<link rel="alternate" hreflang="cy"[^>]*>'
ENGLISH = "You can ask for support at any time, and we will answer you within two weeks."
WELSH = "Gallwch ofyn am gymorth ar unrhyw adeg, a byddwn yn eich ateb o fewn pythefnos."
WITH_NUMBERS = "cy/gwasanaethau/grwp-rhieni/index.html"
SCRIPT = "assets/site.*.js"
STYLE = "assets/site.*.css"
NAME = "Content-Security-Policy"

IN_PAGES: Mapping[str, Break] = {
    # ── links
    "a link to no page": Break(put('<a href="/cy/dim/">x</a>'), "broken-link", "/cy/dim/"),
    "a relative link to no page": Break(put('<a href="../dim/">x</a>'), "broken-link", "../dim/"),
    "a whole address of no page": Break(put('<a href="https://bach.example/cy/dim/">x</a>'), "broken-link", "https://bach.example/cy/dim/"),
    "a link without the slash": Break(put('<a href="/cy/gwasanaethau">x</a>'), "broken-link", "/cy/gwasanaethau"),
    "a form to no page": Break(put('<form action="/cy/dim/"></form>'), "broken-link", "/cy/dim/"),
    "a picture that is not there": Break(put('<img src="/assets/dim.svg" alt="">'), "broken-link", "/assets/dim.svg"),
    "a file that a script is given and is not there": Break(put('<p data-places="/assets/dim.json">x</p>'), "broken-link", "/assets/dim.json"),
    "a fragment of nothing": Break(put('<a href="#dim">x</a>'), "broken-fragment", "#dim"),
    "a fragment of nothing elsewhere": Break(put('<a href="/cy/a-i-y/#dim">x</a>'), "broken-fragment", "/cy/a-i-y/#dim"),
    "a link out of the folder": Break(put('<a href="../../../../../../">x</a>'), "leads-out", "../../../../../../"),
    "a link out of the folder in other signs": Break(put('<a href="/cy/%2e%2E/.%2e/">x</a>'), "leads-out", "/cy/%2e%2E/.%2e/"),
    "a link in a template": Break(put('<template><a href="/cy/dim/">x</a></template>'), "broken-link", "/cy/dim/"),
    # ── markup
    "a title of spaces": Break(swap("<title>.*?</title>", "<title> </title>"), "no-title"),
    "no title": Break(swap("<title>.*?</title>", ""), "no-title"),
    "an id twice": Break(put('<p id="main">x</p>'), "duplicate-id", "main"),
    "JSON-LD that is no JSON": Break(put('<script type="application/ld+json">{"@context": </script>'), "broken-file", "JSON-LD"),
    # ── what a page says of itself to others
    "no description": Break(swap(DESCRIPTION, ""), "no-description"),
    "the description of another page": Break(describe_like("cy/a-i-y/index.html"), "same-description"),
    "a preview of another page": Break(swap(PREVIEW["url"], '<meta property="og:url" content="https://bach.example/cy/">'), "preview", "og:url https://bach.example/cy/"),
    "a preview without a title": Break(swap(PREVIEW["title"], ""), "preview", "og:title"),
    "a preview whose picture is not there": Break(swap(PREVIEW["image"], '<meta property="og:image" content="https://bach.example/assets/dim.png">'), "preview", "og:image https://bach.example/assets/dim.png"),
    "a preview whose picture is on no site": Break(swap(PREVIEW["image"], '<meta property="og:image" content="/cy/">'), "preview", "og:image /cy/"),
    "data for programs of another page": Break(swap('"@id":"https://bach.example/cy/[^"]*"', '"@id":"https://bach.example/en/"'), "linked-data", "@id https://bach.example/en/"),
    "data for programs of no vocabulary": Break(swap('"@context":"https://schema.org"', '"@context":"https://elsewhere.example"'), "linked-data", "@context"),
    "a thing of no kind for programs": Break(swap('"@type":"[A-Za-z]*Page",', ""), "linked-data", "@type"),
    "a page for programs that is not there": Break(swap('"item":"https://bach.example/cy/"', '"item":"https://bach.example/dim/"'), "broken-link", "https://bach.example/dim/"),
    # ── things from elsewhere
    "a script from elsewhere": Break(put(f'<script src="{ELSEWHERE}"></script>', "</head>"), "foreign", ELSEWHERE),
    "a style from elsewhere": Break(put('<link rel="stylesheet" href="//elsewhere.example/x">', "</head>"), "foreign", "//elsewhere.example/x"),
    "a connection to elsewhere": Break(put(f'<link rel="preconnect" href="{ELSEWHERE}">', "</head>"), "foreign", ELSEWHERE),
    "a base elsewhere": Break(put(f'<base href="{ELSEWHERE}">', "</head>"), "foreign", ELSEWHERE),
    "a refresh to elsewhere": Break(put(f'<meta http-equiv="refresh" content="0; url={ELSEWHERE}">', "</head>"), "foreign", ELSEWHERE),
    "a picture from elsewhere": Break(put(f'<img src="{ELSEWHERE}" alt="">'), "foreign", ELSEWHERE),
    "a large picture from elsewhere": Break(put(f'<img srcset="{ELSEWHERE} 2x" src="/assets/dim.svg" alt="">'), "foreign", ELSEWHERE),
    "a frame from elsewhere": Break(put(f'<iframe src="{ELSEWHERE}"></iframe>'), "foreign", ELSEWHERE),
    "a film's picture from elsewhere": Break(put(f'<video poster="{ELSEWHERE}"></video>'), "foreign", ELSEWHERE),
    "an object from elsewhere": Break(put(f'<object data="{ELSEWHERE}"></object>'), "foreign", ELSEWHERE),
    "a drawing from elsewhere": Break(put(f'<svg><use href="{ELSEWHERE}"/></svg>'), "foreign", ELSEWHERE),
    "a form to elsewhere": Break(put(f'<form action="{ELSEWHERE}"></form>'), "foreign", ELSEWHERE),
    "a button to elsewhere": Break(put(f'<button formaction="{ELSEWHERE}">x</button>'), "foreign", ELSEWHERE),
    "a link that tells others": Break(put(f'<a href="/cy/" ping="{ELSEWHERE}">x</a>'), "foreign", ELSEWHERE),
    "a file that a script is given from elsewhere": Break(put('<p data-places="//elsewhere.example/x">x</p>'), "foreign", "//elsewhere.example/x"),
    "a picture from elsewhere in a template": Break(put(f'<template><img src="{ELSEWHERE}" alt=""></template>'), "foreign", ELSEWHERE),
    # ── code in the page
    "a script in the page": Break(put("<script>alert(1)</script>"), "inline", "<script>"),
    "a script of a type of its own": Break(put('<script type="module">alert(1)</script>'), "inline", "<script>"),
    "a style in the page": Break(put("<style>p{}</style>", "</head>"), "inline", "<style>"),
    "a style on an element": Break(swap("<main ", '<main style="color:red" '), "inline", "<main>"),
    "a script on an element": Break(swap("<main ", '<main onclick="alert(1)" '), "inline", "<main>"),
    "a page in a frame": Break(put('<iframe srcdoc="&lt;p&gt;x"></iframe>'), "inline", "<iframe>"),
    "a link that runs": Break(put('<a href="javascript:alert(1)">x</a>'), "inline", "javascript:alert(1)"),
    "a link that runs, with a tab": Break(put('<a href="java&#9;script:alert(1)">x</a>'), "inline", "java\tscript:alert(1)"),
    "a link that runs, after a control character": Break(put('<a href="&#1;jAvascript&#10;:alert(1)">x</a>'), "inline", "\x01jAvascript\n:alert(1)"),
    "a link to a page in itself": Break(put('<a href="data:text/html,x">x</a>'), "inline", "data:text/html,x"),
    "a drawing that makes a link run": Break(put('<svg><animate attributeName="href" to="javascript:alert(1)"/></svg>'), "inline", "<animate>"),
    "a script in a template": Break(put("<template><script>alert(1)</script></template>"), "inline", "<script>"),
    # ── the policy
    "no policy": Break(swap(POLICY, ""), "policy", NAME),
    "an empty policy": Break(swap(POLICY, f'<meta http-equiv="{NAME}" content="">'), "policy", NAME),
    "a policy after the scripts": Break(lambda path: (swap(POLICY, "")(path), put(f'<meta http-equiv="{NAME}" content="default-src \'none\'">', "</head>")(path)), "policy", NAME),
    "a policy without one of its parts": Break(swap("base-uri", "x-base-uri"), "policy", "base-uri"),
    "a policy that lets scripts in pages run": Break(swap("script-src ", "script-src 'unsafe-inline' "), "policy", "script-src"),
    "a policy that allows everything": Break(swap("default-src &#39;none&#39;", "default-src *"), "policy", "default-src"),
    "a policy with a part that goes around another": Break(swap("default-src", "script-src-elem https:; default-src"), "policy", "script-src-elem"),
    # ── languages
    "a page that says another language": Break(swap('<html (.*?)lang="cy"', '<html lang="en"'), "language", "en"),
    "a page that says no language": Break(swap('<html (.*?)lang="cy"', "<html "), "language", ""),
    "an English paragraph on a Welsh page": Break(put(f"<p>{ENGLISH}</p>"), "other-language", ENGLISH),
    "an English item with a link on a Welsh page": Break(put(f'<ul><li>{ENGLISH} <a href="/cy/">Hafan</a></li></ul>'), "other-language", f"{ENGLISH} Hafan"),
    "an English heading on a Welsh page": Break(put(f"<h2>{ENGLISH}</h2>"), "other-language", ENGLISH),
    "a Welsh paragraph on an English page": Break(put(f"<p>{WELSH}</p>"), "other-language", WELSH, "en/services/index.html"),
    "English around the Welsh pages": Break(put(f"<p>{ENGLISH}</p>", "</footer>"), "other-language", ENGLISH, "cy/index.html"),
    "no counterpart named": Break(swap(IN_ENGLISH, ""), "alternate", "en"),
    "a counterpart elsewhere": Break(swap(IN_ENGLISH, f'<link rel="alternate" hreflang="en" href="{ELSEWHERE}">'), "alternate", ELSEWHERE),
    "another page as the counterpart": Break(swap(IN_ENGLISH, '<link rel="alternate" hreflang="en" href="/en/a-to-z/">'), "alternate", "en/a-to-z/index.html"),
    "a second counterpart": Break(put('<link rel="alternate" hreflang="en" href="/en/a-to-z/">', "</head>"), "alternate"),
    "a page that is not its own Welsh": Break(swap(IN_WELSH, '<link rel="alternate" hreflang="cy" href="/cy/a-i-y/">'), "alternate", "cy/a-i-y/index.html"),
    "a language that the site has not": Break(put('<link rel="alternate" hreflang="fr" href="/en/">', "</head>"), "alternate", "fr"),
    "a page for all languages elsewhere": Break(put(f'<link rel="alternate" hreflang="x-default" href="{ELSEWHERE}">', "</head>"), "alternate", "x-default"),
    # ── numbers
    "another number on the page": Break(put('<a href="tel:+443069990999">x</a>'), "number", "tel:+443069990999"),
    "a number that nobody listed": Break(put('<a href="sms:+443069990998?body=x">x</a>'), "unlisted-number", "sms:+443069990998"),
    "a number that is not on the page": Break(swap(r"tel:\+443069990123", "tel:+443069990124"), "number", "tel:+443069990123", WITH_NUMBERS, "en/services/parents-group/index.html"),
    "another number to text": Break(put('<a href="sms:+447700900999?body=Helo">x</a>'), "number", "sms:+447700900999"),
    # ── search engines
    "no canonical address": Break(swap(CANONICAL, ""), "canonical", "–"),
    "a canonical address elsewhere": Break(swap(CANONICAL, f'<link rel="canonical" href="{ELSEWHERE}">'), "canonical", ELSEWHERE),
    "another page as the canonical address": Break(swap(CANONICAL, '<link rel="canonical" href="https://bach.example/cy/">'), "canonical", "https://bach.example/cy/"),
    "two canonical addresses": Break(put('<link rel="canonical" href="https://bach.example/cy/">', "</head>"), "canonical"),
    "a page that wants to be in no index": Break(put('<meta name="robots" content="NOINDEX">', "</head>"), "robots", "noindex"),
    "an old page that is still there": Break(copy_to("hen"), "not-in-sitemap", None, "cy/a-i-y/index.html", "cy/hen/index.html"),
    # ── addresses that were published
    "an old address that leads nowhere by itself": Break(swap('<meta http-equiv="refresh"[^>]*>', ""), "moved", "en/glossary/directory/", "en/glossary/list-of-services/index.html"),
    "an old address that leads elsewhere": Break(swap("0; url=/en/glossary/directory/", "0; url=/en/glossary/"), "moved", "en/glossary/directory/", "en/glossary/list-of-places/index.html"),
    "an old address without a link": Break(swap("<main.*?</main>", "<main></main>"), "moved", "cy/geirfa/cyfeiriadur/", "cy/geirfa/rhestr-o-leoedd/index.html"),
    "a withdrawn page that search engines keep": Break(swap('<meta name="robots"[^>]*>', ""), "withdrawn", None, "en/services/friday-evening-club/index.html"),
    # ── the file
    "a page that is no text": Break(lambda path: path.write_bytes(path.read_bytes() + b"\xff"), "broken-file", "UTF-8"),
    "half a page": Break(cut, "broken-file", "HTML"),
    "an empty page": Break(write(b""), "empty-file"),
}  # fmt: skip
"""Done to pages, each to one for itself."""

IN_FILES: Mapping[str, Break] = {
    # ── languages
    "English on every Welsh page": Break(everywhere(put(f"<p>{ENGLISH}</p>")), "other-language", ENGLISH, "cy", "cy/a-i-y/index.html"),
    "English pages in the place of Welsh ones": Break(everywhere(swap("<main.*?</main>", f"<main><p>{ENGLISH}</p></main>")), "other-language", ENGLISH, "cy", "cy/a-i-y/index.html"),
    # ── robots.txt
    "no robots.txt": Break(take_away, "absent", file="robots.txt"),
    "robots.txt forbids everything": Break(swap("Allow: /", "Disallow: /"), "robots", file="robots.txt"),
    "robots.txt forbids a language": Break(swap("Allow: /", "Disallow: /cy/"), "robots", file="robots.txt"),
    "robots.txt does not name the sitemap": Break(swap("Sitemap: [^\n]*", ""), "robots", "sitemap.xml", "robots.txt"),
    # ── security.txt
    "half of security.txt": Break(cut, "broken-file", "security.txt: Expires", ".well-known/security.txt"),
    "security.txt without anybody to tell": Break(swap("Contact: [^\n]*\nContact: [^\n]*\n", ""), "broken-file", "security.txt: Contact", ".well-known/security.txt"),
    "security.txt with a contact that others can read along": Break(swap("Contact: https:", "Contact: http:"), "broken-file", "security.txt: Contact", ".well-known/security.txt"),
    "security.txt that says twice until when it holds": Break(end_with("Expires: 2026-01-01T00:00:00Z\n"), "broken-file", "security.txt: Expires", ".well-known/security.txt"),
    "security.txt of another site": Break(swap("Canonical: [^\n]*", f"Canonical: {ELSEWHERE}"), "broken-file", "security.txt: Canonical", ".well-known/security.txt"),
    # ── the sitemap
    "no sitemap": Break(take_away, "absent", file="sitemap.xml"),
    "half a sitemap": Break(cut, "broken-file", "XML", "sitemap.xml"),
    "a page instead of the sitemap": Break(write(b"<!doctype html><p>Not found"), "broken-file", "XML", "sitemap.xml"),
    "something else that is XML": Break(write(b"<urlset/>"), "broken-file", "sitemap", "sitemap.xml"),
    "a dead page in the sitemap": Break(swap("/cy/a-i-y/</loc>", "/cy/dim/</loc>"), "broken-link", "https://bach.example/cy/dim/", "sitemap.xml"),
    "a page of others in the sitemap": Break(swap("https://bach.example/cy/a-i-y/</loc>", f"{ELSEWHERE}</loc>"), "broken-link", ELSEWHERE, "sitemap.xml"),
    "a page that the sitemap leaves out": Break(swap("<url>\\s*<loc>https://bach.example/cy/a-i-y/</loc>.*?</url>", ""), "not-in-sitemap", None, "sitemap.xml", "cy/a-i-y/index.html"),
    "a page in the wrong language in the sitemap": Break(swap('hreflang="en" href="https://bach.example/en/a-to-z/"', 'hreflang="cy" href="https://bach.example/en/a-to-z/"'), "broken-link", "https://bach.example/en/a-to-z/", "sitemap.xml"),
    # ── addresses that were published
    "a page that is listed and not there": Break(swap("cy/a-i-y/", "cy/dim/"), "broken-link", "cy/dim/", "addresses.json"),
    "no list of addresses": Break(take_away, "absent", file="addresses.json"),
    "half a list of addresses": Break(cut, "broken-file", "JSON", "addresses.json"),
    "a hollow list of addresses": Break(write(b"{}"), "broken-file", "addresses", "addresses.json"),
    "an old address where nothing is": Break(take_away, "moved", "en/glossary/directory/", "en/glossary/list-of-services/index.html"),
    "an old address that leads to another one": Break(put('<meta http-equiv="refresh" content="0; url=/cy/">', "</head>"), "moved", "cy/geirfa/cyfeiriadur/", "cy/geirfa/cyfeiriadur/index.html", "cy/geirfa/rhestr-o-leoedd/index.html"),
    "an old file that is gone": Break(take_away, "moved", "cy/cysylltu/dros-nos.vcf", "cy/cysylltu/llinell-nos.vcf"),
    "no page where one was withdrawn": Break(take_away, "withdrawn", None, "cy/gwasanaethau/clwb-nos-wener/index.html"),
    # ── headers
    "no _headers": Break(take_away, "absent", file="_headers"),
    "_headers without the policy": Break(swap(f"{NAME}: [^\n]*", ""), "policy", NAME, "_headers"),
    "_headers with a weaker policy": Break(swap("script-src ", "script-src 'unsafe-inline' "), "policy", f"{NAME}: script-src", "_headers"),
    "_headers that lets itself be framed": Break(swap("; frame-ancestors 'none'", ""), "policy", f"{NAME}: frame-ancestors", "_headers"),
    "_headers without one of them": Break(swap("Referrer-Policy: [^\n]*", ""), "policy", "Referrer-Policy", "_headers"),
    "_headers that takes the policy away for some": Break(swap("/assets/\\*\n", f"/assets/*\n  ! {NAME}\n"), "policy", NAME, "_headers"),
    "_headers that sends search engines away": Break(swap("/\\*\n", "/*\n  X-Robots-Tag: noindex\n"), "policy", "X-Robots-Tag", "_headers"),
    "no Caddyfile": Break(take_away, "absent", file="Caddyfile"),
    "half a Caddyfile": Break(cut, "broken-file", "Caddy", "Caddyfile"),
    "a Caddyfile without the policy": Break(swap(f'{NAME} "[^\n]*', ""), "policy", NAME, "Caddyfile"),
    "a Caddyfile that takes a header away for some": Break(swap("    file_server", '    header /en/* Referrer-Policy "unsafe-url"\n    file_server'), "policy", "Referrer-Policy", "Caddyfile"),
    "no nginx.conf": Break(take_away, "absent", file="nginx.conf"),
    "half of nginx.conf": Break(cut, "broken-file", "nginx", "nginx.conf"),
    "nginx.conf with a weaker policy": Break(swap("default-src 'none'", "default-src 'self'"), "policy", f"{NAME}: default-src", "nginx.conf"),
    "nginx.conf with a block that sends no policy": Break(end_with('location /x/ { add_header Cache-Control "no-store"; }\n'), "policy", NAME, "nginx.conf"),
    "nginx.conf that opens all files to others": Break(swap("location \\^~ /data/ ", "location ^~ /en/ "), "policy", "Cross-Origin-Resource-Policy", "nginx.conf"),
    "nginx.conf without one of them": Break(swap("add_header X-Content-Type-Options [^\n]*", ""), "policy", "X-Content-Type-Options", "nginx.conf"),
    "nginx.conf that sends no policy with errors": Break(swap('(?<=frame-ancestors \'none\'") always', ""), "policy", NAME, "nginx.conf"),
    "nginx.conf that sends search engines away": Break(end_with('add_header X-Robots-Tag "noindex" always;\n'), "policy", "X-Robots-Tag", "nginx.conf"),
    # ── compressed forms
    "half a compressed form": Break(cut, "other-form", "sitemap.xml", "sitemap.xml.br"),
    "an old compressed form": Break(write(gzip.compress(b"<urlset/>")), "other-form", "sitemap.xml", "sitemap.xml.gz"),
    "a compressed form of nothing": Break(write(gzip.compress(b"No page.")), "other-form", "gone.html", "gone.html.gz"),
    # ── files that programs read
    "half a calendar": Break(cut, "broken-file", "iCalendar", "cy/dyletswyddau/calendr.ics"),
    "an event without a name of its own": Break(swap("UID:", "X-UID:"), "broken-file", "iCalendar", "en/duties/calendar.ics"),
    "an event on no day": Break(swap("DTSTART;VALUE=DATE:\\d+", "DTSTART;VALUE=DATE:soon"), "broken-file", "iCalendar", "cy/dyletswyddau/calendr/dyffryn.ics"),
    "half a card": Break(cut, "broken-file", "vCard", "cy/cysylltu/dros-nos.vcf"),
    "a card without a name": Break(swap("\nFN[^\n]*", ""), "broken-file", "vCard", "en/contact/dros-nos.vcf"),
    "half a feed": Break(cut, "broken-file", "Atom", "cy/newidiadau-polisi/newidiadau-polisi.atom"),
    "a feed without its time": Break(swap("<updated>[^<]*</updated>", ""), "broken-file", "Atom", "en/policy-changes/policy-changes.atom"),
    "a page instead of a feed": Break(write(b"<html/>"), "broken-file", "Atom", "en/policy-changes/topic-cyswllt.atom"),
    "a feed that leads to no page": Break(swap('href="https://bach.example/en/about/blocks/"', 'href="https://bach.example/en/dim/"'), "broken-link", "https://bach.example/en/dim/", "en/what-is-new/what-is-new.atom"),
    "half a file of data": Break(cut, "broken-file", "JSON", "cy/popolo.json"),
    "data with what is no number": Break(write(b'{"a": NaN}'), "broken-file", "JSON", "en/popolo.json"),
    "data that is no text": Break(write(b'{"a": "\xff"}'), "broken-file", "JSON", "en/missing-dates/missing-dates.json"),
    "an empty file of data": Break(write(b""), "empty-file", None, "assets/places.*.json"),
    # ── feeds
    "no root of a feed": Break(take_away, "absent", file="data/oruk/v3/cy/index.json"),
    "a list that miscounts": Break(swap(r'"total_items":\d+', '"total_items":1000'), "miscounted", 1000, "data/oruk/v3/en/taxonomies.json"),
    "an id that leads nowhere": Break(swap('"organization_id":"[^"]*"', '"organization_id":"00000000-0000-5000-8000-000000000000"'), "dangling-id", "00000000-0000-5000-8000-000000000000", "data/oruk/v3/cy/services/*.json"),
    "the file of an object is gone": Break(take_away, "broken-link", None, "data/oruk/v3/en/taxonomy_terms/*.json", "data/oruk/v3/en/taxonomy_terms.json"),
    "an address in a feed that is no page": Break(swap('"url":"https://bach.example/cy/[^"]*"', '"url":"https://bach.example/cy/dim/"'), "broken-link", "https://bach.example/cy/dim/", "data/oruk/v3/cy/services.json"),
    "a page in the other language": Break(swap('"x_url":"https://bach.example/en/[^"]*"', '"x_url":"https://bach.example/cy/"'), "broken-link", "https://bach.example/cy/", "data/oruk/v3/en/organizations.json"),
    "the other language of a feed elsewhere": Break(swap('"x_alternate":{"cy":"[^"]*"', f'"x_alternate":{{"cy":"{ELSEWHERE}"'), "broken-link", ELSEWHERE, "data/oruk/v3/en/index.json"),
    "a record in one language alone": Break(swap(r'"service_at_locations":\[', '"service_at_locations":[{"id":"00000000-0000-5000-8000-000000000001"},'), "one-language", "00000000-0000-5000-8000-000000000001", "data/oruk/v3/cy/bundle.json"),
    # ── tables
    "a formula": Break(end_with("=1+1,,,,,,,,,,\n"), "formula", "=1+1", "observations/*.csv"),
    "a formula with a plus": Break(end_with("+A1,,,,,,,,,,\n"), "formula", "+A1", "observations/*.csv"),
    "a formula with a minus": Break(end_with("-A1,,,,,,,,,,\n"), "formula", "-A1", "observations/*.csv"),
    "a formula with an at": Break(end_with("@SUM(A1),,,,,,,,,,\n"), "formula", "@SUM(A1)", "observations/*.csv"),
    "a formula after a tab": Break(end_with('"\t=1+1",,,,,,,,,,\n'), "formula", "\t=1+1", "observations/*.csv"),
    "a page instead of a table": Break(write(b"<!doctype html>"), "broken-file", "CSV", "observations/*.csv"),
    "a row that is too short": Break(end_with("dyffryn,2023\n"), "broken-file", "CSV", "observations/*.csv"),
    "a table that is no text": Break(write(b"\xff,1\n"), "broken-file", "CSV", "observations/*.csv"),
    "a quote that does not end": Break(end_with('"dyffryn'), "broken-file", "CSV", "observations/*.csv"),
    # ── pictures, fonts, styles and scripts
    "a picture is gone": Break(take_away, "broken-link", None, "assets/apple-touch-icon.*.png", "index.html"),
    "a picture is none": Break(write(b"<!doctype html>"), "broken-file", "PNG", "assets/apple-touch-icon.*.png"),
    "half a picture": Break(cut, "broken-file", "PNG", "assets/apple-touch-icon.*.png"),
    "half a font": Break(cut, "broken-file", "WOFF2", "assets/figtree-wght-*.woff2"),
    "a page instead of a stylesheet": Break(write(b"<!doctype html>"), "broken-file", "css", STYLE),
    "a page instead of a script": Break(write(b"<!doctype html>"), "broken-file", "js", SCRIPT),
    "a font is gone": Break(take_away, "broken-link", None, "assets/figtree-latin-ext-*.woff2", STYLE),
    "a font is none": Break(write(b"<!doctype html>"), "broken-file", "WOFF2", "assets/figtree-wght-*.woff2"),
    "a stylesheet is gone": Break(take_away, "broken-link", None, STYLE, "404.html"),
    "a script is gone": Break(take_away, "broken-link", None, SCRIPT, "404.html"),
    "a script that another imports is gone": Break(take_away, "broken-link", None, "assets/search-engine.*.js", "assets/search.*.js"),
    "an empty stylesheet": Break(write(b""), "empty-file", None, STYLE),
    "half a drawing": Break(cut, "broken-file", "SVG", "assets/favicon.*.svg"),
    "a script in a drawing": Break(put("<script>alert(1)</script>", "</svg>"), "inline", "<script>", "assets/favicon.*.svg"),
    "a drawing that fetches from elsewhere": Break(put(f'<image href="{ELSEWHERE}"/>', "</svg>"), "foreign", ELSEWHERE, "assets/favicon.*.svg"),
    "a stylesheet that imports from elsewhere": Break(end_with(f'@import "{ELSEWHERE}";'), "foreign", ELSEWHERE, STYLE),
    "a stylesheet that imports nothing": Break(end_with("@import url(dim.css);"), "broken-link", "dim.css", STYLE),
    "a stylesheet with a picture from elsewhere": Break(end_with("p{background:url(//elsewhere.example/x)}"), "foreign", "//elsewhere.example/x", STYLE),
    "a script that fetches from elsewhere": Break(end_with(f'fetch("{ELSEWHERE}")'), "foreign", ELSEWHERE, SCRIPT),
    "a script that imports from elsewhere": Break(end_with(f"import('{ELSEWHERE}')"), "foreign", ELSEWHERE, SCRIPT),
    "a script that imports nothing": Break(end_with('import "./dim.js"'), "broken-link", "./dim.js", SCRIPT),
    "a script that opens a line to elsewhere": Break(end_with("open(`wss://elsewhere.example/x`)"), "foreign", "wss://elsewhere.example/x", SCRIPT),
    "a script that asks in the old way": Break(end_with("new XMLHttpRequest()"), "talks", "XMLHttpRequest", SCRIPT),
    "a script that sends a beacon": Break(end_with("navigator.sendBeacon(a)"), "talks", "sendBeacon", SCRIPT),
    "a script that opens a socket": Break(end_with("new WebSocket(a)"), "talks", "WebSocket", SCRIPT),
    "a script that listens to others": Break(end_with("new EventSource(a)"), "talks", "EventSource", SCRIPT),
    "a script that is no text": Break(write(b"\xff\xfe"), "broken-file", "UTF-8", SCRIPT),
    "a link to a file outside": Break(lead_elsewhere, "symbolic-link", None, "assets/count.*.js"),
    # ── search
    "no index": Break(take_away, "search-count", "cy", "pagefind", "pagefind/pagefind-entry.json"),
    "no list of the indexes": Break(take_away, "absent", file="pagefind/pagefind-entry.json"),
    "half a list of the indexes": Break(cut, "broken-file", "JSON", "pagefind/pagefind-entry.json"),
    "a language is not in the list of the indexes": Break(swap('"cy": ', '"xx": '), "broken-file", "Pagefind", "pagefind/pagefind-entry.json"),
    "a page is not in the index": Break(take_away, "search-count", "cy", "pagefind/fragment/cy_*", "pagefind/pagefind-entry.json"),
    "a page of the index that leads nowhere": Break(lead_to("/en/dim/"), "broken-link", "/en/dim/", "pagefind/fragment/en_*"),
    "a page of the index is broken": Break(cut, "broken-file", "Pagefind", "pagefind/fragment/en_*"),
    "words of the index are gone": Break(take_away, "absent", file="pagefind/index/cy_*"),
    "words of the index are broken": Break(cut, "broken-file", "Pagefind", "pagefind/index/en_*"),
    "the index of a language is gone": Break(take_away, "absent", file="pagefind/pagefind.cy_*"),
    "the index of a language is broken": Break(cut, "broken-file", "Pagefind", "pagefind/pagefind.en_*"),
    "the program of search is gone": Break(take_away, "absent", file="pagefind/pagefind.js"),
    "the program of search for a language is gone": Break(take_away, "absent", file="pagefind/wasm.en.pagefind"),
    "the program of search is broken": Break(cut, "broken-file", "Pagefind", "pagefind/wasm.*.pagefind"),
    "a clause is not in the index of policies": Break(take_away, "search-count", "cy", "search/policies/pagefind/fragment/cy_*", "search/policies/pagefind/pagefind-entry.json"),
    "no table of search": Break(take_away, "absent", file="search/cy.json"),
    "half a table of search": Break(cut, "broken-file", "JSON", "search/cy.json"),
    "no list of the numbers": Break(take_away, "unlisted-number", None, "data/numbers.json", "cy/cysylltu/index.html"),
    "a number is missing in the list of the numbers": Break(swap('"tel:[+]443069990123"', '"tel:+443069990120"'), "unlisted-number", "tel:+443069990123", "data/numbers.json", "en/organisations/bridge-families/index.html"),
    "a hollow table of search": Break(write(b'{"words": ""}'), "broken-file", "JSON", "search/cy.json"),
    "the words of search are gone": Break(take_away, "absent", file="search/stamped/en/words.*.json"),
    "a part of the forms of words is gone": Break(take_away, "absent", file="search/stamped/cy.*/*.json"),
    "the words of danger are gone": Break(take_away, "absent", file="search/danger.json"),
    "no table for the search of policies": Break(take_away, "absent", file="search/policies/cy.json"),
}  # fmt: skip
"""Done to other files. Of those done to the same one, each is done to a copy of its own."""
