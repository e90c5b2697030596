"""In which language words are written: the door of CLD2, the detector of Chromium (`pycld2`). It tells only what it is sure of.

Names are passed over: in `the office of Pont y Dyffryn` only words with a small first letter count. So both the whole text and what is left of it have to look like
the other language, although the detector was told which one to expect.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

from drws.kernel.problem import Place, Problem, Severity

FEWEST_WORDS = 3
"""Words, names left out, below which nobody can be sure: `data`, `panel`."""

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class _Detector(NamedTuple):
    """What is used of the package."""

    detect: Callable[..., tuple[bool, int, tuple[tuple[str, str, int, float], ...]]]
    codes: frozenset[str]
    """The languages that it has."""


@cache
def _detector() -> _Detector | None:
    """None where the package cannot be had for this machine."""
    if find_spec("pycld2") is None:
        return None
    package = import_module("pycld2")
    return _Detector(package.detect, frozenset(code for _, code in package.LANGUAGES))


def small_words(text: str) -> tuple[str, ...]:
    """The words of a text that do not begin with a capital letter: what is no name."""
    return tuple(word for word in WORD.findall(text) if not word[0].isupper())


def seems_in(text: str, expected: str, languages: Iterable[str]) -> str:
    """The other one of some languages in which a text is written, or the empty string.

    `expected` is the language that it should be in. Empty as well for languages that the detector does not know. Of fewer than `FEWEST_WORDS`
    small words nobody can be sure.
    """
    own, detector = _base(expected), _detector()
    if detector is None or own not in detector.codes:
        return ""
    found = _detected(text, own, detector)
    if found in ("", own):  # nearly always: only after this is it worth to look at single words
        return ""
    language = next((code for code in languages if _base(code) == found), "")
    if not language:
        return ""
    return language if _detected(" ".join(small_words(text)), own, detector) == found else ""


@cache
def _base(code: str) -> str:
    return code.partition("-")[0]


def _detected(words: str, expected: str, detector: _Detector) -> str:
    is_sure, _, found = detector.detect(
        words.replace("’", "'"), isPlainText=True, bestEffort=True, hintLanguage=expected
    )
    return found[0][1] if is_sure else ""


def detector_missing() -> list[Problem]:
    """That nothing tells languages apart, where the package cannot be had. A site can be built without it, and is checked less."""
    if _detector():
        return []
    return [Problem(Place("data/site.yml", ("languages",)), "tools.detector", {}, Severity.WARNING)]
