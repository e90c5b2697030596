"""The colours of a site by their roles: those of the theme, and what a site has in their place."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel, model_validator
from pydantic_core import PydanticCustomError

from drws.kernel.entity import Part
from drws.kernel.values import Colour, Words

ENOUGH = 4.5
"""The contrast that text needs (WCAG 2.2, 1.4.3 AA)."""


class Palette(Part):
    """Colours by role. A role that a site leaves out has the theme's colour."""

    brand: Colour | None = None
    """The band at the top, links, buttons, and the bar of a phone's browser."""
    brand_dark: Colour | None = None
    """The foot of the page, and what a pointer is over."""
    text: Colour | None = None
    """Running text."""
    secondary_text: Colour | None = None
    """Remarks, and the borders of fields that are filled in."""
    page: Colour | None = None
    """The ground of a page, and text on dark grounds."""
    panel: Colour | None = None
    """Bands and panels."""
    quiet_panel: Colour | None = None
    """Panels that stand back."""
    rule: Colour | None = None
    """Lines and borders that only decorate."""
    accent: Colour | None = None
    """What has the keyboard's focus, and the one highlight of a page."""
    visited: Colour | None = None
    """Links that somebody has followed."""
    confirmed: Colour | None = None
    """Confirmed, open, in force."""
    ageing: Colour | None = None
    """Ageing, not confirmed, under review."""
    urgent: Colour | None = None
    """Urgent, late, or wrong."""
    urgent_panel: Colour | None = None
    """The panel of an urgent notice."""

    def colours(self) -> Mapping[str, str]:
        """The colours that are said, by role."""
        return {role: colour for role in type(self).model_fields if (colour := getattr(self, role))}


class ThemePalette(BaseModel):
    """What the theme has: `theme/palette.yml`. It is no data of a site."""

    model_config = Part.model_config

    colours: Palette
    """A colour for every role."""
    file: Words
    """The file that says so. Whoever reads it writes it down here."""
    text_on: Mapping[Words, tuple[Words, ...]]
    """For each role that is a ground, the roles of the text that stands on it."""

    @model_validator(mode="after")
    def _is_whole(self) -> "ThemePalette":
        for role in Palette.model_fields:
            if not getattr(self.colours, role):
                raise PydanticCustomError("fields.missing", "", {"at": "colours", "name": role})
        for ground, texts in self.text_on.items():
            if unknown := {ground, *texts} - Palette.model_fields.keys():
                raise PydanticCustomError(
                    "value.choice",
                    "",
                    {
                        "at": ("text_on", ground),
                        "value": min(unknown),
                        "nearest": "",
                        "known": ", ".join(Palette.model_fields),
                    },
                )
        return self

    def with_own(self, own: Palette | None) -> Mapping[str, str]:
        """Every role, with the site's colour where it has one."""
        return {**self.colours.colours(), **(own.colours() if own else {})}

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The roles of a text and of the ground that it stands on."""
        for ground, texts in self.text_on.items():
            yield from ((text, ground) for text in texts)
