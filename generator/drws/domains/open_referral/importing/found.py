"""What a folder of answers of an Open Referral API holds: each object once, and where it stands."""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from drws.kernel.problem import Place, Problem

MOST_BYTES = 50_000_000
"""The largest file that is read. Everything that the directory of a nation has is a tenth of that."""

KINDS = {
    "services": "service",
    "organizations": "organization",
    "contacts": "contact",
    "locations": "location",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
    "service_at_locations": "service_at_location",
}
"""The objects that are looked for, by the names of the lists and folders in which they stand."""
INSIDE = {"organization": "organization", "location": "location", "taxonomy_term": "taxonomy_term"}
"""Those that stand alone in another object, by the name of the field."""


@dataclass(frozen=True, slots=True)
class Found:
    """An object of a feed in one language, and where it stands."""

    value: Mapping[str, Any]
    file: Path
    path: tuple[str | int, ...] = ()
    """The way to it from the top of the file."""


Feed = dict[tuple[str, str], Found]
"""Everything in a feed, by kind and id. An object that stands in several places is put together."""


def read_feed(folder: Path) -> tuple[Feed, list[Problem]]:
    """Read every JSON file below a folder. Links are not followed."""
    feed: Feed = {}
    problems: list[Problem] = []
    for file in sorted(path for path in folder.rglob("*.json") if path.is_file() and not path.is_symlink()):
        value, problem = _read(file)
        problems += [problem] if problem else []
        for kind, found in _objects_of(value, file):
            id_ = found.value.get("id")
            if isinstance(id_, str) and id_:
                there = feed.get((kind, id_))
                feed[kind, id_] = _together(there, found) if there else found
    return feed, problems


def _together(one: Found, other: Found) -> Found:
    """What an object says in two places, with the place of the fuller one, which counts where they differ: lists say less than details."""
    less, more = (
        sorted((one, other), key=lambda each: len(each.value)) if len(one.value) != len(other.value) else (other, one)
    )
    return Found({**less.value, **more.value}, more.file, more.path)


def _read(file: Path) -> tuple[Any, Problem | None]:
    place = Place(file.as_posix(), line=1, column=1)
    if file.stat().st_size > MOST_BYTES:
        return None, Problem(place, "file.too-large", {"limit": f"{MOST_BYTES // 1_000_000} MB"})
    try:
        value = json.loads(file.read_bytes().decode("utf-8-sig"), parse_constant=_refused, parse_float=_finite)
        json.dumps(value, ensure_ascii=False).encode()  # half of a pair of surrogates can be read and not written
    except UnicodeDecodeError:
        return None, Problem(place, "file.encoding")
    except json.JSONDecodeError as error:
        place = Place(file.as_posix(), line=error.lineno, column=error.colno)
        return None, Problem(place, "import-oruk.json", {"detail": error.msg})
    except (ValueError, RecursionError) as error:
        return None, Problem(place, "import-oruk.json", {"detail": str(error)})
    except OSError:
        return None, Problem(place, "file.unreadable")
    return value, None


def _refused(constant: str) -> NoReturn:
    """Python reads `NaN` and `Infinity`, which are no JSON."""
    raise ValueError(constant)


def _finite(number: str) -> float:
    """What is larger than Python can count, `1e999`, would be infinite as well."""
    return value if math.isfinite(value := float(number)) else _refused(number)


def _objects_of(value: Any, file: Path) -> list[tuple[str, Found]]:  # noqa: ANN401
    """Every object of a file. One that is nested too deeply for that holds none."""
    try:
        return list(_objects(value, _kind_of(file), Found({}, file)))
    except RecursionError:
        return []


def _kind_of(file: Path) -> str:
    """The kind of object in a file, by its own name or that of its folder."""
    names = (file.stem.replace("-", "_"), *(each.name for each in file.parents))
    said = (name.removesuffix("_full").removesuffix("_list") for name in names)
    return next((KINDS.get(name, name) for name in said if name in KINDS or name in KINDS.values()), "")


def _objects(value: Any, kind: str, at: Found) -> Iterator[tuple[str, Found]]:  # noqa: ANN401  whatever the file holds
    """Every object, those inside of others as well."""
    if isinstance(value, list):
        for number, each in enumerate(value):
            yield from _objects(each, kind, Found({}, at.file, (*at.path, number)))
    elif isinstance(value, dict):
        if kind and "id" in value:
            yield kind, Found(value, at.file, at.path)
        for name, each in value.items():
            inner = KINDS.get(name) or INSIDE.get(name) or (kind if name == "contents" else "")
            if inner and isinstance(each, list | dict):
                yield from _objects(each, inner, Found({}, at.file, (*at.path, name)))
            elif name == "attributes" and isinstance(each, list):
                yield from _objects(each, "", Found({}, at.file, (*at.path, name)))
