"""The headers that hosts add to every answer: `_headers` for static hosts that read it, and the same for nginx."""

from collections.abc import Iterator

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
KEPT_FOR_EVER = "public, max-age=31536000, immutable"
"""For files whose names change when they do: one year, in seconds."""


def export(publication: Publication) -> Iterator[File]:
    """`_headers` as Netlify and Cloudflare Pages read it, and `nginx.conf` to include in a server block."""
    site = publication.site
    headers = {"Content-Security-Policy": policy.for_headers(), **policy.HEADERS}
    listed = "".join(f"  {name}: {value}\n" for name, value in headers.items())
    yield (
        "_headers",
        f"/*\n{listed}\n/assets/*\n  Cache-Control: {KEPT_FOR_EVER}\n\n/*.vcf\n  Content-Type: {CARD}\n\n/*.csv\n  Content-Type: {TABLE}\n\n/*.ics\n  Content-Type: {CALENDAR}\n\n/*.atom\n  Content-Type: {FEED}\n".encode,
    )
    yield "nginx.conf", _nginx(headers, [language.code for language in site.languages]).encode


def _nginx(headers: dict[str, str], languages: list[str]) -> str:
    added = "\n".join(f'add_header {name} "{value}" always;' for name, value in headers.items())
    inside = "\n".join(f"    {line}" for line in added.splitlines())
    not_found = "\n".join(
        f'location ^~ /{code}/ {{\n    error_page 404 /{code}/404.html;\n    location ~ \\.vcf$ {{ types {{ }} default_type "{CARD}"; }}\n    location ~ \\.ics$ {{ types {{ }} default_type "{CALENDAR}"; }}\n    location ~ \\.atom$ {{ types {{ }} default_type "{FEED}"; }}\n    location ~ \\.csv$ {{ types {{ }} default_type "{TABLE}"; }}\n}}'
        for code in languages
    )
    return (
        "# Include this in the server block that serves the site.\n"
        f"{added}\n"
        "error_page 404 /404.html;\n"
        "gzip on;\n"
        "gzip_comp_level 6;\n"
        "gzip_types text/css text/javascript application/javascript application/json application/xml image/svg+xml text/plain;\n"
        "location = /nginx.conf { return 404; }\nlocation = /_headers { return 404; }\nlocation = /build-info.json { default_type application/json; }\n"
        f'location ^~ /assets/ {{\n{inside}\n    add_header Cache-Control "{KEPT_FOR_EVER}";\n}}\n'
        f"{not_found}\n"
        f'location ^~ /observations/ {{ types {{ }} default_type "{TABLE}"; }}\n'
    )
