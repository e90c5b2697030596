"""Golden files of pages: nothing that a visitor could notice changes unseen, and nothing is shown twice."""

from pathlib import Path

import pytest

from .golden_pages import golden_pages
from .html_layout import lay_out

CARD = "<section><h2>Llinell</h2><p>Ffoniwch</p><p>029 2018 0123</p><p>Bob dydd</p></section>"
PAGE = """<!doctype html><html lang="cy"><head><title>{title}</title></head>
<body><header><p>Un</p><p>Dau</p><p>Tri</p></header><main id="main">{main}</main><footer>Diwedd</footer></body></html>"""


def shown(folder: Path, *mains: str, footer: str = "Diwedd") -> dict[str, str]:
    """The golden files of a site of a few pages."""
    (folder / "cy").mkdir(exist_ok=True)
    names = [f"cy/{number}.html" for number in range(len(mains))]
    for name, main in zip(names, mains, strict=True):
        html = PAGE.format(title=name, main=main)
        (folder / name).write_text(html.replace("Diwedd", footer) if name == names[-1] else html, "utf-8")
    return golden_pages(folder, names)


def test_the_frame_is_shown_once(tmp_path: Path) -> None:
    """And what differs in the frame of a page, with that page's name."""
    assert shown(tmp_path, "un", "dau", "tri")["cy/frame.html"].count("<footer>Diwedd</footer>") == 1
    frame = shown(tmp_path, "un", "dau", "tri", footer="Arall")["cy/frame.html"]
    assert frame.endswith("\n\ncy/2.html\n- <footer>Diwedd</footer>\n+ <footer>Arall</footer>\n")


def test_a_block_is_shown_once(tmp_path: Path) -> None:
    """Where it stands again, its first words are, and the page that shows it."""
    golden = shown(tmp_path, CARD, f"<h1>Dau</h1>{CARD}")
    assert "029 2018 0123" in golden["cy/0.html"]
    assert golden["cy/1.html"].endswith("\n  <section> … Llinell Ffoniwch 029 2018 0123 Bob … (on cy/0.html)\n")


@pytest.mark.parametrize("there", [CARD.replace("dydd", "nos"), CARD.replace("<p>Bob", "<p class=quiet>Bob")])
def test_no_line_stands_for_two_blocks(there: str, tmp_path: Path) -> None:
    """Blocks that begin alike are told apart: a page that gets the other one changes."""
    one, other = (shown(tmp_path, CARD, there, f"<h1>Tri</h1>{last}") for last in (CARD, there))
    assert one["cy/1.html"] == other["cy/1.html"]
    assert one["cy/2.html"] != other["cy/2.html"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>a <b>c</b></p>", "<p>a<b>c</b></p>"),
        ("<p>a &lt;b&gt;</p>", "<p>a <b></b></p>"),
        ('<p title="a">b</p>', '<p title="&amp;a">b</p>'),
        ("<ul><li>a</ul><p>b</p>", "<ul><li>a<p>b</p></ul>"),
        ("<p hidden>a</p>", "<p>a</p>"),
        ("<template><p>a</p></template>", "<template><p>b</p></template>"),
        ("<p>a</p><!-- b -->", "<p>a</p>"),
    ],
)
def test_what_can_be_noticed_is_laid_out_otherwise(one: str, other: str) -> None:
    """Space between words, markup, attributes, what stands in what, what waits in a template, and comments."""
    assert lay_out(one) != lay_out(other)


def test_what_cannot_be_noticed_is_laid_out_alike() -> None:
    """Space between blocks, and the stamp of an asset."""
    assert lay_out("<div>\n <p>a</p>\n\n<p>b</p></div>") == lay_out("<div><p>a</p><p>b</p></div>")
    assert lay_out('<img src="/assets/a.0123456789.png">') == lay_out('<img src="/assets/a.9876543210.png">')
