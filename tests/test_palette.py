"""Colours are data: by role, checked in pairs, and in the stylesheet without Sass."""

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drws.kernel.palette import ENOUGH, Palette
from drws.kernel.values import contrast, legible

from .example import THEME

if TYPE_CHECKING:
    from .example import Example

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
WITHOUT_COLOUR = {"#000", "#555", "#fff"}
"""What styles for print and for drawings on paper may name."""


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54)]
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """The known ratios, whichever colour comes first."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@given(colour=COLOURS, other=COLOURS)
def test_the_colour_that_is_suggested_would_do(colour: str, other: str) -> None:
    """Whatever the two are: black or white can be read on anything."""
    assert contrast(legible(colour, [other], ENOUGH), other) >= ENOUGH


def test_styles_name_colours_by_their_roles() -> None:
    """A colour that is written into a style would not follow a site's palette."""
    named = {
        f"{path.relative_to(THEME)}: {colour}"
        for path in THEME.rglob("*.scss")
        for colour in re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(", re.sub(r"//.*", "", path.read_text("utf-8")))
        if colour not in WITHOUT_COLOUR
    }
    assert named == set()


def test_styles_know_the_roles_that_a_palette_has() -> None:
    """No more and no fewer."""
    known = re.findall(r"var\(--([\w-]+)\)", (THEME / "scss" / "_palette.scss").read_text("utf-8"))
    assert {name.replace("-", "_") for name in known} == set(Palette.model_fields)


def test_a_site_has_colours_of_its_own(buildable: "Example") -> None:
    """In the stylesheet after all that is compiled, and in the bar of a phone's browser; the others are the theme's."""
    buildable.change({"data/site.yml": {"palette": {"brand": "#7A1F4D"}}})
    files = buildable.files()
    [name] = (name for name in files if re.fullmatch(r"assets/site\.\w+\.css", name))
    properties = files[name]().decode().rpartition(":root{")[2]
    assert "--brand:#7a1f4d;" in properties
    assert "--brand-dark:#073842;" in properties
    home = files["en/index.html"]().decode()
    assert '<meta name="theme-color" content="#7a1f4d">' in home
    assert name in home
