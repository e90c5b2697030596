"""The files are those of when the site was finished: none is missing, added or changed. A site that was never signed has nothing to compare with."""

from collections.abc import Iterator

from drws.kernel.problem import Place, Problem
from drws.system.signature import FILES
from drws.verify.site import BuiltSite

ID = "files"


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every file that is not as it was."""
    if site.signed is None:
        return
    for name in sorted((site.signed.keys() | site.files) - {FILES}):
        place = Place(f"site/{name}", line=1, column=1)
        if name not in site.files:
            yield Problem(place, "verify.missing-file")
        elif name not in site.signed:
            yield Problem(place, "verify.added-file")
        elif site.signed[name] and site.signed[name] != site.digests[name]:
            yield Problem(place, "verify.changed-file")
