"""Records from Open Referral feeds: our own come out as they went in, others are told what has no place, and nothing is written over."""

import json
import shutil
from collections.abc import Iterator, Mapping
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from drws.cli import main

from .feeds import answers, by_record, feeds

if TYPE_CHECKING:
    from tests.example import Example

pytestmark = pytest.mark.slow  # most tests run a whole command, or check a whole project

FOLDERS = (
    "regions",
    "authorities",
    "organizations",
    "contacts",
    "locations",
    "audiences",
    "kinds_of_help",
    "services",
)
"""The folders of what the feeds carry."""
OPTIONS = (
    "--language=en",
    "--source=https://feed.example/",
    "--organization-type=charity",
    "--purpose=enquiries",
    "--audience=rhieni",
    "--kind-of-help=cwrdd",
)
"""What somebody else’s feed cannot know."""


def run(example: "Example", folder: Path, *options: str) -> Result:
    """`drws import-oruk` in the folder of the example."""
    given = ["import-oruk", str(folder), *options, "--as-of", "2025-11-21"]
    folders = ["--data", str(example.root / "data"), "--content", str(example.root / "content")]
    return CliRunner().invoke(main, [*given, *folders], catch_exceptions=False)


def written(example: "Example", files: Mapping[str, bytes | str], name: str = "feed") -> Path:
    """Answers of an API in a folder."""
    for file, content in files.items():
        path = example.root / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return example.root / name


def said(result: Result, example: "Example") -> list[str]:
    """Problems without the folder, each on one line."""
    text = result.output.replace(f"{example.root.as_posix()}/", "").replace("\n    ", " → ")
    return [line for line in text.splitlines() if "  [" in line]


def everybody_elses(**changes: Any) -> dict[str, str]:
    """A service as somebody else publishes it, in one language, with the fields of the UK profile."""
    service = {
        "id": "ac148810-d857-441c-9679-408f346de14b",
        "name": "Talking & Listening",
        "description": "Somebody listens. They have adopted as well. " + "There is a lot to tell. " * 9,
        "url": "https://talk.example/listening",
        "status": "active",
        "fees": "Free of charge",
        "minimum_age": 18,
        "assured_date": "2025-10-01",
        "organization": {
            "id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610",
            "name": "Talk",
            "description": "A charity that listens.",
            "organization_identifiers": [
                {"id": "11111111-d3ce-4f73-9a2f-4dd0ecc6c610", "identifier_scheme": "GB-CHC", "identifier_type": "Charity", "identifier": "1234567"}
            ],
        },
        "contacts": [
            {
                "id": "5a0d9cd1-3b14-4a5b-9e5f-9d1b0a3a6f1d",
                "name": "Jo Bloggs",
                "title": "Helpline",
                "phones": [{"id": "22222222-3b14-4a5b-9e5f-9d1b0a3a6f1d", "number": "0306 999 0456"}],
            }
        ],
        "schedules": [
            {"id": "33333333-3b14-4a5b-9e5f-9d1b0a3a6f1d", "freq": "WEEKLY", "byday": "MO,TU", "opens_at": "09:00Z", "closes_at": "17:30:00"},
            {"id": "44444444-3b14-4a5b-9e5f-9d1b0a3a6f1d", "freq": "MONTHLY", "byday": "2SA", "opens_at": "10:00", "closes_at": "12:00"},
        ],
        "service_areas": [
            {"id": "55555555-3b14-4a5b-9e5f-9d1b0a3a6f1d", "name": "Somewhere", "uri": "http://statistics.data.gov.uk/id/statistical-geography/W06999002"}
        ],
        "attributes": [
            {"id": "66666666-3b14-4a5b-9e5f-9d1b0a3a6f1d", "taxonomy_term": {"id": "77777777-3b14-4a5b-9e5f-9d1b0a3a6f1d", "name": "Bereavement", "description": "Loss"}}
        ],
        **changes,
    }  # fmt: skip
    brief = {key: value for key, value in service.items() if not isinstance(value, list)}
    return {
        "services.json": json.dumps({"total_items": 1, "contents": [brief]}),
        f"services/{service['id']}.json": json.dumps(service, indent=2),
    }


