"""The files that say to each host how to answer, written last: one of them lists every other file of the site."""

from collections.abc import Iterator
from pathlib import Path

from drws.build.output import Output
from drws.domains.website.hosting.describe import HOST_FILES, describe
from drws.domains.website.hosting.description import Gone, Redirect
from drws.domains.website.hosting.files import host_files
from drws.domains.website.ledger.answers import Answers
from drws.kernel.problem import Problem
from drws.system.sync_folder import names, put


def write_host_files(root: Path, output: Output) -> list[Problem]:
    """Write them into the folder of a site that is made; where a limit of a host leaves something out."""
    description = describe(
        output.site,
        is_compressed=output.is_compressed,
        redirects=_redirects(output.answers),
        gone=_gone(output.answers),
    )
    files, problems = host_files(description, frozenset(names(str(root))) - {name[1:] for name in HOST_FILES})
    for name, text in files.items():
        put(root, name, text.encode())
    return problems


def _redirects(answers: Answers) -> Iterator[Redirect]:
    """Pages that moved. A file that moved is there under its former name too: programs that fetch one need not follow."""
    for address, to in answers.moved_pages.items():
        yield Redirect(f"/{address}", f"/{to}")


def _gone(answers: Answers) -> Iterator[Gone]:
    """What was withdrawn, and files of what is no longer there."""
    for address in {*answers.gone, *(each for page in answers.withdrawn for each in page.addresses.values())}:
        yield Gone(f"/{address}")
