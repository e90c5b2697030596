"""A made-up directory of any size in the shape of the real one: `python benchmarks/synthetic.py 1000 FOLDER`.

Writes FOLDER/data and FOLDER/content for `drws build --data FOLDER/data --content FOLDER/content`. The words are made up, the same seed
makes the same words, and the telephone numbers are those that Ofcom keeps for drama. Lengths, and how often a field is there, follow
data/services, a little on the long side: about 3.5 KB for a service. Half of the services belong to one authority, four in ten to a
region, and one in ten to the whole nation. (In the real data half are national; a list of everything national is on every region's and
authority's page, and nobody would write such pages for a thousand services.)
"""

import random
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from drws.say.detection import seems_in

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("cy", "en")
SYLLABLES = {
    "cy": (
        "al am an ar bod bryn bwl cad cae can ceg cof cyf chwi dal dan der dol dyf ddi ddu eg en er fan fel for fyn ffa ffor gal "
        "gar glan gof gwe gwyn hel hir hyn iad ion lan lon llaw llen lli mab man mel myn nan nef nos ol or ped pen pri pwy rad raf "
        "môr tŷ dŵr lân rhan rhes rhi sef ser sib swn tal teg tir tro thor thu ud wen wyd ych ydd yn ys"
    ),
    "en": (
        "ab ac al an ar ast bar ben ble bor cal can cer com con cre dal del den der dis ed el en er est fer fin for ful gan gen ger "
        "hal hand her ing ion is ity ken lan lem ler lin lo man mar men ment mis nal ness nor on or out par pel per ple por ran ren "
        "rin ser sion sol ster tal ten ter tion ton tra ul ver ward wen wil"
    ),
}
SMALL = {"cy": ("mae", "gyda", "sydd", "hefyd", "wedi", "neu"), "en": ("the", "with", "which", "should", "and", "have")}
"""Words by which a detector knows what language made-up words are meant to be in."""
WEB = "https://enghraifft.example"
LINE, SHORT = 100, 40
"""Characters: a longer text is folded, and a list of shorter ones stands in one line."""
TYPES = ("national-body", "charity", "agency", "court", "regional-adoption-service", "local-authority")
PURPOSES = ("enquiries", "helpline", "support", "letterbox", "advice", "out-of-hours")
DRAWINGS = (
    "prospective-adopters",
    "adopters",
    "adopted-children-young-people",
    "adopted-adults",
    "birth-parents-relatives",
)

Value: TypeAlias = str | Sequence["Value"] | Mapping[str, "Value"]
Texts: TypeAlias = Mapping[str, str]
Field: TypeAlias = tuple[str, Value]