def test_what_is_exported_imported_and_exported_again_is_the_same(example: "Example", built: "Example") -> None:
    """Every byte of the feeds in both languages. Other records still find what they name."""
    before = feeds(example)
    folder = written(example, before)
    for name in FOLDERS:
        shutil.rmtree(example.root / "data" / name)
    result = run(example, folder / "data/oruk/v3")
    assert said(result, example) == []
    assert result.exit_code == 0
    assert example.lines(example.load().problems) == []
    assert feeds(example) == before
    assert before.keys() == {
        path.relative_to(built.site).as_posix() for path in (built.site / "data/oruk").rglob("*.json")
    }


def test_a_second_run_changes_nothing_and_what_is_there_stays(example: "Example") -> None:
    """Unless somebody asks for it. What only editors read is not in a feed, so it would be lost."""
    folder = written(example, everybody_elses())
    assert "New records: 3" in run(example, folder, *OPTIONS).output
    assert "New records: 0; renewed: 0; unchanged: 3; left as they are: 0" in run(example, folder, *OPTIONS).output
    own = example.root / "data/services/talking-listening.yml"
    changed = own.read_text("utf-8").replace("Free of charge", "Nothing to pay")
    own.write_text(changed, "utf-8")
    result = run(example, folder, *OPTIONS)
    assert result.exit_code == 0
    assert own.read_text("utf-8") == changed
    assert [line for line in said(result, example) if "‘services/talking-listening.yml’ is here already" in line]
    assert "renewed: 1" in run(example, folder, *OPTIONS, "--overwrite").output
    assert "Free of charge" in own.read_text("utf-8")


def test_a_feed_of_others_becomes_records_that_say_what_it_says(example: "Example") -> None:
    """In the language that it has. What the records still need, `drws check` asks for."""
    result = run(example, written(example, everybody_elses()), *OPTIONS)
    assert result.exit_code == 0, result.output
    data = example.root / "data"
    service = (data / "services/talking-listening.yml").read_text("utf-8")
    assert "organization_id: talk\n" in service
    assert "area_ids:\n- llanfechan\n" in service
    assert "  en: Somebody listens. They have adopted as well." in service
    assert "website:\n  en: https://talk.example/listening\n" in service
    assert "assured_date: 2025-10-01\n" in service
    assert "translation: draft\n" in service
    contact = (data / "contacts/contact-6105a53fca.yml").read_text("utf-8")
    assert "number: 0306 999 0456" in contact
    assert "opens_at: 9:00\n  closes_at: 17:30" in contact
    assert "scheme: GB-CHC" in (data / "organizations/talk.yml").read_text("utf-8")
    asked = {each.place.file for each in example.load().problems if each.message == "text.missing-language"}
    assert asked == {
        "data/services/talking-listening.yml",
        "data/organizations/talk.yml",
        "data/contacts/contact-6105a53fca.yml",
    }


def test_what_has_no_place_is_told(example: "Example") -> None:
    """A person’s name, hours that are not those of each week, terms that the site does not know, and a language that is missing."""
    result = run(example, written(example, everybody_elses()), *OPTIONS)
    told = " ".join(said(result, example))
    for expected in ("(‘contact’): name (1)", "(‘service’): minimum_age (1)", "byday (1), closes_at (1), freq (1), opens_at (1)", "taxonomy_term (1)", "no feed in the language ‘cy’"):  # fmt: skip
        assert expected in told
    records = "".join(path.read_text("utf-8") for path in (example.root / "data").rglob("*.yml"))
    assert "Bloggs" not in records
    assert "2SA" not in records


def test_each_mistake_is_told_where_it_stands_with_its_cure(example: "Example") -> None:
    """What is right is written all the same."""
    phones = [{"id": "x", "number": "0300 12"}]
    contact = {"id": "5a0d9cd1-3b14-4a5b-9e5f-9d1b0a3a6f1d", "title": "Helpline", "phones": phones}
    files = everybody_elses(contacts=[contact], url="https://\u0261ov.example/")
    result = run(example, written(example, files), "--language=en", "--source=https://feed.example/")
    assert result.exit_code == 1
    lines = said(result, example)
    at = {line.partition("  ")[2].partition(":")[0]: line for line in lines}
    assert {"contacts[0].phones[0].number", "attributes", "url.en"} <= at.keys()
    assert all(
        line.startswith("feed/services/ac148810-d857-441c-9679-408f346de14b.json:")
        for line in lines
        if ".phones" in line
    )
    assert "--audience" in "".join(lines)
    assert "--organization-type" in "".join(lines)
    assert not (example.root / "data/services/talking-listening.yml").exists()


