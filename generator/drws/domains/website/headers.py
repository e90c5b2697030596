"""The headers that hosts add to every answer: `_headers` for static hosts that read it, and the same for nginx."""

from collections.abc import Iterator
from textwrap import indent

from drws.domains.website import policy
from drws.planning.export import File, Publication

CARD = "text/vcard; charset=utf-8"
"""What a file for an address book is (RFC 6350, section 10.1)."""
TABLE = "text/csv; charset=utf-8"
"""What a table is (RFC 7111)."""
CALENDAR = "text/calendar; charset=utf-8"
"""What a calendar is (RFC 5545, section 8.1)."""
FEED = "application/atom+xml; charset=utf-8"
"""What a feed is (RFC 4287, section 7)."""
TYPES = {"vcf": CARD, "ics": CALENDAR, "atom": FEED, "csv": TABLE}
"""What servers may not know of, by the end of the name."""
KEPT_FOR_EVER = "public, max-age=31536000, immutable"
"""For files whose names change when they do: one year, in seconds."""

ANSWERS = """\
absolute_redirect off;
server_tokens off;
autoindex off;
gzip on;
gzip_vary on;
gzip_comp_level 6;
gzip_types text/css text/javascript text/calendar text/csv text/vcard application/javascript application/json application/xml application/atom+xml image/svg+xml text/plain;
"""
"""How nginx answers. A redirect leads to a path: with a host in it, that would be whichever the request named. Caches between are told that
a browser may get another form (`Vary`), and nobody which version of nginx this is.
"""
HIDDEN = r"location ~ /\.(?!well-known/) { return 404; }"
"""Files that begin with a dot are for those who keep the site, but for those of RFC 8615."""


def export(publication: Publication) -> Iterator[File]:
    """`_headers` as Netlify and Cloudflare Pages read it, and `nginx.conf` to include in a server block."""
    site = publication.site
    headers = {"Content-Security-Policy": policy.for_headers(), **policy.HEADERS}
    listed = "".join(f"  {name}: {value}\n" for name, value in headers.items())
    typed = "".join(f"\n/*.{ending}\n  Content-Type: {type_}\n" for ending, type_ in TYPES.items())
    yield (
        "_headers",
        f"/*\n{listed}\n/assets/*\n  Cache-Control: {KEPT_FOR_EVER}\n{typed}".encode,
    )
    yield "nginx.conf", _nginx(headers, [language.code for language in site.languages]).encode


def _nginx(headers: dict[str, str], languages: list[str]) -> str:
    added = "\n".join(f'add_header {name} "{value}" always;' for name, value in headers.items())
    return (
        "# Include this in the server block that serves the site.\n"
        f"{added}\n"
        f"{ANSWERS}"
        "error_page 404 /404.html;\n"
        "error_page 403 =404 /404.html;\n"
        f"{HIDDEN}\n"
        "location = /nginx.conf { return 404; }\nlocation = /_headers { return 404; }\n"
        "location = /build-info.json { default_type application/json; }\n"
        f"{_assets(added)}"
        f"{''.join(map(_language, languages))}"
        f'location ^~ /observations/ {{ types {{ }} default_type "{TABLE}"; }}\n'
    )


def _assets(added: str) -> str:
    """A location with a header of its own has none of those around it."""
    return f"""\
location ^~ /assets/ {{
{indent(added, "    ")}
    add_header Cache-Control "{KEPT_FOR_EVER}";
    {HIDDEN}
}}
"""


def _language(code: str) -> str:
    """An address that leads nowhere is answered in the language of its folder."""
    types = "\n".join(
        f'    location ~ \\.{ending}$ {{ types {{ }} default_type "{type_}"; }}' for ending, type_ in TYPES.items()
    )
    return f"""\
location ^~ /{code}/ {{
    error_page 404 /{code}/404.html;
    error_page 403 =404 /{code}/404.html;
    {HIDDEN}
{types}
}}
"""
