"""Numbers in sentences that can be pressed."""

import pytest
from markupsafe import Markup

from drws.say.pressable import pressable

NUMBERS = {"111": "tel:111", "111 & 2": "tel:111,2"}


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("<p>Ring 111. Or 111!</p>", '<p>Ring <a href="tel:111">111</a>. Or <a href="tel:111">111</a>!</p>'),
        ("<p>111 &amp; 2</p>", '<p><a href="tel:111,2">111 &amp; 2</a></p>'),
    ],
)
def test_a_number_in_a_sentence_can_be_pressed(words: str, html: str) -> None:
    """Wherever it stands by itself; the longest of those that begin alike."""
    assert pressable(Markup(words), NUMBERS) == html  # noqa: S704  our own words


@pytest.mark.parametrize("words", ["<p>Ring 1112.</p>", '<p id="111">Ring.</p>', "<p>&lt;b&gt;</p>"])
def test_other_words_stay_as_they_are(words: str) -> None:
    """Another number, what is in a tag, and what was escaped."""
    assert pressable(Markup(words), NUMBERS) == words  # noqa: S704  our own words
    assert pressable(Markup(words), {}) == words  # noqa: S704  our own words
