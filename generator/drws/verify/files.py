"""The files are those of when the site was finished: none is missing, added or changed. None is empty, and none is a link to a place outside.

A site that was never signed has nothing to compare with.
"""

from collections.abc import Iterator

from drws.kernel.problem import Problem
from drws.system.signature import FILES
from drws.verify.site import BuiltSite, place_of

ID = "files"


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every file that is not as it was, or that nobody can use."""
    for name in sorted(site.symbolic_links):
        yield Problem(place_of(name), "verify.symbolic-link")
    for name in sorted(site.files):
        if not (site.root / name).stat().st_size and not name.rpartition("/")[2].startswith(
            "."
        ):  # some hosts want empty ones of such a name
            yield Problem(place_of(name), "verify.empty-file")
    if site.signed is None:
        return
    for name in sorted((site.signed.keys() | site.files) - {FILES} - site.symbolic_links):
        if name not in site.files:
            yield Problem(place_of(name), "verify.missing-file")
        elif name not in site.signed:
            yield Problem(place_of(name), "verify.added-file")
        elif site.signed[name] and site.signed[name] != site.digests[name]:
            yield Problem(place_of(name), "verify.changed-file")
