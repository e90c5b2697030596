"""`Caddyfile`, to import in the block of a site. Within `route` Caddy keeps the order: what is said later of an address counts."""

from collections.abc import Iterable, Iterator, Mapping

from drws.domains.website.hosting.description import END, Description

BEGIN = """\
# Import this in the block of the site, at the root of the host:
#     root * /srv/drws/site
#     import /srv/drws/site/Caddyfile
"""
FILES = ["file_server {", "    precompressed br gzip", "}"]
"""Sends the compressed forms that are there already. It lists no folders unless it is told to."""

HIDDEN = (
    "@drws_hidden {",
    r'    path_regexp "/\."',
    r'    not path_regexp "^/\.well-known(/[^./][^/]*)+$"',
    "}",
    "error @drws_hidden 404",
)
"""Files that begin with a dot are for those who keep the site, but for those of RFC 8615."""


def caddy(description: Description) -> str:
    """The file to import."""
    parts = (_headers, _hidden, _moved, _plain_addresses, _by_address)
    main = [line for part in parts for line in part(description)]
    on_the_fly = [] if description.is_compressed else ["encode gzip"]
    return "\n".join(
        (
            BEGIN,
            *_block("route", [*main, *on_the_fly, *FILES]),
            "",
            *_block("handle_errors", _errors(description)),
            "",
            END,
        )
    )


def _headers(description: Description) -> Iterator[str]:
    yield "header -Server"  # in the block below it would put off all of it, until nothing after it can say otherwise
    yield from _block("header", _written(description.headers))


def _hidden(description: Description) -> Iterator[str]:
    yield from HIDDEN
    yield from (f"error {path} 404" for path in description.hidden)


def _moved(description: Description) -> Iterator[str]:
    yield from (f"redir {each.path} {each.to} 301" for each in description.redirects)
    yield from (f"error {each.path} 410" for each in description.gone)


def _plain_addresses(description: Description) -> Iterator[str]:
    """Addresses without the ending of their file. From here on they have it."""
    for number, each in enumerate(description.without_ending):
        name, ending = f"@drws_plain_{number}", each.ending
        yield from _block(
            name,
            [f"path {each.folder}*", f"not path *{ending}", f"file {{path}}{ending} {{path}}/index{ending}"],
        )
        yield f"rewrite {name} {{http.matchers.file.relative}}"


def _by_address(description: Description) -> Iterator[str]:
    """What depends on the address: the type, how long it may be kept, and who may read it."""
    for ending, type_ in description.types.items():
        yield f"@drws_{ending} path *.{ending}"
        yield f'header @drws_{ending} Content-Type "{type_}"'
    yield f'header Cache-Control "{description.caching.others}"'
    for folder, value in description.caching.folders.items():
        yield f'header {folder}* Cache-Control "{value}"'
    for folder in description.open_folders:
        yield from _block(f"header {folder}*", _written(description.open_headers))


def _errors(description: Description) -> Iterator[str]:
    """The page of the folder, or of what was withdrawn. What is there is a page, whatever was asked for, and is not kept."""
    yield "header -Server"
    yield "header -Cache-Control"
    yield 'header Content-Type "text/html; charset=utf-8"'
    yield from _block("@drws_gone", ["expression {http.error.status_code} == 410", 'path_regexp "/$"'])
    yield from _block("handle @drws_gone", ["rewrite * {path}index.html", *FILES])
    (_, everywhere), *others = description.not_found.items()
    for folder, page in others:
        yield from _block(f"handle {folder}*", [f"rewrite * {page}", *FILES])
    yield from _block("handle", [f"rewrite * {everywhere}", *FILES])


def _written(headers: Mapping[str, str]) -> Iterator[str]:
    yield from (f'{name} "{value}"' for name, value in headers.items())


def _block(name: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"{name} {{"
    yield from (f"    {line}" for line in lines)
    yield "}"
