"""What a chat or a search engine shows with a link to a page: words of the page’s own, and a picture that is drawn from the theme."""

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops, ImageColor

from drws.build.output import gather_output
from drws.planning.summary import ENOUGH, LONGEST, joined, summary_of
from drws.render.social.drawing import SIZE, Card, draw
from tests.example import THEME

if TYPE_CHECKING:
    from drws.build.output import Output
    from drws.planning.page_plan import PagePlan
    from tests.example import Example

FONT = (THEME / "assets/figtree-wght-normal.woff2").read_bytes()
COLOURS = {"brand": "#0b4f5c", "brand_dark": "#073842", "page": "#ffffff", "accent": "#ffd42a"}


def output_of(example: "Example") -> "Output":
    """What would be written, of an example that is sound."""
    output, problems = gather_output(example.load(), example.work)
    assert output, example.lines(problems)
    return output


def plans(output: "Output", language: str = "en") -> dict[str, "PagePlan"]:
    """The pages of one language by name."""
    return {each.name: each for each in output.every_plan if each.language == language}


# ── words ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_page_is_described_in_words_of_its_own(buildable: "Example") -> None:
    """In each language, in one line that search engines show whole. That of a list or a version begins with its title."""
    output = output_of(buildable)
    for language in ("cy", "en"):
        said = {
            name: summary_of(plan) for name, plan in plans(output, language).items() if plan.path.endswith("index.html")
        }
        assert len({*said.values()}) == len(said)
        assert all(0 < len(words) <= LONGEST and "\n" not in words for words in said.values())
    here = plans(output)
    listed = next(
        plan for plan in here.values() if plan.name.startswith("services-") or plan.title.startswith("Services. ")
    )
    assert summary_of(listed).startswith(listed.title)


def test_a_long_description_ends_with_a_sentence_where_it_can(buildable: "Example") -> None:
    """Half of a piece of advice may say the opposite. A sentence that is too long ends with a word."""
    [plan] = buildable.planner().page("search", "website/search.html", None)

    def said(words: str) -> str:
        return summary_of(replace(plan, summary=words))

    ring = "Ring the police now: 999 if the child may be in danger, 101 if not. You do not have to wait."
    assert said(
        f"{ring}\n\nSay: “My child is missing.” Then say how old they are, and where and when you last saw them."
    ) == (f"{ring} Say: “My child is missing.”")
    assert said("word " * 60).endswith("word…")
    assert len(said("word " * 60)) <= LONGEST
    assert said("Short. " + "long " * 60).startswith("Short. long")
    assert len(said("x" * 300)) == LONGEST
    assert len(ring) >= ENOUGH


def test_a_title_is_not_said_twice() -> None:
    """Nor is a stop put after one that ends with a mark of its own."""
    assert joined("Services. Cost: Free", "Those that we know of.") == "Services. Cost: Free. Those that we know of."
    assert joined("Who decides?", "The board.") == "Who decides? The board."
    assert joined("The board", "The board decides.") == "The board decides."
    assert joined("The board, 1 May 2026", "The board") == "The board, 1 May 2026"


# ── previews ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_page_that_one_can_leave_at_once_is_shown_as_the_site_alone(buildable: "Example") -> None:
    """Whoever holds the telephone sees what a chat shows. Search engines still show the page's own title."""
    leave = {
        "website": {"en": "https://weather.example/"},
        "pages": ["help"],
        "sources": [{"url": "https://w.example/"}],
    }
    buildable.change({"data/site.yml": {"exit_this_page": leave}})
    output = output_of(buildable)
    previews, here = output.renderer.previews["en"], plans(output)
    alone, home = previews.of(here["help"]), previews.of(here["home"])
    assert alone.title == "Small Directory"
    assert alone.summary == here["home"].description
    assert alone.picture.path == home.picture.path
    assert alone.picture.words == "Small Directory"
    page = output.renderer.render(here["help"])
    assert f"<title>{here['help'].title} – " in page
    assert 'content="Small Directory"' in page
    service = previews.of(here["service:blwch-llythyrau"])
    assert (service.title, service.locale, service.other_locales) == ("Letterbox contact", "en_GB", ("cy_GB",))
    assert service.picture.words == "Small Directory: Services"


