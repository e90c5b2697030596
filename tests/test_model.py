"""Values that are typed once, alphabetical order, and the questions one can ask of a site."""

import contextlib
import dataclasses
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.contact.record import ContactPhone
from drws.domains.directory.location.record import Location
from drws.domains.directory.organization.record import Authority, OrganizationStatus, Region
from drws.domains.directory.queries import (
    authorities_in,
    contacts_for,
    contacts_of,
    contacts_serving,
    fallback_contacts,
    listed_services,
    locations_of,
    provider,
    providers_of,
    region_of,
    services_by,
    services_everywhere,
    services_for,
    services_giving,
    services_only_in,
)
from drws.domains.directory.service.record import Service
from drws.domains.directory.settings import CallCharge
from drws.kernel import values as v
from drws.kernel.form_of_address import FormOfAddress
from drws.kernel.language import Language
from drws.kernel.link import Link
from drws.kernel.names import AlternateNames
from drws.kernel.site import Site
from drws.kernel.text import Said, Text
from drws.read.decode import Context
from drws.read.reader import Folder, read_records
from drws.say.collation import alphabetical, fold, initial

if TYPE_CHECKING:
    from tests.example import Example

CONTEXT = {"languages": ("cy", "en"), "country": "GB"}
DATA = Path(__file__).parent.parent / "data"
REAL_LANGUAGES, _ = read_records(Language, Folder(DATA, "data"), "languages", Context(("cy", "en"), "GB"))
WELSH, ENGLISH = REAL_LANGUAGES["cy"], REAL_LANGUAGES["en"]


def typed(type_: Any, value: Any) -> Any:
    """What a field of this type makes of what was typed."""
    return TypeAdapter(type_).validate_python(value, context=CONTEXT)


TYPES = {
    "Text": Text, "Link": Link, "AlternateNames": AlternateNames,
    **{name: getattr(v, name) for name in ("Phone", "TelephoneKeys", "Postcode", "Email", "WebAddress", "Day", "TimeOfDay", "YesOrNo", "Number", "Dated", "Slug", "GssCode", "LanguageCode", "Words")},
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Phone", "01443425006", v.PhoneNumber("01443425006", "+441443425006", "fixed_line")),
        ("Phone", "0300 123 4567", v.PhoneNumber("0300 123 4567", "+443001234567", "uan")),
        ("Phone", "+353 1 234 5678", v.PhoneNumber("+353 1 234 5678", "+35312345678", "fixed_line")),
        ("Phone", "999", v.PhoneNumber("999", "999", "short_number")),
        ("Phone", "116 123", v.PhoneNumber("116 123", "116123", "short_number")),
        ("TelephoneKeys", "18001", "18001"),
        ("TelephoneKeys", "* 67#", "*67#"),
        ("Postcode", "cf103nq", "CF10 3NQ"),
        ("Day", "2024-02-29", date(2024, 2, 29)),
        ("TimeOfDay", "9:30", time(9, 30)),
        ("TimeOfDay", "00:00", time(0)),
        ("YesOrNo", "true", True),
        ("YesOrNo", "false", False),
        ("Number", "007", 7),
        ("Dated", "2014", v.PartialDate(2014)),
        ("Dated", "2014-11", v.PartialDate(2014, 11)),
        ("Dated", "2014-11-05", v.PartialDate(2014, 11, 5)),
        ("Words", "no", "no"),
        ("Words", "~", "~"),
        ("WebAddress", "https://dyffryn.example/?a=1&b=2#c", "https://dyffryn.example/?a=1&b=2#c"),
        ("Email", "helo@DYFFRYN.example", "helo@dyffryn.example"),
    ],
)
def test_a_value_is_what_its_field_makes_of_it(name: str, text: str, expected: object) -> None:
    """The field decides, not YAML."""
    assert typed(TYPES[name], text) == expected