def test_names_cannot_lead_out_of_the_folder(example: "Example") -> None:
    """Nor write over anything, whatever a feed calls its records."""
    before = {path: path.read_bytes() for path in example.root.rglob("*") if path.is_file()}
    hostile = [
        everybody_elses(name="../../outside", x_record="service:../../outside"),
        everybody_elses(name="con", id="88888888-d857-441c-9679-408f346de14b"),
        everybody_elses(name="☠", id="99999999-d857-441c-9679-408f346de14b", description="a\u202eb"),
    ]
    folder = written(example, {name: content for files in hostile for name, content in files.items()})
    run(example, folder, *OPTIONS)
    assert {path: path.read_bytes() for path in before} == before
    made = {path.relative_to(example.root).as_posix() for path in example.root.rglob("*.yml")} - {
        path.relative_to(example.root).as_posix() for path in before
    }
    assert made == {
        "data/organizations/talk.yml",
        "data/contacts/contact-6105a53fca.yml",
        "data/services/con-5784447187.yml",
    }


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, "this folder holds no feed"),
        ({"services.json": '{"contents": ['}, "the JSON is not right here"),
        ({"services.json": "[" * 100_000}, "the JSON is not right here"),
        ({"services.json": '[{"id": "a", "cost_options": [{"id": "c", "amount": Infinity}]}]'}, "the JSON is not right here (Infinity)"),
        ({"services.json": '[{"id": "a", "cost_options": [{"id": "c", "amount": -1e999}]}]'}, "the JSON is not right here (-1e999)"),
        ({"services.json": b'{"a": "\xff"}'}, "not UTF-8"),
        ({"services.json": '[1, null, "x", {"id": 5}, {"id": "a", "contacts": 7, "attributes": [3], "organization": []}]'}, "‘name’"),
    ],
)  # fmt: skip
def test_no_folder_stops_the_tool(example: "Example", files: Mapping[str, bytes | str], expected: str) -> None:
    """One message, and the way out."""
    (example.root / "feed").mkdir()
    result = run(example, written(example, files), *OPTIONS)
    assert result.exit_code == 1
    assert expected in result.output


HOSTILE: tuple[Any, ...] = (
    None,
    True,
    5,
    -1.5,
    1e308,
    10**400,
    "x",
    [5],
    [[]],
    {},
    {"id": []},
    [{"x": None}],
    {"cy": [{}]},
)
"""What may stand in the place of any value of a feed."""