class Maker:
    """Makes words, sentences and records. Everything follows from its seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.vocabulary = {language: self._vocabulary(language) for language in LANGUAGES}
        self.numbers = 0

    def _vocabulary(self, language: str) -> list[str]:
        syllables = SYLLABLES[language].split()
        words = {"".join(self.random.choices(syllables, k=self.random.choice((1, 1, 2, 2, 2, 3)))) for _ in range(1500)}
        return sorted({*words, *(f"{word}’{'r' if language == 'cy' else 's'}" for word in sorted(words)[::40])})

    def words(self, language: str, length: int) -> str:
        """Words that together have about `length` characters."""
        picked: list[str] = []
        while sum(map(len, picked)) + len(picked) < length:
            small = len(picked) % 3 == 2  # noqa: PLR2004  every third
            picked.append(self.random.choice(SMALL[language] if small else self.vocabulary[language]))
        return " ".join(picked)

    def sentences(self, language: str, length: int) -> str:
        """Sentences of up to a hundred characters, which end within a word of `length`: texts of a pair are about as long."""
        parts: list[str] = []
        while sum(map(len, parts)) < length:
            rest = length - sum(map(len, parts))
            parts.append(self.words(language, min(self.random.randint(40, 100), rest)).capitalize() + ".")
        return " ".join(parts)

    def name(self, length: int, number: int) -> Texts:
        """A name that no other record of its kind has."""
        return {
            language: own(language, lambda language: f"{self.words(language, length).capitalize()} {number}")
            for language in LANGUAGES
        }

    def text(self, length: int) -> Texts:
        """Sentences in both languages, within a third of `length`."""
        length = int(length * self.random.uniform(0.7, 1.3))
        return {language: own(language, lambda language: self.sentences(language, length)) for language in LANGUAGES}

    def sometimes(self, share: float) -> bool:
        """True in that share of cases."""
        return self.random.random() < share

    def sources(self) -> list[Value]:
        """Where it was read: one to four pages, half of them dated."""
        return [
            {
                "url": f"{WEB}/{'/'.join(self.random.choices(self.vocabulary['en'], k=4))}/{self.random.randint(1, 999)}",
                **({"as_of": self._date()} if self.sometimes(0.5) else {}),
                **({"note": self.sentences("en", 50)} if self.sometimes(0.2) else {}),
            }
            for _ in range(self.random.choice((1, 1, 2, 2, 2, 3, 4)))
        ]

    def happenings(self) -> list[Value]:
        """One to three things that happened, oldest first."""
        dates = sorted(self._date() for _ in range(self.random.randint(1, 3)))
        return [{"date": date, "text": self.text(140), "sources": self.sources()[:1]} for date in dates]

    def phone(self) -> Mapping[str, str]:
        """A number kept for drama (Ofcom): Cardiff's, or freephone's."""
        self.numbers += 1
        if self.sometimes(0.3):
            return {"number": f'"0808 157 {self.numbers % 1000:04}"', "type": "freephone"}
        return {"number": f'"029 2018 {self.numbers % 1000:04}"'}

    def _date(self) -> str:
        year = self.random.randint(2010, 2025)
        return self.random.choice((f"{year}", f"{year}-04", f"{year}-09-14"))


def own(language: str, make: "Callable[[str], str]") -> str:
    """What `make` makes for a language, made again while `drws check` would take it for another one."""
    while seems_in(made := make(language), language, LANGUAGES):
        pass
    return made


def write(folder: Path, services: int, seed: int = 1) -> None:  # noqa: C901  a list of folders, one after the other
    """Write a whole directory with that many services into `folder`, in place of what is there."""
    for name in ("data", "content"):
        shutil.rmtree(folder / name, ignore_errors=True)
    data = folder / "data"
    shutil.copytree(ROOT / "data" / "languages", data / "languages")
    shutil.copytree(ROOT / "data" / "drawings", data / "drawings")
    maker = Maker(seed)

    def record(kind: str, id_: str, *fields: Field) -> None:
        write_file(
            data / kind / f"{id_}.yml",
            as_yaml((("id", id_), *fields, ("translation", "draft"), ("sources", maker.sources()))),
        )

    regions = [f"region-{n}" for n in range(5)]
    authorities = [f"authority-{n}" for n in range(22)]
    organizations = [f"organization-{n}" for n in range(20)]
    audiences = [f"audience-{n}" for n in range(8)]
    kinds = [f"kind-{n}" for n in range(14)]
    everyone = [*regions, *authorities, *organizations]
    teams = max(1, services // 5)

    write_file(data / "site.yml", as_yaml(_site(maker)))
    for n, id_ in enumerate(regions):
        record(
            "regions", id_, *_organization(maker, n, "regional-adoption-service"), ("lead_authority_id", authorities[n])
        )
    for n, id_ in enumerate(authorities):
        more: tuple[Field, ...] = (("code", f"W060{n:05}"), ("region_id", regions[n % 5]), ("place", maker.name(8, n)))
        record("authorities", id_, *_organization(maker, 100 + n, "local-authority"), *more)
    for n, id_ in enumerate(organizations):
        record("organizations", id_, *_organization(maker, 200 + n, TYPES[n % 4]))
    for n, id_ in enumerate(everyone):
        record("contacts", f"contact-{id_}", *_contact(maker, n, id_), ("location_id", f"location-{id_}"))
        record("locations", f"location-{id_}", *_location(maker, n, id_))
    for n in range(teams):
        record("contacts", f"team-{n}", *_contact(maker, 1000 + n, everyone[n % len(everyone)]))
    for n, id_ in enumerate(audiences):
        record("audiences", id_, *_audience(maker, n))
    for n, id_ in enumerate(kinds):
        record(
            "kinds_of_help", id_, ("order", f"{n + 1}"), ("name", maker.name(20, n)), ("description", maker.text(100))
        )
    for n in range(services):
        area = _area(n, regions, authorities)
        provider = organizations[n % 20] if area == "wales" else area
        topics = _some(audiences, n, maker), _some(kinds, n, maker)[:3]
        record(
            "services", f"service-{n}", *_service(maker, n, (provider, area), topics), *_now_and_then(maker, n, teams)
        )
    for path in ("", "about", "privacy", "guide", *(f"guide/part-{n}" for n in range(8))):
        _page(folder / "content", path, maker)


def _area(n: int, regions: list[str], authorities: list[str]) -> str:
    if n % 10 == 0:
        return "wales"
    return regions[n % 5] if n % 10 in (2, 4, 6, 8) else authorities[n % 22]


def _site(maker: Maker) -> tuple[Field, ...]:
    def terms(ids: Iterable[str]) -> list[Value]:
        return [{"id": id_, "name": maker.name(20, n)} for n, id_ in enumerate(ids)]

    return (
        ("id", "site"),
        ("name", maker.name(35, 1)),
        ("short_name", maker.name(20, 1)),
        ("url", "https://drws.example/"),
        ("country", "GB"),
        ("languages", ["cy", "en"]),
        ("organization_id", "organization-1"),
        ("emergency", maker.text(50)),
        ("fallback_contact_ids", ["contact-organization-1"]),
        ("navigation", ["audiences", "services", "areas", "page:about", "contact"]),
        ("footer", ["page:about", "organizations", "a-to-z", "page:privacy", "parity", "contact"]),
        ("tiers", terms(("national", "regional", "local"))),
        ("areas", terms(("wales",))),
        ("organization_types", terms(TYPES)),
        ("contact_purposes", terms(PURPOSES)),
        ("sources", [{"url": f"{WEB}/"}]),
        ("translation", "draft"),
    )


def _organization(maker: Maker, n: int, kind: str) -> tuple[Field, ...]:
    return (
        ("name", maker.name(28, n)),
        ("organization_type", kind),
        ("description", maker.text(240)),
        ("website", {language: f"{WEB}/{language}/{n}" for language in LANGUAGES}),
    )


def _contact(maker: Maker, n: int, organization: str) -> tuple[Field, ...]:
    fields: list[Field] = [
        ("organization_id", organization),
        ("name", maker.name(25, n)),
        ("purpose", PURPOSES[n % len(PURPOSES)]),
        ("description", maker.text(120)),
        ("phones", [maker.phone()]),
        ("emails", [f"cyswllt-{n}@enghraifft.example.org"]),
        ("website", {"en": f"{WEB}/contact/{n}"}),
    ]
    if maker.sometimes(0.3):
        fields.append(("languages", ["cy", "en"]))
        fields.append(("schedules", [{"byday": ["MO", "TU", "WE"], "opens_at": '"9:00"', "closes_at": '"16:30"'}]))
    return tuple(fields)


def _location(maker: Maker, n: int, organization: str) -> tuple[Field, ...]:
    address = {
        "address_1": f"{n} Stryd Fawr",
        "city": "Caerdydd",
        "postal_code": f"CF{n % 90 + 1} 1AA",
        "country": "GB",
        "language": "cy",
    }
    return (
        ("organization_id", organization),
        ("name", maker.name(30, n)),
        ("location_type", "physical"),
        ("address", address),
    )


def _audience(maker: Maker, n: int) -> tuple[Field, ...]:
    questions: list[Value] = [
        {
            "question": maker.text(70),
            "answer": maker.text(180),
            "more": [{"target": "page:contact"}],
            "basis": "inferred",
            "sources": maker.sources()[:1],
        }
        for _ in range(5)
    ]
    fields: list[Field] = [
        ("order", str(n + 1)),
        ("name", maker.name(25, n)),
        ("description", maker.text(180)),
        ("questions", questions),
    ]
    if n < len(DRAWINGS):
        fields += [("door", maker.name(18, n)), ("drawing", DRAWINGS[n])]
    return tuple(fields)


def _service(maker: Maker, n: int, place: tuple[str, str], topics: tuple[list[str], list[str]]) -> tuple[Field, ...]:
    """What every service has. `topics` are its audiences and its kinds of help."""
    (provider, area), (audiences, kinds) = place, topics
    return (
        ("name", maker.name(38, n)),
        ("alternate_names", {"en": [maker.words("en", 30)]}),
        ("summary", {language: f"{maker.words(language, 85).capitalize()}." for language in LANGUAGES}),
        ("description", maker.text(450)),
        ("status", "active"),
        ("organization_id", provider),
        ("audience_ids", audiences),
        ("kind_of_help_ids", kinds),
        ("area_ids", [area]),
        ("application_process", maker.text(170)),
    )


def _now_and_then(maker: Maker, n: int, teams: int) -> Iterator[Field]:
    """What only some services have, and how often."""
    occasional: tuple[tuple[float, str, Callable[[], Value]], ...] = (
        (0.5, "eligibility_description", lambda: maker.text(150)),
        (0.3, "fees_description", lambda: maker.text(90)),
        (0.2, "area_note", lambda: maker.text(150)),
        (0.05, "alert", lambda: maker.text(120)),
        (0.5, "contact_ids", lambda: [f"team-{n % teams}"]),
        (0.6, "website", lambda: {"en": f"{WEB}/service/{n}"}),
        (0.2, "languages", lambda: ["cy", "en"]),
        (0.2, "facts", lambda: [{"text": maker.text(150), "sources": maker.sources()[:1]}]),
        (0.25, "history", maker.happenings),
        (0.5, "confidence", lambda: [{"field": "name.cy", "level": "inferred", "note": maker.sentences("en", 50)}]),
        (0.4, "notes", lambda: [maker.sentences("en", 120)]),
    )
    for share, name, value in occasional:
        if maker.sometimes(share):
            yield name, value()


def _some(ids: list[str], n: int, maker: Maker) -> list[str]:
    """One to four of them, one more often than several; each has its turn as the first."""
    others = [id_ for id_ in ids if id_ != ids[n % len(ids)]]
    return [ids[n % len(ids)], *maker.random.sample(others, maker.random.choice((0, 0, 0, 1, 2, 3)))]


def _page(content: Path, path: str, maker: Maker) -> None:
    for language in LANGUAGES:
        name = f"{path}/index" if path in ("", "guide") else path
        slug = f"slug: {path.rpartition('/')[2]}-{language}\n" if path else ""
        blocks = [f"## {maker.words(language, 25).capitalize()}\n\n{maker.sentences(language, 400)}" for _ in range(5)]
        write_file(
            content / language / f"{name.strip('/')}.md",
            f"---\ntitle: {maker.words(language, 25).capitalize()}\n{slug}description: {maker.sentences(language, 80)}\n"
            "translation: draft\n---\n\n" + "\n\n".join(blocks) + "\n",
        )


def as_yaml(fields: Iterable[Field]) -> str:
    """A record, as an editor would write it."""
    return "".join(f"{line}\n" for name, value in fields for line in _lines(name, value, 0))


def _lines(name: str, value: Value, depth: int) -> Iterator[str]:
    """A field as an editor would write it: long text folded, short lists in one line."""
    indent = "  " * depth
    match value:
        case str() if len(value) > LINE:
            yield f"{indent}{name}: >-"
            yield from textwrap.wrap(value, 115, initial_indent=f"{indent}  ", subsequent_indent=f"{indent}  ")
        case str():
            yield f"{indent}{name}: {value}"
        case dict():
            yield f"{indent}{name}:"
            for key, inner in value.items():
                yield from _lines(key, inner, depth + 1)
        case list() if all(isinstance(each, str) and len(each) < SHORT for each in value):
            yield f"{indent}{name}: [{', '.join(value)}]"
        case list():
            yield f"{indent}{name}:"
            for each in value:
                first, *rest = (
                    [line for key, inner in each.items() for line in _lines(key, inner, depth + 2)]
                    if isinstance(each, dict)
                    else [str(each)]
                )
                yield f"{indent}  - {first.lstrip()}"
                yield from rest


def write_file(path: Path, text: str) -> None:
    """Write a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
