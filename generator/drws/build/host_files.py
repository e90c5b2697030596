"""The files that say to each host how to answer, written last: one of them lists every other file of the site."""

from pathlib import Path

from drws.build.output import Output
from drws.domains.website.hosting.describe import HOST_FILES, describe
from drws.domains.website.hosting.files import NO_JEKYLL, host_files
from drws.domains.website.ledger.hosts import gone, redirects
from drws.kernel.problem import Problem
from drws.system.sync_folder import names, put

HIDDEN = (NO_JEKYLL,)
"""Those whose names begin with a dot."""


def write_host_files(root: Path, output: Output) -> list[Problem]:
    """Write them into the folder of a site that is made; where a limit of a host leaves something out."""
    description = describe(
        output.site,
        is_compressed=output.is_compressed,
        redirects=redirects(output.answers),
        gone=gone(output.answers),
    )
    files, problems = host_files(description, frozenset(names(str(root))) - {name[1:] for name in HOST_FILES})
    for name, text in files.items():
        put(root, name, text.encode())
    return problems
