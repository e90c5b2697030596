"""The pictures of a site for links to it: one for each of its parts in each language, drawn once and kept in the work folder.

Where a theme brings a picture of its own (`own.py`) none is drawn.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import PIL

from drws.kernel.site import Site
from drws.planning.addresses import slugged
from drws.planning.export import Content
from drws.read.theme import Theme
from drws.render.assets import FOLDER, Assets
from drws.render.social.drawing import HEIGHT, ROLES, WIDTH, Card, draw
from drws.render.social.own import NAME, names_in, size_of

FONT = "assets/figtree-wght-normal.woff2"
"""The letters of the theme, under the name by which a project can have its own."""
MOST_LETTERS = 60
"""Of the name of a part in that of its file, which file systems can hold whole."""
DRAWN = 2
"""Counts up when pictures are drawn otherwise."""
KEPT = "social"
"""The folder for drawn pictures in the work folder."""


@dataclass(frozen=True, slots=True)
class SocialPicture:
    """A picture, and where it is."""

    path: str
    """From the root of the site."""
    words: str
    """What stands in it, for those who do not see it."""
    draw: Content | None
    """Makes the file. None where the theme brings it."""
    width: int = WIDTH
    height: int = HEIGHT
    """In pixels."""


@dataclass(frozen=True)
class SocialPictures:
    """Every picture that a page of a site can have."""

    site: Site
    theme: Theme
    assets: Assets
    colours: Mapping[str, str]
    """The colours of the site, by role."""
    work: Path
    """A folder of ours."""

    def of_part(self, part: str, language: str) -> SocialPicture:
        """The picture of a part of the site; of nothing but the site where the part has no name."""
        name = self.site.partnership.name.in_language(language).words
        return self._picture([name], part, language)

    def of_all_languages(self) -> SocialPicture:
        """The picture of a page that is in no language: the name of the site in each."""
        complete = [each.code for each in self.site.languages if not each.partial]
        names = dict.fromkeys(self.site.partnership.name.in_language(code).words for code in complete)
        return self._picture([*names], "", "")

    def _picture(self, names: list[str], part: str, language: str) -> SocialPicture:
        """`language` is empty for a picture in all languages. Its door opens as in the first."""
        words = ": ".join(filter(None, (" – ".join(names), part)))
        for own in names_in(language or self.site.languages[0].code):
            if own in self.assets.names:
                width, height = size_of(self.assets.contents[own]) or (WIDTH, HEIGHT)
                return SocialPicture(self.assets.path(own), words, None, width, height)
        colours = {role: self.colours[role] for role in ROLES}
        card = Card(names, part, colours, opens_left=language in ("", self.site.languages[0].code))
        said = json.dumps([asdict(card), DRAWN, PIL.__version__, sha256(self._font).hexdigest()], ensure_ascii=False)
        digest = sha256(said.encode()).hexdigest()[:10]
        name = "-".join(filter(None, (NAME, language, slugged(part)[:MOST_LETTERS].rstrip("-"))))
        return SocialPicture(f"{FOLDER}/{name}.{digest}.png", words, lambda: self._drawn(card, digest))

    @cached_property
    def _font(self) -> bytes:
        file = self.theme.find(FONT)
        return file.read_bytes() if file else b""

    def _drawn(self, card: Card, digest: str) -> bytes:
        kept = self.work / KEPT / f"{digest}.png"
        try:
            return kept.read_bytes()
        except FileNotFoundError:
            drawn = draw(card, self._font)
        kept.parent.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_suffix(".new")
        fresh.write_bytes(drawn)
        fresh.replace(kept)  # whole, or not there: a build that was stopped leaves no half of a picture
        return drawn
