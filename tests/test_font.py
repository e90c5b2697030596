"""The font that every page fetches is what `make font` makes of the package, and has the letters of both languages."""

from pathlib import Path

from fontTools.ttLib import TTFont

import make_font

FROM_THE_PACKAGE = TTFont(make_font.PACKAGE / "figtree-latin-wght-normal.woff2")


def test_the_font_is_what_the_tool_makes(tmp_path: Path) -> None:
    """Otherwise an update of the package, or a change of the tool, would not reach a page: run `make font`."""
    made = tmp_path / "made.ttf"
    make_font.make_font().save(made)
    fresh, kept = TTFont(made), TTFont(make_font.FONT)
    assert fresh.getGlyphOrder() == kept.getGlyphOrder()
    assert fresh.getBestCmap() == kept.getBestCmap()
    for table in ("hmtx", "gvar", "GPOS", "GSUB", "HVAR", "fvar"):
        assert fresh.getTableData(table) == kept.getTableData(table), table


def test_welsh_and_english_need_no_second_file() -> None:
    """The four letters are in it, beside everything that the first file of the package has; so a page in Welsh weighs what it says."""
    letters = set(TTFont(make_font.FONT).getBestCmap())
    assert letters == {*FROM_THE_PACKAGE.getBestCmap(), *map(ord, "ŴŵŶŷ")}


def test_letters_with_a_circumflex_stand_like_those_without() -> None:
    """As wide, and as far from their neighbours."""
    font = TTFont(make_font.FONT)
    names = font.getBestCmap()
    for code, base in make_font.LETTERS.items():
        assert font["hmtx"][names[code]] == font["hmtx"][base]
        stands = [_stands(names[code], font), _stands(base, font)]
        assert stands[0] == stands[1]
        assert any(stands[0])


def _stands(name: str, font: TTFont) -> list[object]:
    """Where a glyph is first or second in a table of pairs."""
    found: list[object] = []
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for pairs in lookup.SubTable:
            covered = name in pairs.Coverage.glyphs
            if pairs.Format == 1:
                seconds = [pair.SecondGlyph for each in pairs.PairSet for pair in each.PairValueRecord]
                found += [covered, seconds.count(name)]
            else:
                classes = (pairs.ClassDef1.classDefs.get(name, 0), pairs.ClassDef2.classDefs.get(name, 0))
                found += [covered, *classes]
    return found
