"""`nginx.conf`, to include in the block `server` that serves the site, and `nginx-brotli.conf`, for an nginx that has the module for brotli.

No directive of nginx asks whether a module is there, and it does not start with one that it does not know: so brotli is a file of its own.

A `location` with a header of its own would send none of those around it, and each would have to repeat them all. So none has: what depends
on the address is a variable that a `location` sets. Folders are found without a regular
expression: of those each costs every answer time.
"""

from collections.abc import Iterator, Mapping

from drws.domains.website.hosting.describe import is_text
from drws.domains.website.hosting.description import END, Description

CHARSET = "; charset=utf-8"

ANSWERS = """\
absolute_redirect off;
server_tokens off;
autoindex off;
gzip_static on;
gzip_vary on;
open_file_cache max=200 inactive=20s;
open_file_cache_valid 1s;
"""
"""How nginx answers. A redirect leads to a path: with a host in it, that would be whichever the request named. Caches between are told that
a browser may get another form (`Vary`), and nobody which version of nginx this is. `gzip_static` sends the form that is there already.

Files that are asked for often stay open, and are looked at again after a second: nginx then answers half as often again. A new site is seen a
second after it was published, and until then whole pages of the old one. No more than 200: Debian lets nginx have 1,024 open, connections included.
"""

ON_THE_FLY = """\
gzip on;
gzip_comp_level 6;
gzip_min_length 1000;
gzip_types {types};
"""
"""For a site that was built without compressed forms. Beside them it would make those that are not worth it."""

BROTLI = """\
# Include this as well, where nginx has the module for it (Debian: libnginx-mod-http-brotli-static).
brotli_static on;
"""

HIDDEN = r'location ~ "/\." { return 404; }'
"""Files that begin with a dot are for those who keep the site. It is the one expression that is tried for every page: it is short."""
WELL_KNOWN = r'location ^~ /.well-known/ { location ~ "^/\.well-known/.*/\.|/\.well-known/\." { return 404; } }'
"""And those of RFC 8615 are for all."""


def nginx(description: Description) -> str:
    """The file to include."""
    parts = (_headers, _answers, _types, _not_found, _locations)
    begin = "# Include this in the server block that serves the site, at the root of the host.\n"
    return (
        begin
        + "".join(f"\n{line}" if line else "\n" for part in parts for line in (*part(description), ""))
        + f"\n{END}"
    )


def _headers(description: Description) -> Iterator[str]:
    """Those that every answer has; those that depend on the address; and how long an answer may be kept, if it is no error."""
    varying = {name: description.headers.get(name, "") for name in description.open_headers}
    for name, value in description.headers.items():
        if name not in varying:
            yield f'add_header {name} "{value}" always;'
    for name, value in varying.items():
        yield _set(name, value)
        yield f"add_header {name} ${_variable(name)} always;"
    yield _set("Cache-Control", description.caching.others)
    yield f"add_header Cache-Control ${_variable('Cache-Control')};"


def _answers(description: Description) -> Iterator[str]:
    yield from ANSWERS.splitlines()
    if not description.is_compressed:
        types = {_plain(type_) for ending, type_ in description.types.items() if is_text(f".{ending}")} - {"text/html"}
        yield from ON_THE_FLY.format(types=" ".join(sorted(types))).splitlines()


def _types(description: Description) -> Iterator[str]:
    """All of them: what nginx brings itself differs from one version to the next."""
    yield "types {"
    yield from (f"    {_plain(type_)} {ending};" for ending, type_ in description.types.items())
    yield "}"
    yield "default_type application/octet-stream;"
    yield "charset utf-8;"
    text = sorted({_plain(each) for each in description.types.values() if each.endswith(CHARSET)} - {"text/html"})
    yield f"charset_types {' '.join(text)};"


def _not_found(description: Description) -> Iterator[str]:
    """What is not there, and what nobody may see, is answered alike, by the page of its folder, with the headers of the address itself."""
    yield "error_page 404 410 @drws_not_found;"
    yield "error_page 403 =404 @drws_not_found;"
    (_, everywhere), *others = description.not_found.items()
    yield "location @drws_not_found {"
    yield from (f'    rewrite "^{folder}" {page} break;' for folder, page in others)
    yield f"    rewrite ^ {everywhere} break;"
    yield "}"


def _locations(description: Description) -> Iterator[str]:
    yield HIDDEN
    yield WELL_KNOWN
    yield from (f"location = {path} {{ return 404; }}" for path in description.hidden)
    for folder, inside in _folders(description).items():
        yield f"location ^~ {folder} {{ {inside} {HIDDEN} }}"
    yield from (f"location = {each.path} {{ return 301 {each.to}; }}" for each in description.redirects)
    for gone in description.gone:
        page = f"error_page 410 {gone.page}; " if gone.page else ""
        yield f"location = {gone.path} {{ {page}return 410; }}"


def _folders(description: Description) -> Mapping[str, str]:
    """What is particular about the answers from a folder."""
    particular: dict[str, list[str]] = {}
    for folder, value in description.caching.folders.items():
        particular.setdefault(folder, []).append(_set("Cache-Control", value))
    for folder in description.open_folders:
        particular.setdefault(folder, []).extend(_set(name, value) for name, value in description.open_headers.items())
    for each in description.without_ending:
        particular.setdefault(each.folder, []).append(f"try_files $uri $uri{each.ending} $uri/index{each.ending} =404;")
    return {folder: " ".join(inside) for folder, inside in particular.items()}


def _set(header: str, value: str) -> str:
    return f'set ${_variable(header)} "{value}";'


def _variable(header: str) -> str:
    return f"drws_{header.lower().replace('-', '_')}"


def _plain(type_: str) -> str:
    return type_.removesuffix(CHARSET)
