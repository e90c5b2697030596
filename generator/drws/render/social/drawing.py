"""Draws a picture for links to a part of the site: the door, what the part is called, and the name of the site."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw, ImageFont

SIZE = WIDTH, HEIGHT = 1200, 630
"""In pixels. What Facebook, LinkedIn, X and WhatsApp show whole; they ask for 1.91 to 1."""
MARGIN = 80
TEXT_WIDTH = 740
"""Beside it stands the door."""
LARGE, SMALL = (104, 92, 80, 70, 62), (52, 46, 40)
"""Sizes of letters in pixels, the first that fits: chats show the picture at a quarter of its width, and 40 is 10 there."""
LEADING = 1.18
BOLD, PLAIN = 700, 500
"""Weights of the letters."""
DOOR = (880, 165, 1120, 630)
"""Where the door stands: it stands on the lower edge."""
FINE = 3
"""The door is drawn so many times as large, and made smaller: its edges are smooth then."""
PACKING = 8
"""How hard a file is packed. 9, the most there is, takes twice as long for a twentieth less."""
ROLES = ("brand", "brand_dark", "page", "accent")
"""The colours of which it is made."""
MEETING = (("brand", "page"), ("page", "accent"), ("accent", "brand_dark"), ("brand_dark", "page"))
"""Those that stand beside one another: a smooth edge has shades between the two."""
SHADES = 12
"""Steps from one to the other: more are not seen, and the file is larger."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a picture shows."""

    names: Sequence[str]
    """The name of the site; on a page in no language that of each."""
    words: str
    """What the part of the site is called. Empty for what is about no part of it."""
    colours: Mapping[str, str]
    """The colours of the site, by role."""
    opens_left: bool
    """To which side the door opens, as it does on pages in the language."""


