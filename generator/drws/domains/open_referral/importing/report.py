"""What an import tells besides mistakes: what no record took over, what differs between the languages, and what is missing in one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from drws.domains.open_referral.importing.converting import Converted
from drws.domains.open_referral.importing.found import Found
from drws.domains.open_referral.importing.placed import PlacesIn, place_of, warning
from drws.domains.open_referral.importing.told import Told
from drws.kernel.problem import Problem


def untold(by_language: Mapping[str, Sequence[Found]], places_in: PlacesIn) -> Iterator[Problem]:
    """The languages that no feed has, each once, with the number of records that need words in it."""
    for code, objects in by_language.items():
        yield warning("import-oruk.untold", objects[0], places_in, language=code, count=len(objects))


def twice(everything: Iterable[Converted], places_in: PlacesIn) -> Iterator[Problem]:
    """Each object of several that would be one record, with the others."""
    by_record: dict[str, list[Told]] = defaultdict(list)
    for each in everything:
        by_record[f"{each.kind}:{each.id}"].append(each.told)
    for name, objects in by_record.items():
        for told in objects:
            others = ", ".join(f"{each.kind} {each.id}" for each in objects if each is not told)
            way = ("x_record",) if told.is_ours else ("id",)
            yield Problem(place_of(told.first, way, places_in), "import-oruk.twice", {"name": name, "others": others})


def left_and_unlike(everything: Iterable[Told], places_in: PlacesIn) -> Iterator[Problem]:
    """Each kind of object once, with the fields and how often."""
    whole = list(everything)
    yield from _by_kind("import-oruk.left", [left for told in whole for left in told.left()], places_in)
    yield from _by_kind("import-oruk.unlike", [unlike for told in whole for unlike in told.unlike()], places_in)


def _by_kind(message: str, found: Sequence[tuple[str, str, Found]], places_in: PlacesIn) -> Iterator[Problem]:
    times = Counter((kind, name) for kind, name, _ in found)
    first = {kind: at for kind, _, at in reversed(found)}
    for kind, at in sorted(first.items(), key=lambda each: each[0]):
        names = ", ".join(f"{name} ({count})" for (of, name), count in sorted(times.items()) if of == kind)
        yield warning(message, at, places_in, kind=kind, names=names)
