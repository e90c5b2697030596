"""The files of the embedded finder: the theme's own scripts and tables once more, below an address that pages of others may use."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from drws.domains.directory.embed.addresses import PAGE, PARTS, SCRIPT
from drws.domains.directory.embed.page import words_of
from drws.planning.export import Content
from drws.planning.page_plan import PagePlan
from drws.render.assets import Assets
from drws.render.palette import custom_properties
from drws.render.renderer import Renderer

STYLES = "embed-finder.css"
ENTRY = "embed-finder.js"
FILES = (
    STYLES,
    ENTRY,
    "find-answer.js",
    "find-form.js",
    "find-name.js",
    "find-postcode.js",
    "places.json",
    "postcodes.json",
    "spelling.js",
)
"""What the finder is made of, by the names that the theme knows."""


def with_colours(assets: Assets, colours: Mapping[str, str]) -> Assets:
    """Its stylesheet with the colours of the site: no other one reaches into its tree."""
    return assets.adding(STYLES, assets.contents[STYLES] + custom_properties(colours, (), of=".embed"))


def embedded(renderer: Renderer, plans: Iterable[PagePlan]) -> Iterator[tuple[str, Content]]:
    """Each file and what makes it; none where the site has no finder, and so no page about it."""
    pages = [plan for plan in plans if plan.name == PAGE]
    if not pages:
        return
    assets = renderer.assets
    for name in FILES:
        yield f"{PARTS}{assets.names[name]}", partial(bytes, assets.contents[name])
    yield SCRIPT, partial(bytes, f'import "../parts/{assets.names[ENTRY]}";\n'.encode())
    for page in pages:
        yield words_of(page).path, partial(_words, renderer, words_of(page))


def _words(renderer: Renderer, plan: PagePlan) -> bytes:
    return renderer.render(plan).encode()
