"""What `data/site.yml` says about hand-written pages: in which other ways they are told."""

from drws.kernel.entity import Part
from drws.kernel.term import Term
from drws.kernel.text import Text
from drws.kernel.values import YesOrNo


class EditionKind(Term):
    """A way in which a page can be told once more: Easy Read, for young readers."""

    large_type: YesOrNo = False
    """Is it in large type, a picture beside each idea?"""
    untried: Text | None = None
    """What each of these pages says at its top until people for whom it is made have read it (`tried_on` of the page)."""


class GuidanceSettings(Part):
    """How hand-written pages are told."""

    editions: tuple[EditionKind, ...] = ()
    """The ways in which a page can be told once more, in the order in which its readers choose."""
