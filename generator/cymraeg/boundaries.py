"""Where two letters of a Welsh word only look like one: *Llan|goed*, *llon|gyfarch*, *ar|holi*, but *angen*, *cyngor*, *anrhydedd*.

*Ng*, *rh*, *th* and the like are letters of the alphabet, except where one element of a word ends with the first and the next begins
with the second. Nothing in the spelling says so. What can be told from it is told here, and the rest is read as one letter.

By sound, wherever it stands in a word:

- *rh* behind a vowel is r and h (*parhau*, *Aberhonddu*). Behind a consonant it is a letter, the beginning of a second element
  (*penrhyn*, *anrheg*), save behind an f (*llyfrhau*) and in the endings of verbs in -hau (*sicrhau*).
- *ng* behind a consonant (*teyrngar*, *Cefngorwydd*) and behind a diphthong (*Blaengarw*, *Llwyngwril*, *swyngyfaredd*) is n and g: no
  syllable of one morpheme ends so. *Ngh* is the nasal mutation of c, and its ng a letter.
- *ng* before the ending -gar and what is made with it is n and g (*hunangarwch*), and so it is in what *dangos*, *amcan* and *union* are
  part of (*ymddangos*, *tanamcangyfrif*, *anuniongyrchol*).

By what a word begins with: `boundaries.txt` has the elements that names and compounds begin with (*Llan-*, *Pen-*, *hunan-*), the few
words that no rule finds (*Bangor*, *dangos*), and those that a rule would part wrongly (*Eingl*, *tangnefedd*).

What it does not find: elements that are not in the list, inside a word above all (*Llandingad*); d and d, l and l, f and f, p and h, c
and h, which meet in hardly any word without the hyphen that Welsh spelling puts between them (*ad-dalu*, *cul-lwybr*: a hyphen always
parts); and n and g in words from elsewhere that are not listed.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from cymraeg.mutations import mutated

_WORD = re.compile(r"[^\W\d_]+")
_MAY_BE_TWO = re.compile(r"ng|rh|nth|oedd")
"""What a word has that these rules could part. Most words have none of it."""

_BY_SOUND = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<=[aeiouwy])r()h",
        r"(?<=f)r()h",
        r"(?<=[bcdgt])r()h(?=a(?:[dfu]|i|nt|o|w|s)|e(?:ir|w))",
        r"(?<=[bcdfglmrst])n()g(?=[^\Wh])",
        r"(?<=a[eiuw]|e[iuw]|o[ew]|wy)n()g(?=[^\Wh])",
        r"(?<=\w[aeiouwy])n()g(?=ar(?:wch|ol|edd|wr|wyr)?$)",
        r"(?<=dda)n()gos|(?<=dde)n()gys|(?<=amca)n()gyf|(?<=unio)n()g(?=[ry])",
    )
)
"""Each with an empty group where the bar belongs."""

_SHORTEST_REST = 2
"""Signs that have to follow the first of a second element: *llan|gan* has them."""


@cache
def parted(text: str) -> str:
    """A folded text, with a bar between letters that only look like one."""
    return _WORD.sub(lambda found: _parted_word(found[0]), text) if _MAY_BE_TWO.search(text) else text


def _parted_word(word: str) -> str:
    if not _MAY_BE_TWO.search(word):
        return word
    begins = next(_fitting(word), "")
    return _beginnings().get(begins, "") + _by_sound(word[len(begins) :])


def _fitting(word: str) -> Iterator[str]:
    """The beginnings in the list that the word has, the longest first."""
    for length in range(min(len(word), _longest()), 0, -1):
        begins = word[:length]
        if (marked := _beginnings().get(begins)) and (marked[-2] != "|" or len(word) >= length + _SHORTEST_REST):
            yield begins


def _by_sound(rest: str) -> str:
    places = {found.start(found.lastindex or 0) for rule in _BY_SOUND for found in rule.finditer(rest)}
    return "".join(f"|{sign}" if place in places else sign for place, sign in enumerate(rest))


@cache
def _longest() -> int:
    return max(map(len, _beginnings()))


@cache
def _beginnings() -> Mapping[str, str]:
    """The beginnings of words in `boundaries.txt` and their mutated forms, each with its bar."""
    lines = resources.files("cymraeg").joinpath("boundaries.txt").read_text("utf-8").splitlines()
    listed = [line for line in map(str.strip, lines) if line and not line.startswith("#")]
    forms = [form for each in listed for form in mutated(each)]
    return {form.replace("|", ""): form for form in (*forms, *listed)}
