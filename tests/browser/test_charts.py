"""Charts on a phone: what they say can be read, in both languages, on every page that has one."""

import pytest

from drws.domains.figures.measure.page import MeasureView

from .sample import every_page
from .visits import PHONE, Visit

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

CHARTS = [
    page for page in every_page() if isinstance(page.view, MeasureView) and any(area.chart for area in page.view.areas)
]
# Words of a chart that leave the drawing, or stand on the words above them. A pixel of a letter's own white is no matter.
UNREADABLE = """() => [...document.querySelectorAll('svg.bar-chart__drawing')].flatMap((drawing) => {
    const room = drawing.getBoundingClientRect();
    const lines = [...drawing.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
    return lines.filter(([, box], place) => box.left < room.left - 1 || box.right > room.right + 1
        || box.bottom > room.bottom + 1 || (place && box.top < lines[place - 1][1].bottom - 1))
        .map(([words, box]) => `${words}: ${Math.round(box.right - room.right)} px too wide`);
})"""


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_words_of_every_chart_fit_on_a_small_phone(language: str, look: Visit) -> None:
    """Nothing that a chart says leaves it at 320 pixels, or stands on something else that it says."""
    here = [page for page in CHARTS if page.language == language]
    assert here
    said = {page.url: found for page in here if (found := look(page.url, viewport=PHONE).evaluate(UNREADABLE))}
    assert said == {}