def test_a_theme_can_bring_its_own_picture(buildable: "Example") -> None:
    """With its own size, and for one language alone where it says so."""
    own = BytesIO()
    Image.new("RGB", (1000, 525)).save(own, "PNG")
    buildable.change({"theme/assets/social-en.png": lambda path: path.write_bytes(own.getvalue())})
    output = output_of(buildable)
    mine, drawn = (output.renderer.previews[code].of(plans(output, code)["services"]).picture for code in ("en", "cy"))
    assert (mine.width, mine.height, mine.draw) == (1000, 525, None)
    assert output.files()[mine.path]() == own.getvalue()
    assert drawn.draw


# ── pictures ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_picture_is_drawn_once(buildable: "Example") -> None:
    """It is kept by all that it is drawn from: with another colour it is another one."""
    output = output_of(buildable)
    picture = output.renderer.previews["cy"].of(plans(output, "cy")["services"]).picture
    assert picture.draw
    drawn = picture.draw()
    [kept] = [each for each in (buildable.work / "social").iterdir() if each.stem in picture.path]
    assert kept.read_bytes() == drawn
    kept.write_bytes(b"kept")
    assert picture.draw() == b"kept"
    buildable.change({"data/site.yml": {"palette": {"brand": "#7a1f4d"}}})
    again = output_of(buildable)
    assert again.renderer.previews["cy"].of(plans(again, "cy")["services"]).picture.path != picture.path


def card(words: str, name: str = "Gwasanaeth y Dŵr a’r Tŷ") -> Card:
    """A picture of a part of a site."""
    return Card([name], words, COLOURS, opens_left=True)


def shown(drawn: bytes) -> Image.Image:
    """The picture in a file."""
    return Image.open(BytesIO(drawn)).convert("RGB")


def test_a_picture_is_small_and_the_same_each_time() -> None:
    """Of the size that networks show whole, in the colours of the site."""
    drawn = draw(card("Gwasanaethau mabwysiadu rhanbarthol a chenedlaethol"), FONT)
    assert drawn == draw(card("Gwasanaethau mabwysiadu rhanbarthol a chenedlaethol"), FONT)
    assert len(drawn) < 40_000
    assert shown(drawn).size == SIZE
    assert shown(drawn).getpixel((5, 5)) == (0x0B, 0x4F, 0x5C)
    found = {colour: number for number, colour in shown(drawn).getcolors(SIZE[0] * SIZE[1]) or ()}
    beside = ("brand", "page"), ("page", "accent"), ("accent", "brand_dark"), ("brand_dark", "page")
    for one, other in (map(ImageColor.getrgb, map(COLOURS.__getitem__, pair)) for pair in beside):
        assert min(found[one], found[other]) > 1000
        halfway = tuple(round(a + (b - a) / 2) for a, b in zip(one, other, strict=True))
        assert halfway in found, "an edge that is not smooth"


@pytest.mark.parametrize("letter", "ŵŷŴŶ’â")
def test_the_font_has_the_letters(letter: str) -> None:
    """A word that has one is drawn, and looks other than the same word with another letter."""
    one, other, none = (shown(draw(card(f"D{each}r"), FONT)) for each in (letter, "o", "\u0416"))
    assert ImageChops.difference(one, other).getbbox()
    assert ImageChops.difference(one, none).getbbox()


def test_words_that_the_font_cannot_write_are_left_out() -> None:
    """Nothing but boxes would stand there."""
    assert draw(card("Ясно"), FONT) == draw(card(""), FONT)


def test_words_stay_on_the_picture() -> None:
    """However many they are: nothing touches the edge or the name below."""
    for words in (
        "Cymorth",
        "Gwasanaethau mabwysiadu rhanbarthol",
        "gair " * 20,
        "Llanfairpwllgwyngyllgogerychwyrndrobwll",
    ):
        picture = shown(draw(card(words), FONT)).crop((0, 0, 870, SIZE[1]))
        box = ImageChops.difference(picture, Image.new("RGB", picture.size, COLOURS["brand"])).getbbox()
        assert box
        assert box[0] >= 70 and box[1] >= 70 and box[2] <= 840 and box[3] <= 560, words  # noqa: PT018
