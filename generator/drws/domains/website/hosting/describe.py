"""The description of a site: which headers, types and times its answers have, and why.

How long an answer may be kept follows from what would be wrong if it were old:

- A page, an address card, a calendar, a feed, and what search begins with, is asked for again each time (`REVALIDATED`). A telephone number
  that was corrected is right at the next click, and a date that is called off with the next look. What has not changed is answered with 304 and
  no content, so it costs a phone a few hundred bytes.
- Open data and the parts of the search index may be five minutes old (`SHORT`): programs ask often, and a second search asks for the same
  parts. Their names do not say what is in them: Pagefind names its parts, and Drws makes them smaller afterwards.
- A file whose name changes with what is in it need never be asked for again (`FOR_EVER`).
"""

from collections.abc import Iterable

from drws.domains.directory.embed.addresses import PARTS, VERSION
from drws.domains.website import policy
from drws.domains.website.hosting.description import Caching, Description, Gone, Redirect, WithoutEnding
from drws.kernel.site import Site

TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",  # RFC 9239, section 6
    "json": "application/json",  # RFC 8259, section 11: it has no charset
    "xml": "application/xml",
    "atom": "application/atom+xml; charset=utf-8",  # RFC 4287, section 7
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",  # RFC 7111
    "ics": "text/calendar; charset=utf-8",  # RFC 5545, section 8.1
    "vcf": "text/vcard; charset=utf-8",  # RFC 6350, section 10.1
    "svg": "image/svg+xml",
    "png": "image/png",
    "ico": "image/vnd.microsoft.icon",
    "woff2": "font/woff2",  # RFC 8081, section 4.4.5
    "woff": "font/woff",
    "pdf": "application/pdf",
    "zip": "application/zip",
}
"""The types of all files that a site can have, by the ending of the name. What Pagefind packed is bytes."""

TEXTS = tuple(
    f".{ending}"
    for ending, type_ in TYPES.items()
    if type_.startswith(("text/", "application/json", "application/xml", "application/atom", "image/svg"))
)
"""How the names of those end that get smaller when they are compressed. Pictures, fonts and what Pagefind wrote are compressed already."""

REVALIDATED = "public, max-age=0, must-revalidate"
SHORT = "public, max-age=300, must-revalidate"
FOR_EVER = "public, max-age=31536000, immutable"
"""One year in seconds, and RFC 8246: not even when a page is loaded again."""

OPEN_DATA = "/data/"
"""The folder of what programs of others read."""
EMBEDDED = (f"/{VERSION}", f"/{PARTS}")
"""The folders of what pages of others show as a part of their own (docs/embed.md)."""
OPEN_FOLDERS = (OPEN_DATA, *EMBEDDED)
"""What pages of other sites may use."""
OPEN_HEADERS = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
"""Every page of others may read what is there (Fetch, section 3.3). There is nothing in it that only some may see."""

SHORT_FOLDERS = (OPEN_DATA, "/pagefind/fragment/", "/pagefind/index/")
STAMPED_FOLDERS = ("/assets/", "/search/stamped/", f"/{PARTS}")
"""Where every name says what is in the file."""

HOST_FILES = ("/_headers", "/_redirects", "/nginx.conf", "/nginx-brotli.conf", "/Caddyfile", "/bucket.json")
"""What is made of the description. It is in the site because the site is what one uploads; nobody needs to read it there."""


def describe(
    site: Site, *, is_compressed: bool = False, redirects: Iterable[Redirect] = (), gone: Iterable[Gone] = ()
) -> Description:
    """How a site is answered. It follows from the site alone: a server that read it once need not do so again while no address changes."""
    codes = [language.code for language in site.languages]
    return Description(
        headers={"Content-Security-Policy": policy.for_headers(), **policy.HEADERS},
        types=TYPES,
        caching=Caching(
            folders={**dict.fromkeys(SHORT_FOLDERS, SHORT), **dict.fromkeys(STAMPED_FOLDERS, FOR_EVER)},
            others=REVALIDATED,
        ),
        not_found={"/": "/404.html", **{f"/{code}/": f"/{code}/404.html" for code in codes}},
        open_folders=OPEN_FOLDERS,
        open_headers=OPEN_HEADERS,
        without_ending=(WithoutEnding(OPEN_DATA, ".json"),),
        hidden=HOST_FILES,
        redirects=tuple(sorted(redirects, key=lambda each: each.path)),
        gone=tuple(sorted(gone, key=lambda each: each.path)),
        is_compressed=is_compressed,
    )


def is_text(name: str) -> bool:
    """Does a file get smaller when it is compressed?"""
    return name.endswith(TEXTS)