@pytest.mark.parametrize(
    ("number", "expected"), [("999", False), ("116 123", True), ("0808 157 0123", False), ("0300 123 4567", False)]
)
def test_a_charge_for_short_numbers_is_for_those_that_begin_so(number: str, *, expected: bool) -> None:
    """A number of another kind never costs what a short one does, whatever its digits."""
    said = {"cy": "Am ddim", "en": "Free"}
    charge = typed(CallCharge, {"kinds": ["short_number"], "prefix": "116", "text": said, "sources": [{"url": "https://prisiau.example/"}]})  # fmt: skip
    assert charge.applies_to(typed(v.Phone, number)) is expected


@pytest.mark.parametrize(
    ("line", "uri"),
    [
        ({"number": "999"}, "tel:999"),
        ({"number": "029 2018 0123"}, "tel:+442920180123"),
        ({"number": "85258", "type": "text", "message": "HELP & 1"}, "sms:85258?body=HELP%20%26%201"),
        ({"number": "07860 077 333", "type": "text"}, "sms:+447860077333"),
    ],
    ids=["short", "long", "words-to-write", "mobile"],
)
def test_a_link_to_a_line_rings_or_writes(line: dict[str, str], uri: str) -> None:
    """A short number has no country code; the words of a text message are part of an address."""
    assert typed(ContactPhone, line).uri == uri


@pytest.mark.slow
@pytest.mark.parametrize("name", TYPES)
@given(value=st.text(max_size=30) | st.lists(st.text(max_size=3)) | st.dictionaries(st.text(max_size=3), st.text(max_size=3)))  # fmt: skip
def test_any_value_is_taken_or_refused(name: str, value: Any) -> None:
    """Whatever was typed, a field takes it or says no; it does not break."""
    with contextlib.suppress(ValidationError):
        typed(TYPES[name], value)


def test_a_date_of_a_source_is_as_exact_as_it_was_given() -> None:
    """A year is not made into a day; for sorting, it begins on its first."""
    assert v.PartialDate(2014) < v.PartialDate(2014, 11) < v.PartialDate(2014, 11, 5)
    assert v.PartialDate(2014, 11).first_day == date(2014, 11, 1)


def test_a_text_is_said_in_the_language_of_the_page() -> None:
    """In the page's own where it is there; else in the other, which says so; a name that is the same everywhere is in none."""
    both = typed(Text, {"en": "Cardiff", "cy": "Caerdydd"})
    assert (both.in_language("cy"), both.in_language("en")) == (Said("Caerdydd", "cy"), Said("Cardiff", "en"))
    awaited = typed(
        Text, {"en": "Bridge", "awaited": {"cy": {"reason": {"cy": "Dim", "en": "None found"}, "since": "2025-11-21"}}}
    )
    assert awaited.in_language("cy") == Said("Bridge", "en")
    assert awaited.awaited["cy"].since == date(2025, 11, 21)
    assert typed(Text, {"same": "Powys"}).in_language("cy") == Said("Powys", None)


def test_a_text_may_have_words_of_its_own_in_the_familiar_form() -> None:
    """In the languages in which they differ; the others say the same to everybody."""
    ring = typed(Text, {"cy": "Ffoniwch", "en": "Ring", "familiar": {"cy": "Ffonia"}})
    said = {form: [ring.spoken(form).in_language(code).words for code in ("cy", "en")] for form in FormOfAddress}
    assert said == {FormOfAddress.POLITE: ["Ffoniwch", "Ring"], FormOfAddress.FAMILIAR: ["Ffonia", "Ring"]}


def test_a_link_leads_to_the_best_page_there_is() -> None:
    """To the page's language where others made one, else to the one they made."""
    assert typed(Link, {"en": "https://a.example/"}).in_language("cy") == ("https://a.example/", "en")
    assert typed(Link, {"en": "https://a.example/", "cy": "https://b.example/"}).in_language("cy") == (
        "https://b.example/",
        "cy",
    )


