"""`data/audits/proofreading.yml`: what a program that knows the spelling and the grammar of a language found in the texts of the project."""

from drws.kernel.entity import Part
from drws.kernel.partnership import Partnership
from drws.kernel.site import Site
from drws.kernel.values import Day, LanguageCode, Number
from drws.planning.domain import Read, Reader
from drws.read.decode import Context
from drws.read.reader import Folder, read_one

FILE = "audits/proofreading.yml"


class Proofreading(Part):
    """What a program found that proofread the texts of a language: `data/audits/proofreading.yml`."""

    language: LanguageCode
    """Which language was proofread."""
    day: Day
    """When."""
    texts: Number
    """How many texts were read: records, pages, policies, and words of the interface."""
    findings: Number
    """In how many places somebody has to look. None of them may be wrong."""


def read(data: Folder, context: Context, _partnership: Partnership | None) -> Read:
    """The file. None where nothing was proofread."""
    path = data.path / FILE
    return Read(*read_one(Proofreading, path, data, context)) if path.exists() else Read(None, [])


def proofreading_of(site: Site) -> Proofreading | None:
    """What was found, unless it is of a later day than the site."""
    found = site.dataset(Proofreading)
    return found if found and found.day <= site.as_of else None


PROOFREADING = Reader(Proofreading, read)