def spoiled(value: Any, by: Iterator[Any]) -> Iterator[Any]:
    """A value with each of its parts, however deep, replaced in turn, each by the next of others."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from ({**value, key: other} for other in spoiled(each, by))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from ([*value[:number], other, *value[number + 1 :]] for other in spoiled(each, by))
    yield next(by)


@pytest.mark.slow
def test_no_value_of_a_feed_stops_the_tool(example: "Example") -> None:
    """Each value of a service of ours, with everything that belongs to it, is something else in turn."""
    service = by_record(answers(feeds(example), "en"), "service")["grwp-rhieni"]
    every = [other for other in spoiled(service, cycle(HOSTILE)) if isinstance(other, dict)]
    numbered = [{**each, "id": f"service-{number}"} for number, each in enumerate(every)]
    result = run(example, written(example, {"services.json": json.dumps(numbered)}), "--language=en")
    assert result.exit_code == 1
    assert "New records" in result.output


def helplines(*ids: str, **changes: Any) -> dict[str, str]:
    """The same service once for each contact, each contact with a number of its own."""
    services = [
        {
            "id": f"service-{number}",
            "name": f"Helpline {number}",
            "description": "Somebody listens.",
            "organization": {"id": "talk", "name": "Talk", "description": "A charity that listens."},
            "service_areas": [{"uri": "http://statistics.data.gov.uk/id/statistical-geography/W06999002"}],
            "contacts": [{"id": id_, "title": "Helpline", "phones": [{"number": f"0306 999 000{number}"}], **changes}],
        }
        for number, id_ in enumerate(ids)
    ]
    return {"services.json": json.dumps(services)}


@pytest.mark.parametrize(
    "ids",
    [
        ("01890a5d-ac96-774b-bcce-b302099a8057", "01890a5d-ac96-7ab1-80e8-31f0b8a6a3c4"),  # UUIDs of one minute
        ("contact-101", "contact-102"),
        ("1", "10"),
        ("\u2660", "\u2663"),
        ("A", "a"),
    ],
)
def test_contacts_whose_ids_begin_alike_stay_apart(example: "Example", ids: tuple[str, str]) -> None:
    """Each service leads to its own, and the record keeps its id when the other is not in the feed."""
    result = run(example, written(example, helplines(*ids)), *OPTIONS)
    assert result.exit_code == 0, result.output
    data = example.root / "data"
    numbers = dict(zip(ids, ("0306 999 0000", "0306 999 0001"), strict=True))
    records = {path.stem: path.read_text("utf-8") for path in (data / "contacts").glob("contact-*.yml")}
    assert len(records) == len(ids)
    for place, number in enumerate(numbers.values()):
        service = (data / f"services/helpline-{place}.yml").read_text("utf-8")
        assert [id_ for id_ in records if id_ in service] == [id_ for id_, text in records.items() if number in text]
    again = run(example, written(example, helplines(ids[0]), "less"), *OPTIONS)
    assert "New records: 0; renewed: 0; unchanged: 3; left as they are: 0" in again.output


def test_long_names_that_are_the_same_stay_apart(example: "Example") -> None:
    """What tells them apart has its room in an id."""
    name = "A helpline for everybody in the whole of the country who has a question about adoption of any kind " * 2
    services = [{**each, "name": name} for each in json.loads(helplines("1", "2")["services.json"])]
    result = run(example, written(example, {"services.json": json.dumps(services)}), *OPTIONS)
    assert result.exit_code == 0, result.output
    assert len(list((example.root / "data/services").glob("a-helpline-for-everybody-*.yml"))) == len(services)


def test_objects_that_would_be_one_record_are_told_and_none_is_written(example: "Example") -> None:
    """Nor is what names it: nobody knows which was meant."""
    files = helplines("first", "second", x_record="contact:helpline", name="Helpline")
    result = run(example, written(example, files), *OPTIONS)
    assert result.exit_code == 1
    lines = [line for line in said(result, example) if "would become the record" in line]
    assert [line.partition("  ")[2] for line in lines] == [
        f"[{place}].contacts[0].x_record: more than one object would become the record ‘contact:helpline’ (also: contact {other}), so none of them was written  [import-oruk] → leave one of them in the feed and import again, and write the others yourself"
        for place, other in ((0, "second"), (1, "first"))
    ]
    assert not (example.root / "data/contacts/helpline.yml").exists()
    assert not list((example.root / "data/services").glob("helpline-*.yml"))


def test_a_contact_made_of_a_service_takes_the_place_of_no_other(example: "Example") -> None:
    """It is called like its service, as a contact of ours may be."""
    (service,) = json.loads(helplines("own", x_record="contact:talking-listening", name="Helpline")["services.json"])
    other = {**service, "id": "other", "name": "Talking & Listening", "contacts": [], "email": "talk@talk.example"}
    result = run(example, written(example, {"services.json": json.dumps([service, other])}), *OPTIONS)
    told = [line for line in said(result, example) if "‘contact:talking-listening’" in line]
    assert [("(also: service other)" in line, "(also: contact own)" in line) for line in told] == [
        (True, False),
        (False, True),
    ]
    assert not (example.root / "data/contacts/talking-listening.yml").exists()


def test_a_feed_says_its_language_or_somebody_does(example: "Example") -> None:
    """It is not guessed."""
    result = run(example, written(example, everybody_elses()), *OPTIONS[1:])
    assert "the feed does not say in which language it is" in result.output
    assert "there is no folder here" in run(example, example.root / "nowhere").output


def test_a_feed_that_withheld_a_description_makes_no_record_of_it(example: "Example") -> None:
    """Its place is taken by words that say so, which are no description."""
    files = everybody_elses(x_record="service:hen", x_withheld=["descriptions"], x_has_one_provider=True)
    result = run(example, written(example, files), *OPTIONS)
    assert result.exit_code == 1
    assert "too old to be relied on" in result.output
    assert not (example.root / "data/services/hen.yml").exists()


def test_what_differs_between_the_languages_is_told(example: "Example") -> None:
    """A number that is wrong in one of two feeds is seen by nobody who reads only one."""
    made = feeds(example)
    changed = {
        name: content.replace(b"0306 999 0123", b"0306 999 0124") if "/en/" in name else content
        for name, content in made.items()
    }
    result = run(example, written(example, changed) / "data/oruk/v3")
    assert [line for line in said(result, example) if "not the same in each language (‘phones’): number (1)" in line]
