"""The Open Referral feeds and tables: whole, the same in each language, and about nothing that the pages do not say."""

import csv
import io
import json
import re
import shutil
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from drws.build.plans import planners
from drws.domains.directory.service.record import Service
from drws.domains.open_referral.tables.export import export as export_tables
from drws.planning.export import Publication

from .example import AS_OF
from .feeds import STANDARDS, Answers, answers, by_record, feeds, objects
from .test_partial_language import add_part_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.example import Example

LISTS = ("services", "organizations", "taxonomies", "taxonomy_terms", "service_at_locations")


@pytest.fixture(scope="module")
def files(built: "Example") -> dict[str, bytes]:
    """The feeds as they were published."""
    found = (built.site / "data/oruk").rglob("*.json")
    return {path.relative_to(built.site).as_posix(): path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def welsh(files: dict[str, bytes]) -> Answers:
    """The feed in Welsh."""
    return answers(files, "cy")


@pytest.fixture(scope="module")
def english(files: dict[str, bytes]) -> Answers:
    """The feed in English."""
    return answers(files, "en")


def shape(value: Any) -> Any:
    """What there is, without the words: keys, ids and how many of each."""
    if isinstance(value, dict):
        return {key: each if key == "id" or key.endswith("_id") else shape(each) for key, each in value.items()}
    return [shape(each) for each in value] if isinstance(value, list) else None


def test_both_languages_have_the_same_records_with_the_same_ids_and_fields(welsh: Answers, english: Answers) -> None:
    """Neither is poorer. Only words differ."""
    assert {name: shape(answer) for name, answer in welsh.items()} == {
        name: shape(answer) for name, answer in english.items()
    }
    assert by_record(welsh, "service")["blwch-llythyrau"]["name"] == "Cyswllt blwch llythyrau"
    assert by_record(english, "service")["blwch-llythyrau"]["name"] == "Letterbox contact"


def test_every_service_of_the_directory_is_in_the_feed_and_no_other(built: "Example", english: Answers) -> None:
    """Those that have ended as well, with their status. Each is in the list, and in a file of its own."""
    site = built.load().site
    assert site
    services = by_record(english, "service")
    assert services.keys() == site.of(Service).keys()
    assert services["hen-linell"]["status"] == "defunct"
    listed = {each["id"] for each in english["services"]["contents"]}
    assert listed == {each["id"] for each in services.values()}
    assert {name for name in english if re.fullmatch(r"services/[0-9a-f-]+", name)} == {
        f"services/{id_}" for id_ in listed
    }


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_one_page_that_counts_what_is_in_it(name: str, english: Answers) -> None:
    """As the reference of the API has it."""
    answer = english[name]
    count = len(answer["contents"])
    assert count
    assert {key: value for key, value in answer.items() if key != "contents"} == {
        "total_items": count,
        "total_pages": 1,
        "page_number": 1,
        "size": count,
        "first_page": True,
        "last_page": True,
        "empty": False,
    }


def test_ids_are_uuids_and_each_leads_somewhere(english: Answers) -> None:
    """Whatever an object names is in the feed."""
    every = list(objects(english))
    ids = {each["id"] for each in every}
    assert {UUID(id_).version for id_ in ids} == {5}
    named = {value for each in every for key, value in each.items() if key.endswith("_id")}
    assert named - ids == set()


def test_every_page_that_is_named_is_one_of_the_site_in_the_language(built: "Example", welsh: Answers) -> None:
    """And every file in the other language is there."""
    pages = {each[key] for each in objects(welsh["bundle"]) for key in ("url", "x_url", "term_uri") if key in each}
    own = {page.removeprefix("https://bach.example/") for page in pages if page.startswith("https://bach.example/")}
    assert own
    assert all(page.startswith("cy/") and (built.site / page / "index.html").is_file() for page in own)
    others = {url for each in objects(welsh) for url in each.get("x_alternate", {}).values()}
    assert others
    assert all((built.site / url.removeprefix("https://bach.example/")).is_file() for url in others)


def test_ids_stay_when_files_words_and_the_address_of_the_site_change(example: "Example", english: Answers) -> None:
    """Other programs know the records by them. `id_base` keeps the address of which they are made."""
    site = example.root / "data/site.yml"
    moved = "url: https://newydd.example/lle/\nopen_referral: {id_base: https://bach.example/}"
    site.write_text(site.read_text("utf-8").replace("url: https://bach.example/", moved), "utf-8")
    contact = (example.root / "data/contacts/dyffryn-ymholiadau.yml").read_text("utf-8")
    first, second = re.findall(r"  - number.*?(?=  - number|emails)", contact, re.DOTALL)
    example.change(
        {
            "data/services/blwch-llythyrau.yml": {"name": {"cy": "Enw arall", "en": "Another name"}},
            "data/contacts/dyffryn-ymholiadau.yml": contact.replace(first + second, second + first),
        }
    )
    then = answers(feeds(example), "en")
    assert {each["id"] for each in objects(then)} == {each["id"] for each in objects(english)}
    assert by_record(then, "service")["blwch-llythyrau"]["url"].startswith("https://newydd.example/lle/en/")


def test_nothing_was_confirmed_after_the_day_of_the_build(english: Answers) -> None:
    """And what nobody has confirmed says so, in the words of its page."""
    services = by_record(english, "service")
    days = [date.fromisoformat(each["last_modified"][:10]) for each in services.values() if "last_modified" in each]
    assert days
    assert max(days) <= AS_OF
    assert services["grwp-rhieni"]["x_assurance"] == "confirmed"
    assert services["blwch-llythyrau"]["x_assurance"] == "unconfirmed"
    assert "assured_date" not in services["blwch-llythyrau"]


def test_what_is_too_old_to_be_shown_is_not_in_the_feed(example: "Example") -> None:
    """As on the pages (test_ageing.py looks through every file). The feed says what is withheld."""
    told = answers(feeds(example, date(2035, 1, 1)), "en")
    contact = by_record(told, "contact")["pont-llinell-gymorth"]
    assert "phones" not in contact
    assert "x_schedules" not in contact
    assert contact["x_withheld"] == ["contact_details", "descriptions", "hours"]
    assert "0306 999 0123" not in json.dumps(told)


def test_a_service_says_what_people_decide_by(english: Answers) -> None:
    """In the words of the standard where it has any."""
    service = by_record(english, "service")["blwch-llythyrau"]
    assert service["eligibility_description"] == "Families that have a contact agreement."
    assert service["application_process"] == "Write to the team."
    assert service["fees"] == "Free."
    assert [each["code"] for each in service["languages"]] == ["cy", "en"]
    assert service["organization"]["name"] == "Adopt Valley"
    assert {each["uri"].rpartition("/")[2] for each in service["service_areas"]} == {"W06999001", "W06999002"}
    assert {each["x_area"] for each in service["service_areas"]} == {"region:dyffryn"}
    contact = by_record(english, "contact")["dyffryn-ymholiadau"]
    assert [each.get("extension") for each in contact["phones"]] == [None, 2]
    hours = contact["x_schedules"][0]
    assert (hours["byday"], hours["opens_at"], hours["closes_at"]) == ("MO,TU,WE,TH", "09:00", "17:00")
    assert hours["x_timezone"] == "Europe/London"
    night = by_record(english, "contact")["dros-nos"]
    assert night["x_schedules"][0]["closes_at"] == "24:00"


def test_lists_by_authority_have_what_its_people_can_use(english: Answers) -> None:
    """What is for their council, their region or everybody, and has not ended."""
    [code] = {each["identifier"] for each in by_record(english, "authority")["llanfechan"]["organization_identifiers"]}
    found = {each["x_record"] for each in english[f"services/by-authority/{code}"]["contents"]}
    assert {"service:gweld-cofnodion", "service:grwp-rhieni"} <= found
    assert "service:hen-linell" not in found


def test_a_language_in_part_says_what_is_in_another(example: "Example") -> None:
    """Nobody takes one language for another. A name that has no form in a language yet says why."""
    add_part_of("ga", example)
    irish = answers(feeds(example), "ga")
    terms = {each["code"]: each for each in irish["taxonomy_terms"]["contents"]}
    assert terms["cwrdd"]["x_in_language"] == {"description": "cy"}
    assert terms["cyswllt"]["x_in_language"] == {"name": "cy", "description": "cy"}
    pont = by_record(irish, "organization")["pont"]
    assert pont["x_in_language"]["name"] == "en"
    assert {each["language"] for each in pont["x_awaited"]["name"]} == {"cy"}


def test_a_site_can_do_without_the_feeds(example: "Example") -> None:
    """Then nothing of them is there, and nothing else changes."""
    site = example.root / "data/site.yml"
    site.write_text(site.read_text("utf-8") + "without: [open_referral]\n", "utf-8")
    loaded = example.load()
    assert example.lines(loaded.problems) == []
    assert "open_referral" not in {domain.name for domain in loaded.domains}


@pytest.mark.parametrize("standard", ["oruk-3.0", "hsds-3.1"])
def test_the_feeds_agree_with_the_schemas_of_the_standard(standard: str, english: Answers, welsh: Answers) -> None:
    """The official schemas find nothing. They are not part of the project."""
    folder = STANDARDS / "hsds" / standard / "schema"
    if not folder.is_dir():
        pytest.skip(f"NOT VALIDATED against {standard}: its schemas are not at {folder} (DRWS_STANDARDS)")
    jsonschema, referencing = pytest.importorskip("jsonschema"), pytest.importorskip("referencing")
    specification = referencing.jsonschema.DRAFT202012
    schemas = {path.stem: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")}
    registry = referencing.Registry().with_resources(
        (f"https://x.example/{name}.json", specification.create_resource(each)) for name, each in schemas.items()
    )
    for name, kind in zip(
        LISTS, ("service", "organization", "taxonomy", "taxonomy_term", "service_at_location"), strict=True
    ):
        validator = jsonschema.Draft202012Validator(
            {"$ref": f"https://x.example/{kind}.json"},
            registry=registry,
            format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
        )
        every = [*english["bundle"][name], *welsh["bundle"][name], *english[name]["contents"]]
        assert [error.message for each in every for error in validator.iter_errors(each)] == []


# ── tables ───────────────────────────────────────────────────────────────────────────────────────────────────────────

TYPES = {
    "string": r".*",
    "integer": r"-?\d+",
    "number": r"-?\d+(\.\d+)?",
    "boolean": r"true|false",
    "date": r"\d{4}-\d\d-\d\d",
    "datetime": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ",
}
"""How Table Schema writes values of each type, unless a field says otherwise."""
FORMATS = {
    "uri": r"https?://\S+",
    "email": r"\S+@\S+",
    "uuid": r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    "default": r".*",
}


@pytest.fixture(scope="module", params=["cy", "en"])
def package(request: pytest.FixtureRequest, built: "Example") -> "Path":
    """The folder of the tables of a language."""
    return built.site / "data/tables" / str(request.param)


def rows(table: "Path") -> list[dict[str, str]]:
    """A table as a program reads it."""
    return list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"), newline=""), strict=True))


def test_the_tables_are_what_their_package_says(package: "Path") -> None:
    """Each is there with its columns, each value has its type, and each id that a table names is in the table that it names."""
    described = json.loads((package / "datapackage.json").read_text("utf-8"))
    tables = {each["name"]: rows(package / each["path"]) for each in described["resources"]}
    assert {path.name for path in package.iterdir()} == {"datapackage.json", *(f"{name}.csv" for name in tables)}
    for each in described["resources"]:
        fields, found = each["schema"]["fields"], tables[each["name"]]
        header = (package / each["path"]).read_text("utf-8-sig").splitlines()[0]
        assert header.split(",") == [field["name"] for field in fields]
        for field in fields:
            values = [row[field["name"]] for row in found if row[field["name"]]]
            for pattern in (TYPES[field["type"]], FORMATS[field["format"]]):
                assert [value for value in values if not re.fullmatch(pattern, value, re.DOTALL)] == [], field
            if field.get("constraints"):
                assert len(values) == len(set(values)) == len(found), each["name"]
        for key in each["schema"]["foreignKeys"]:
            there = {row["id"] for row in tables[key["reference"]["resource"]]}
            assert {row[key["fields"]] for row in found} - there <= {""}, (each["name"], key)
    assert {"services", "contacts", "phones", "service_contacts"} <= {name for name, found in tables.items() if found}


def test_the_package_says_day_source_and_licence(example: "Example") -> None:
    """Whoever finds the tables knows what they may do with them."""
    site = example.root / "data/site.yml"
    licence = "{id: CC-BY-4.0, title: {cy: Trwydded, en: Licence}, url: {cy: https://trwydded.example/cy, en: https://trwydded.example/}}"
    site.write_text(site.read_text("utf-8") + f"open_referral: {{licence: {licence}}}\n", "utf-8")
    described = json.loads(tables_of(example)["data/tables/en/datapackage.json"])
    assert described["licenses"] == [{"name": "CC-BY-4.0", "path": "https://trwydded.example/", "title": "Licence"}]
    assert described["version"] == AS_OF.isoformat()
    assert described["sources"][0]["path"] == "https://bach.example/data/oruk/v3/en/index.json"


def test_no_cell_is_a_formula(example: "Example") -> None:
    """Whoever opens a table in a spreadsheet trusts it (OWASP, CSV Injection)."""
    example.change({"data/services/grwp-rhieni.yml": {"name": {"cy": "=1+1", "en": "@SUM(A1)"}}})
    for language, expected in (("cy", "'=1+1"), ("en", "'@SUM(A1)")):
        table = tables_of(example)[f"data/tables/{language}/services.csv"].decode("utf-8-sig")
        assert expected in {row["name"] for row in csv.DictReader(io.StringIO(table))}


def tables_of(example: "Example") -> dict[str, bytes]:
    """Every file of the tables."""
    loaded = example.load()
    assert loaded.site
    assert loaded.strings
    assert loaded.addresses
    made = planners(loaded.site, loaded.strings, loaded.addresses, loaded.domains)
    return {name: content() for name, content in export_tables(Publication(made, ()))}


def test_a_copy_of_the_example_gives_the_same_bytes(example: "Example", files: dict[str, bytes]) -> None:
    """Files in another order on the disk too."""
    contacts = example.root / "data/contacts"
    shutil.move(contacts, example.root / "old")
    contacts.mkdir()
    for path in sorted((example.root / "old").iterdir(), reverse=True):
        shutil.move(path, contacts / path.name)
    (example.root / "old").rmdir()
    assert feeds(example) == files
