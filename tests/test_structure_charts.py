"""The structure chart: nothing overlaps, and the drawing and the words beside it say the same."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from drws.build.output import Output, gather_output
from drws.domains.directory.organization.record import Region
from drws.domains.governance.structure.chart_parts import Box, Drawing, Line
from drws.domains.governance.structure.chart_tall import tall
from drws.domains.governance.structure.chart_trees import Node, Tier
from drws.domains.governance.structure.chart_wide import wide

if TYPE_CHECKING:
    from tests.example import Example


def node(key: str, *above: str, name: str = "Bwrdd", note: str = "") -> Node:
    """Someone in a chart."""
    return Node(key, name, None, note, f"/{key}/", "body", is_settled=True, above=above)


def overlap(one: Box, other: Box) -> bool:
    """Do two boxes lie over each other?"""
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def crossed(drawing: Drawing, line: Line) -> list[str]:
    """The boxes whose inside a line goes through. Paths are of M, H and V with absolute numbers."""
    x, y, found = 0, 0, []
    for step in line.path.replace("M", " M").replace("H", " H").replace("V", " V").split(" M")[1:]:
        for part in ("M" + step).replace("M", "\nM").replace(" H", "\nH").replace(" V", "\nV").split("\n")[1:]:
            old = x, y
            if part[0] == "M":
                x, y = map(int, part[1:].split())
                continue
            x, y = (int(part[1:]), y) if part[0] == "H" else (x, int(part[1:]))
            left, right, top, bottom = *sorted((old[0], x)), *sorted((old[1], y))
            found += [
                box.node.key
                for box in drawing.boxes
                if left < box.x + box.width and right > box.x and top < box.y + box.height and bottom > box.y
            ]
    return found


@pytest.mark.parametrize("layout", [tall, wide])
def test_the_chart_of_many_stands_in_its_place(layout: Callable[[list[Tier]], Drawing]) -> None:
    """Boxes lie beside one another and inside, lines go through none, whoever answers to whom, and to two at once."""
    tiers = [
        Tier(
            "A",
            [node("a"), node("b", "a", name="Llanfair" * 9), node("c", "b", "a"), node("d", "j", "e", note="x " * 60)],
        ),
        Tier("B", [node("e", "b", "d"), node("f", "e", "g"), node("g", "a"), node("h", "f", "c")]),
        Tier("C", []),
        Tier("D", [node("k", "i"), node("i", "a", "b", "c", "d", "e", "f", "g", "h"), node("j", "gone")]),
    ]
    drawing = layout(tiers)
    assert [band.name for band in drawing.bands] == ["A", "B", "D"]
    assert [box.node.key for box in drawing.boxes] == list("abcdefhgikj")
    assert all(words.x < box.right - 5 * len(words.text) for box in drawing.boxes for words in (*box.name, *box.note))
    assert not any(overlap(one, other) for one in drawing.boxes for other in drawing.boxes if one is not other)
    assert all(
        box.x >= 0 and box.right <= drawing.width and box.y + box.height <= drawing.height for box in drawing.boxes
    )
    assert len(drawing.lines) == sum(len(each.above) for tier in tiers for each in tier.nodes) - 1
    assert [crossed(drawing, line) for line in drawing.lines if crossed(drawing, line)] == []


@pytest.mark.parametrize("layout", [tall, wide])
def test_there_is_room_for_words_however_deep_it_goes(layout: Callable[[list[Tier]], Drawing]) -> None:
    """Eighteen below one another: every box is as wide as a word or two."""
    chain = [node(str(depth), *([str(depth - 1)] if depth else [])) for depth in range(18)]
    assert min(box.width for box in layout([Tier("Un", chain)]).boxes) > 100


def test_an_authority_stands_at_the_nearest_tier(buildable: "Example") -> None:
    """To whomever it is that answers to it."""
    buildable.change({"data/bodies/grwp-dyffryn.yml": {"answers_to_ids": ["dyffryn-aur"]}})
    made, problems = gather_output(buildable.load(), buildable.work)
    assert made, problems
    plan = next(plan for plan in made.plans if (plan.name, plan.language) == ("structure:dyffryn", "en"))
    *others, nearest = (str(outline.branches) for outline in plan.view.chart.outlines)
    assert "key='dyffryn-aur'" in nearest
    assert all("key='dyffryn-aur'" not in other for other in others)


@pytest.fixture
def output(built: "Example") -> Output:
    """The pages of the small example, planned."""
    made, problems = gather_output(built.load(), built.work)
    assert made, problems
    return made


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_drawing_and_the_words_say_the_same(output: Output, language: str) -> None:
    """On the chart of all and of each region: the same names, addresses and notes, in the same order; and nothing sticks out."""
    pages = [
        plan for plan in output.plans if plan.template == "governance/structure.html" and plan.language == language
    ]
    assert len(pages) == 1 + len(output.site.of(Region))
    for plan in pages:
        html = LexborHTMLParser(output.renderer.render(plan))
        said = [
            (
                " ".join([_words(link), _words(note).partition(_ANSWERS[language])[0].rstrip("; ")]).strip(),
                link.attributes["href"],
            )
            for item in html.css(".outline li")
            for link, note in [
                (
                    item.css("a")[0],
                    next((child for child in item.iter() if child.attributes.get("class") == "outline__note"), None),
                )
            ]
        ]
        for shape, drawing in (("tall", plan.view.chart.tall), ("wide", plan.view.chart.wide)):
            drawn = [
                (_words(box), box.attributes["href"])
                for box in html.css(f".structure-chart__drawing--{shape} .structure-chart__box")
            ]
            assert drawn == said, plan.path
            lines = sum(len(box.node.above) for box in drawing.boxes)
            assert len(drawing.lines) == lines == sum(len(note.css("a")) for note in html.css(".outline__note"))
            assert [crossed(drawing, line) for line in drawing.lines if crossed(drawing, line)] == []
            assert all(words.x + len(words.text) * 6 < box.right for box in drawing.boxes for words in box.name)


_ANSWERS = {"cy": "yn atebol i:", "en": "answers to:"}


def _words(part: Any) -> str:
    return " ".join(part.text(separator=" ").split()) if part else ""


def test_every_region_says_what_is_not_confirmed(output: Output) -> None:
    """One region's own group is still a proposal, and the other is drawn as every region is to be: both have a broken border."""
    unsettled = {
        plan.name: {box.node.key for box in plan.view.chart.tall.boxes if not box.node.is_settled}
        for plan in output.plans
        if plan.name.startswith("structure:")
    }
    assert unsettled == {"structure:dyffryn": {"grwp-dyffryn"}, "structure:ynys-las": {"grwp-llywio"}}
