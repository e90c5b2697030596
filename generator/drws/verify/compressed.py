"""The compressed form of a file (`index.html.br`, `index.html.gz`) holds what the file holds. A server sends the one or the other: somebody who was sent an old form would read an old page, and nobody would learn of it."""

import gzip
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath

import brotli

from drws.kernel.problem import Problem
from drws.system.parallel import in_parallel
from drws.verify.site import BuiltSite, place_of

ID = "compressed"

READERS: Mapping[str, Callable[[bytes], bytes]] = {".br": brotli.decompress, ".gz": gzip.decompress}
"""How each form is read (RFC 7932, RFC 1952), by the ending that servers look for."""


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every form that holds something else, or that is the form of nothing."""
    forms = sorted(name for name in site.files if name.endswith(tuple(READERS)))
    for name, is_right in zip(forms, in_parallel(partial(_is_right, site), forms), strict=True):
        if not is_right:
            yield Problem(place_of(name), "verify.other-form", {"value": PurePosixPath(name).stem})


def _is_right(site: BuiltSite, form: str) -> bool:
    path = PurePosixPath(form)
    of = path.with_suffix("").as_posix()
    try:
        return of in site.files and READERS[path.suffix](site.content(form)) == site.content(of)
    except (brotli.error, OSError, EOFError, ValueError):  # gzip: BadGzipFile is an OSError
        return False
