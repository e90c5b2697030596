"""A language of the site: how it is called, and how its words are put in order."""

from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.kernel.entity import Part
from drws.kernel.values import PartedWord, Slug, Words, YesOrNo


class Language(Part):
    """A language in which every page is published, in part perhaps."""

    FOLDER: ClassVar[str] = "languages"

    code: Slug
    """The language's tag (BCP 47): `cy`, `en`. It starts every address in that language."""
    name: Words
    """What the language calls itself: `Cymraeg`."""
    alphabet: tuple[Words, ...]
    """The letters in order. A letter may be two characters: Welsh sorts `ll` after `l`."""
    not_one_letter: tuple[PartedWord, ...] = ()
    """Beginnings of words in which two letters only look like one, parted by a bar: `ban|gor`, `llan|gefni`. Where a package knows the
    grammar of the language, only those that it reads otherwise."""
    articles: tuple[Words, ...] = ()
    """Words at the start of a name that a list passes over: `y`, `yr`."""
    clitics: tuple[Words, ...] = ()
    """What hangs on a word by an apostrophe and is no word of its own when someone searches: `s`, `ve`. Left out where a package knows the
    grammar of the language: that says so itself."""
    endings: tuple[Words, ...] = ()
    """Endings that search takes off a word to see whether another is a form of it: `ing`, `s`. Left out as well where a package knows the
    grammar."""
    has_familiar_form: YesOrNo = False
    """Does it speak to a friend or a child in another form than to a stranger (Welsh *ti* and *chi*)? Then what a page says that is
    written in the familiar form has to be there in that form."""
    partial: YesOrNo = False
    """`true` for a language that is there in part: what is missing in it is shown in the first language that has it, marked as such, and
    counted in the parity record. The first language of a site is complete."""
    listing_range: Words
    """What an alphabetical list is called: `A i Y`, `A to Z`."""

    @model_validator(mode="after")
    def _can_sort(self) -> "Language":
        if not self.alphabet:
            raise PydanticCustomError("type.empty", "", {"at": "alphabet"})
        return self
