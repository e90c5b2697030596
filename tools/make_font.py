"""Make the font that every page fetches, `theme/assets/figtree-wght-normal.woff2`: `make font`, after an update of the package of Figtree.

The package has the letters in files by range. ŵ and ŷ stand in the second one, so that a page in Welsh would fetch 10 kB for four letters. They are
made of glyphs that the first file has, so they are put into it, with the spaces between letters of w and y. What no page asks for is left
out: fractions, and signs put together from a letter and an accent.
"""

from copy import copy, deepcopy
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.hvar import add_HVAR

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "node_modules/@fontsource-variable/figtree/files"
FONT = ROOT / "theme/assets/figtree-wght-normal.woff2"

LETTERS = {0x174: "W", 0x175: "w", 0x176: "Y", 0x177: "y"}
"""Ŵ ŵ Ŷ ŷ, each with the letter below the circumflex."""

FEATURES = ("kern", "ccmp", "locl", "pnum", "rvrn", "tnum")
"""What is kept of OpenType’s features."""


def make_font() -> TTFont:
    """The letters of the first file and those four."""
    font = TTFont(PACKAGE / "figtree-latin-wght-normal.woff2", recalcTimestamp=False)
    more = TTFont(PACKAGE / "figtree-latin-ext-wght-normal.woff2")
    options = subset.Options(layout_features=[*FEATURES], name_IDs=["*"], recalc_timestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    for code, base in LETTERS.items():
        _put(font, more, code, base)
    add_HVAR(font)
    return font


def _put(font: TTFont, more: TTFont, code: int, base: str) -> None:
    name = more.getBestCmap()[code]
    glyph = more["glyf"][name]
    glyph.expand(more["glyf"])
    font["glyf"][name] = glyph  # its name joins the order of the glyphs
    font["hmtx"][name] = more["hmtx"][name]
    font["gvar"].variations[name] = more["gvar"].variations[name]
    font["GDEF"].table.GlyphClassDef.classDefs[name] = 1
    for table in font["cmap"].tables:
        table.cmap[code] = name
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for pairs in lookup.SubTable:
            _space_like(base, name, pairs)


def _space_like(base: str, name: str, pairs: Any) -> None:  # noqa: ANN401  fontTools makes its tables at run time
    """Put a glyph wherever another one stands in a table of pairs."""
    if pairs.Format == 1:
        for each in pairs.PairSet:
            each.PairValueRecord += [_second(name, pair) for pair in each.PairValueRecord if pair.SecondGlyph == base]
        if base in pairs.Coverage.glyphs:
            pairs.PairSet.append(deepcopy(pairs.PairSet[pairs.Coverage.glyphs.index(base)]))
            pairs.Coverage.glyphs.append(name)
        pairs.PairSetCount = len(pairs.PairSet)
        return
    for classes in (pairs.ClassDef1.classDefs, pairs.ClassDef2.classDefs):
        if base in classes:
            classes[name] = classes[base]
    if base in pairs.Coverage.glyphs:
        pairs.Coverage.glyphs.append(name)


def _second(name: str, pair: Any) -> Any:  # noqa: ANN401  likewise
    copied = copy(pair)
    copied.SecondGlyph = name
    return copied


if __name__ == "__main__":
    made = make_font()
    made.flavor = "woff2"
    made.save(FONT)
