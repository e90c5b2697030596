"""All postcodes to one short line for each outward code, from which each can be had back exactly.

The line begins with the letter of the authority that most of its postcodes are in (`-`: one of another country). Then come the
exceptions, and a later one wins:

    5x      in sector 5 it is authority x
    5       in sector 5 the following is to be looked at
    Ax      … units that begin with A are in x
    ABCx    … the units AB and AC are in x

`generator/drws/domains/directory/finder/geography.py` and `theme/assets/find-postcode.js` read it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from drws.domains.directory.finder.geography import ELSEWHERE
from drws.geography.package import Row

UNDECIDED = "?"


def encode(rows: Iterable[Row], letters: Mapping[str, str]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The lines by outward code, and what lies elsewhere: postcode areas and outward codes by the letter of their nation.

    `letters` has the letter of each of our authorities by its code. A nation's letter is the first of its GSS codes.
    """
    units: defaultdict[str, dict[str, str]] = defaultdict(dict)
    nations: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        letter = letters.get(row.code, ELSEWHERE)
        units[row.outward][row.inward] = letter
        if letter == ELSEWHERE:
            nations[row.outward][row.code[0]] += 1
    lines = {
        outward: _line(inwards)
        for outward, inwards in sorted(units.items())
        if any(letter != ELSEWHERE for letter in inwards.values())
    }
    return lines, _elsewhere(nations, lines)


def area_of(outward: str) -> str:
    """The letters that an outward code begins with: the postcode area."""
    return outward[:2] if outward[1:2].isalpha() else outward[:1]


def _line(inwards: Mapping[str, str]) -> str:
    default = _most(inwards.values())
    line = default
    for sector in sorted({inward[0] for inward in inwards}):
        units = {inward[1:]: letter for inward, letter in inwards.items() if inward[0] == sector}
        here = _most(units.values())
        exceptions = _exceptions(units, here)
        if here != default or exceptions:
            line += sector + (here if here != default else "") + exceptions
    return line


def _exceptions(units: Mapping[str, str], here: str) -> str:
    said = ""
    for first in sorted({unit[0] for unit in units}):
        seconds = {unit[1]: letter for unit, letter in units.items() if unit[0] == first}
        usual = _most(seconds.values())
        if usual != here:
            said += first + usual
        others = sorted({letter for letter in seconds.values() if letter != usual})
        for other in others:
            said += first + "".join(sorted(second for second in seconds if seconds[second] == other)) + other
    return said


def _most(letters: Iterable[str]) -> str:
    return min(Counter(letters).items(), key=lambda counted: (-counted[1], counted[0]))[0]


def _elsewhere(nations: Mapping[str, Counter[str]], lines: Mapping[str, str]) -> dict[str, list[str]]:
    """A whole area under its nation where it has none of ours; each outward code by itself where it has, or where nations share the area."""
    outwards: defaultdict[str, list[str]] = defaultdict(list)
    for outward in sorted(nations):
        outwards[area_of(outward)].append(outward)
    ours = {area_of(outward) for outward in lines}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for area, members in sorted(outwards.items()):
        usual = _most(nation for member in members for nation in nations[member].elements())
        if area not in ours:
            found[usual].append(area)
        for member in members:
            nation = next(iter(nations[member])) if len(nations[member]) == 1 else UNDECIDED
            if area in ours or nation != usual:
                found[nation].append(member)
    return dict(sorted(found.items()))
