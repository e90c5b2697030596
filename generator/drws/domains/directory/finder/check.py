"""The finder knows every authority, and no other.

Each authority has postcodes in `data/geography/postcodes.yml` and a shape in `data/geography/map.yml`. What these files say besides, and what
`data/geography/places.yml` says of places, would be about nobody.

Refused::

    data/geography/map.yml: {shapes: [{code: W06999001, x: 10, y: 10, path: M10 10l20 0 0 20z}]}
"""

from collections.abc import Iterator, Sequence

from drws.domains.directory.finder.geography import FIRST_LETTER, Geography
from drws.domains.directory.organization.record import Authority
from drws.kernel.problem import Place, Problem, nearest
from drws.planning.check import Subject

ID = "geography"


def check(subject: Subject) -> Iterator[Problem]:
    """Every authority that the finder does not know, and everything in the finder that no authority is behind."""
    geography = subject.site.dataset(Geography)
    if geography is None:
        return
    postcodes, drawn = geography.postcodes, geography.map
    yield from _codes(subject, postcodes.codes, [postcodes.at("codes", index) for index in range(len(postcodes.codes))])
    shapes = [shape.code for shape in drawn.shapes]
    yield from _codes(subject, shapes, [drawn.at("shapes", index, "code") for index in range(len(shapes))])
    yield from _places(subject, geography)
    yield from _letters(geography)
    outwards = [each.outward for each in postcodes.outwards]
    yield from _twice(outwards, [postcodes.at("outwards", index, "outward") for index in range(len(outwards))])
    used = {letter for _, letter in geography.letters()}
    there = {code for place, code in enumerate(postcodes.codes) if chr(FIRST_LETTER + place) in used}
    for authority in subject.site.all(Authority):
        if authority.code not in there:
            yield Problem(authority.at("code"), "geography.no-postcodes", {"code": authority.code})
        if authority.code not in shapes:
            yield Problem(authority.at("code"), "geography.no-shape", {"code": authority.code})
    yield from _mentioned(subject, geography)


def _places(subject: Subject, geography: Geography) -> Iterator[Problem]:
    known = {authority.code for authority in subject.site.all(Authority)}
    if geography.places is None or subject.unread.get("authorities"):
        return
    for index, place in enumerate(geography.places.places):
        for at, code in enumerate(place.codes):
            if code not in known:
                at_code = geography.places.at("places", index, "codes", at)
                yield Problem(at_code, "geography.unknown-code", {"code": code})


def _codes(subject: Subject, codes: Sequence[str], places: list[Place]) -> Iterator[Problem]:
    yield from _twice(codes, places)
    known = {authority.code for authority in subject.site.all(Authority)}
    if subject.unread.get("authorities"):
        return
    for code, place in zip(codes, places, strict=True):
        if code not in known:
            yield Problem(place, "geography.unknown-code", {"code": code})


def _twice(values: Sequence[str], places: list[Place]) -> Iterator[Problem]:
    seen: set[str] = set()
    for value, place in zip(values, places, strict=True):
        if value in seen:
            yield Problem(place, "geography.twice", {"value": value})
        seen.add(value)


def _letters(geography: Geography) -> Iterator[Problem]:
    codes = geography.postcodes.codes
    for index, letter in geography.letters():
        if ord(letter) - FIRST_LETTER >= len(codes):
            place = geography.postcodes.at("outwards", index, "line")
            yield Problem(place, "geography.letter", {"letter": letter, "codes": len(codes)})


def _mentioned(subject: Subject, geography: Geography) -> Iterator[Problem]:
    nations = [nation.id for nation in geography.finder.nations]
    for index, id_ in enumerate(nations):
        if id_ in nations[:index]:
            file = f"data/{geography.finder.FILE}"
            yield Problem(geography.finder.at("nations", index, "id"), "identity.taken", {"id": id_, "file": file})
    elsewhere = [each.nation_id or "begins" for each in geography.postcodes.elsewhere]
    yield from _twice(elsewhere, [geography.postcodes.at("elsewhere", index) for index in range(len(elsewhere))])
    for index, each in enumerate(geography.postcodes.elsewhere):
        if each.nation_id and each.nation_id not in nations:
            yield Problem(
                geography.postcodes.at("elsewhere", index, "nation_id"),
                "references.unknown",
                {"id": each.nation_id, "nearest": nearest(each.nation_id, nations)},
            )
    for index, id_ in enumerate(geography.finder.island_ids):
        if not subject.exists("authorities", id_):
            yield Problem(
                geography.finder.at("island_ids", index),
                "references.unknown",
                {"id": id_, "nearest": nearest(id_, subject.ids("authorities"))},
            )
