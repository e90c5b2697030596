"""Pictures for links that a theme brings: `assets/social-<language>.png`, or `assets/social.png` for all languages."""

from collections.abc import Collection, Iterator

from drws.kernel.problem import Place, Problem
from drws.read.reader import Folder
from drws.read.theme import Theme

NAME = "social"
ENDING = ".png"
LEAST = LEAST_WIDTH, LEAST_HEIGHT = 600, 315
"""In pixels. Facebook shows smaller ones as a small square beside the words."""
MOST_BYTES = 300_000
"""WhatsApp shows no larger ones."""


def names_in(language: str) -> tuple[str, str]:
    """What the picture of a language is called, the best name first."""
    return f"{NAME}-{language}{ENDING}", f"{NAME}{ENDING}"


def unfit_pictures(theme: Theme, languages: Collection[str]) -> Iterator[Problem]:
    """Every picture that no page would have, and every one that nobody could show."""
    known = [*(names_in(language)[0] for language in languages), f"{NAME}{ENDING}"]
    for path in theme.files(f"assets/{NAME}[-.]*").values():
        folder = next((each for each in theme.layers if path.is_relative_to(each.path)), Folder(path.parent, "theme"))
        place = Place(folder.logical(path), line=1, column=1)
        if path.name not in known:
            yield Problem(place, "social-picture.name", {"name": path.name, "known": ", ".join(known)})
            continue
        size = size_of(path.read_bytes())
        if not size or size[0] < LEAST_WIDTH or size[1] < LEAST_HEIGHT or path.stat().st_size > MOST_BYTES:
            values = {"width": LEAST_WIDTH, "height": LEAST_HEIGHT, "most": MOST_BYTES}
            yield Problem(place, "social-picture.unfit", values)


def size_of(content: bytes) -> tuple[int, int] | None:
    """The width and the height of a PNG in pixels (PNG, sections 5.2 and 11.2.1). None for what is no PNG."""
    if not content.startswith(b"\x89PNG\r\n\x1a\n") or content[12:16] != b"IHDR":
        return None
    return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