def draw(card: Card, font: bytes) -> bytes:
    """A PNG of a few kilobytes: the same one of the same card, with the same version of Pillow. The font is what FreeType reads, WOFF2 too.

    A text that has letters that are not in the font is left out.
    """
    picture = Image.new("RGB", SIZE, card.colours["brand"])
    pen = ImageDraw.Draw(picture)
    names = [name for name in card.names if _has_all(font, name)]
    below = _set(font, names, SMALL, PLAIN, HEIGHT)
    room = HEIGHT - 2 * MARGIN - (below.height + MARGIN // 2 if below else 0)
    words = _set(font, [card.words], LARGE, BOLD, room) if card.words and _has_all(font, card.words) else None
    if words:
        words.write(pen, MARGIN, card.colours["page"])
        if below:
            below.write(pen, HEIGHT - MARGIN - below.height, card.colours["page"])
    elif alone := _set(font, names, LARGE, BOLD, HEIGHT - 2 * MARGIN):
        alone.write(pen, MARGIN, card.colours["page"])
    door = _door(card.colours["page"], card.colours["accent"], card.colours["brand_dark"], opens_left=card.opens_left)
    picture.paste(door, DOOR[:2], door)
    written = BytesIO()
    few = picture.quantize(palette=_shades(card.colours), dither=Image.Dither.NONE)
    few.save(written, "PNG", compress_level=PACKING)
    return written.getvalue()


@dataclass(frozen=True, slots=True)
class _Block:
    """Texts one under another, broken into lines."""

    texts: Sequence[Sequence[str]]
    """The lines of each."""
    letters: ImageFont.FreeTypeFont
    line: int
    """The height of a line, in pixels."""

    @property
    def gap(self) -> int:
        """Between two texts."""
        return self.line // 2

    @property
    def height(self) -> int:
        """Of all of it."""
        return self.line * sum(map(len, self.texts)) + self.gap * (len(self.texts) - 1)

    def write(self, pen: ImageDraw.ImageDraw, top: int, colour: str) -> None:
        """Put it at the margin."""
        for lines in self.texts:
            for line in lines:
                pen.text((MARGIN, top), line, font=self.letters, fill=colour, anchor="la")
                top += self.line
            top += self.gap


def _set(font: bytes, texts: Sequence[str], sizes: Sequence[int], weight: int, room: int) -> _Block | None:
    """Texts in the largest letters in which they have room: the width of the text, and a height. None where there are no such, or no texts."""
    for size in sizes if texts else ():
        letters = _letters(font, size, weight)
        block = _Block([_balanced(text, letters) for text in texts], letters, round(size * LEADING))
        widest = max(letters.getlength(line) for lines in block.texts for line in lines)
        if block.height <= room and widest <= TEXT_WIDTH:
            return block
    return None


def _balanced(text: str, letters: ImageFont.FreeTypeFont) -> tuple[str, ...]:
    """A text in as few lines as it needs, which are about as long as one another."""
    lines = tuple(_lines(text, letters, TEXT_WIDTH))
    for width in range(TEXT_WIDTH, 0, -40):
        narrower = tuple(_lines(text, letters, width))
        if len(narrower) > len(lines) or max(map(letters.getlength, narrower)) > width:
            break
        lines = narrower
    return lines


@lru_cache(maxsize=32)
def _letters(font: bytes, size: int, weight: int) -> ImageFont.FreeTypeFont:
    letters = ImageFont.truetype(BytesIO(font), size)
    if letters.get_variation_axes():
        letters.set_variation_by_axes([weight])
    return letters


def _lines(text: str, letters: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    """The text broken between words."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and letters.getlength(longer) > width:
            yield line
            line = word
        else:
            line = longer
    yield line


def _has_all(font: bytes, text: str) -> bool:
    """Are all letters of a text in the font? Those that are not would all look like the sign for none."""
    letters = _letters(font, LARGE[0], BOLD)
    none = _shape("\uffff", letters)
    return all(letter.isspace() or _shape(letter, letters) != none for letter in set(text))


def _shape(letter: str, letters: ImageFont.FreeTypeFont) -> tuple[tuple[int, int], bytes]:
    mask = letters.getmask(letter)
    return mask.size, bytes(mask)


def _shades(colours: Mapping[str, str]) -> Image.Image:
    """All colours that a picture is to have, as the palette of an empty one. Choosing them from what was drawn takes as long as all the rest."""
    ends = [(ImageColor.getrgb(colours[one]), ImageColor.getrgb(colours[other])) for one, other in MEETING]
    shades = [
        tuple(round(a + (b - a) * step / SHADES) for a, b in zip(one, other, strict=True))
        for one, other in ends
        for step in range(SHADES + 1)
    ]
    palette = Image.new("P", (1, 1))
    palette.putpalette([value for shade in dict.fromkeys(shades) for value in shade])
    return palette


@lru_cache(maxsize=4)
def _door(frame: str, light: str, leaf: str, *, opens_left: bool) -> Image.Image:
    """The mark of the theme, larger (theme/components/mark): a frame, the light behind it, and the leaf that stands open, in a colour each.

    Every picture of a site has the same one.
    """
    left, top, right, bottom = DOOR
    width, height = (right - left) * FINE, (bottom - top) * FINE
    door = Image.new("RGBA", (width, height))
    pen = ImageDraw.Draw(door)
    unit = width / 24  # the mark is 24 units wide
    pen.rounded_rectangle((0, 0, width, height * 2), radius=6 * unit, fill=frame)
    inside = (3 * unit, 3 * unit, width - 3 * unit, height * 2)
    pen.rounded_rectangle(inside, radius=3 * unit, fill=light)
    opened = [(3 * unit, 5.5 * unit), (14.5 * unit, 8 * unit), (14.5 * unit, height), (3 * unit, height)]
    pen.polygon(opened, fill=leaf)
    x, y, radius = 11.6 * unit, 27 * unit, 1.3 * unit
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=frame)
    small = door.resize((width // FINE, height // FINE), Image.Resampling.LANCZOS)
    return small if opens_left else small.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