# ── alphabetical order ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "in_order",
    [
        ["Aberhonddu", "Aberteifi"],
        ["Bala", "Banc", "Bangor", "Bargod"],
        ["Caerdydd", "Cymru", "Chwilog", "Dinbych", "Ddôl", "Eryri", "Fflint", "Gwynedd", "Ngogledd", "Hafan"],
        ["Lerpwl", "Llanelli", "Llanfair", "Llangefni", "Llangollen", "Llanilltud", "Mynwy"],
        ["Penarth", "Pwllheli", "Phontypridd", "Rogiet", "Rhaeadr", "Rhyl", "Sir Fynwy", "Taf", "Thomas", "Usk"],
        ["arfer", "argraff", "arholi", "arholiad", "arhosfa", "arian"],
        ["Hendy", "Hengoed", "Henllan"],
        ["Llandudno", "Llanelli", "Llangoed", "Llangybi", "Llanhari"],
        ["Pencoed", "Pengam", "Penmaen"],
        ["Tonfanau", "Tongwynlais", "Tonypandy"],
        ["llong", "llom", "llongyfarch"],
        ["y Barri", "Caerffili", "Yr Wyddgrug", "Ynys Môn"],
        ["tŷ", "tybio", "tŷ gwydr"],
        ["10 Stryd", "2 Stryd", "Abergwaun"],
    ],
)
def test_welsh_names_are_in_the_order_of_the_welsh_alphabet(in_order: list[str]) -> None:
    """Letters of two signs come after their first sign; words in which two letters only look like one are spelled out."""
    in_order_of_code_points = sorted(in_order)
    assert sorted(in_order_of_code_points, key=alphabetical(WELSH)) == in_order


def test_english_names_are_in_the_order_of_the_english_alphabet() -> None:
    """There, ch is a c and an h; an article at the start is passed over."""
    in_order = ["The Borders", "Cardiff", "Chester", "Cymru", "a Dale", "Llandudno", "Lydney"]
    in_order_of_code_points = sorted(in_order)
    assert sorted(in_order_of_code_points, key=alphabetical(ENGLISH)) == in_order


@given(st.lists(st.text(max_size=12), unique=True, max_size=8), st.randoms())
def test_the_order_is_total_and_does_not_depend_on_where_things_stood(words: list[str], random: Any) -> None:
    """However a list was shuffled before, it is the same when sorted: two different names never tie."""
    for language in (WELSH, ENGLISH):
        key = alphabetical(language)
        shuffled = words.copy()
        random.shuffle(shuffled)
        assert sorted(shuffled, key=key) == sorted(words, key=key)
        assert len({key(word) for word in words}) == len(words)


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Llangollen", "ll"), ("Y Fenni", "f"), ("Fflint", "ff"), ("yr Wyddgrug", "w"), ("Ynys Môn", "y"), ("Ŵyr", "w"), ("Rhyl", "rh"),
        ("‘Pont’", "p"), ("Chwilog", "ch"), ("Ysbyty", "y"), ("Yr", "y"), ("2 Stryd", "#"), ("²", "#"), ("Ω", "#"), ("", "#"),
    ],
)  # fmt: skip
def test_a_name_is_filed_under_its_first_letter(name: str, letter: str) -> None:
    """Accents, quotes and articles do not count; what has no letter of the alphabet stands under #."""
    assert initial(name, WELSH) == letter


@given(st.text(max_size=12))
def test_every_name_is_filed_somewhere(name: str) -> None:
    """Under a letter of the alphabet, or under #."""
    assert initial(name, WELSH) in (*WELSH.alphabet, "#")
    assert initial(name, ENGLISH) in (*ENGLISH.alphabet, "#")


def test_an_address_is_written_in_the_language_of_the_page() -> None:
    """Where a record has it so; elsewhere as its source prints it."""
    printed = {"address_1": "Tŷ Aur", "city": "Wrecsam", "postal_code": "LL11 1AR", "country": "GB", "language": "cy"}
    location = typed(
        Location,
        {
            "id": "ty-aur", "organization_id": "dyffryn", "name": {"same": "Tŷ Aur"}, "location_type": "physical",
            "address": printed, "translated_addresses": [{**printed, "city": "Wrexham", "language": "en"}],
            "translation": "draft", "sources": [{"url": "https://dyffryn.example/"}],
        },
    )  # fmt: skip
    written = {code: location.address_in(code) for code in ("cy", "en", "ga")}
    assert {code: address and address.city for code, address in written.items()} == {
        "cy": "Wrecsam",
        "en": "Wrexham",
        "ga": "Wrecsam",
    }


def test_two_spellings_share_what_search_and_order_see() -> None:
    """Accents, capitals and the two apostrophes make no difference."""
    assert fold("Tŷ’r") == fold("TY'R") == "ty'r"


# ── the site ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def site(example: "Example") -> Site:
    """The small example, read."""
    found = example.load().site
    assert found
    return found


def test_everything_is_frozen(site: Site) -> None:
    """Nobody edits a site as it goes."""
    with pytest.raises(ValidationError):
        site.of(Region)["dyffryn"].status = OrganizationStatus.DEFUNCT  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        site.as_of = date(2026, 1, 1)  # type: ignore[misc]


def test_things_belong_together(site: Site) -> None:
    """A region has its authorities, contacts, locations and services; an authority its region; a service its providers."""
    dyffryn, llanfechan = site.of(Region)["dyffryn"], site.of(Authority)["llanfechan"]
    assert [each.id for each in authorities_in(dyffryn, site)] == ["dyffryn-aur", "llanfechan"]
    assert region_of(llanfechan, site) == dyffryn
    assert [each.id for each in contacts_of(dyffryn, site)] == [
        "dyffryn-ymholiadau",
        "dros-nos",
        "dyffryn-blwch-llythyrau",
    ]
    assert [each.id for each in contacts_serving(llanfechan, site)] == ["pen-yr-ynys-plant"]
    assert [each.id for each in locations_of(dyffryn, site)] == ["dyffryn-swyddfa"]
    assert [each.id for each in services_by(dyffryn, site)] == ["blwch-llythyrau"]
    assert [each.id for each in services_only_in(llanfechan, site)] == ["grwp-rhieni"]
    assert [each.id for each in providers_of(site.of(Service)["grwp-rhieni"], site)] == ["pont", "ynys-las"]


def test_a_service_that_ended_leaves_the_lists(site: Site) -> None:
    """It keeps its page; one that is closed for a while stays in the lists."""
    listed = {each.id for each in listed_services(site)}
    assert listed == site.of(Service).keys() - {"hen-linell"}
    assert [each.id for each in services_everywhere(site)] == ["gweld-cofnodion"]
    assert [each.id for each in services_for(site.of(Audience)["rhieni"], site)] == [
        "blwch-llythyrau",
        "cwrs-paratoi",
        "grwp-rhieni",
    ]
    assert [each.id for each in services_giving(site.of(KindOfHelp)["cwrdd"], site)] == ["cwrs-paratoi", "grwp-rhieni"]


def test_whom_to_ask(site: Site) -> None:
    """A service's own contacts, else its provider's for enquiries, else nobody; and the next best route where there is no telephone."""
    contacts = {id_: [each.id for each in contacts_for(service, site)] for id_, service in site.of(Service).items()}
    assert contacts == {
        "blwch-llythyrau": ["dyffryn-blwch-llythyrau"],
        "cwrs-paratoi": ["ynys-las-ymholiadau"],
        "grwp-rhieni": ["pont-llinell-gymorth"],
        "gweld-cofnodion": [],
        "hen-linell": [],
    }
    assert [each.id for each in fallback_contacts(site)] == ["pont-llinell-gymorth"]


def test_an_unknown_id_answers_none(example: "Example") -> None:
    """So that every check can run, and report, in the same pass."""
    example.change(
        {
            "data/services/grwp-rhieni.yml": {
                "delivered_by": ["x"],
                "contact_ids": ["x"],
                "audience_ids": ["x"],
                "area_ids": ["x"],
            },
            "data/authorities/llanfechan.yml": {"region_id": "x"},
            "data/contacts/pont-llinell-gymorth.yml": {"organization_id": "x", "purpose": "x"},
        }
    )
    site = example.load().site
    assert site
    assert providers_of(site.of(Service)["grwp-rhieni"], site) == ()
    assert contacts_for(site.of(Service)["grwp-rhieni"], site) == ()
    assert region_of(site.of(Authority)["llanfechan"], site) is None
    assert provider("x", site) is None
    assert provider(None, site) is None
