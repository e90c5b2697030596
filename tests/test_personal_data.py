"""What is about one person, or opens a door, is found wherever it is written; what only looks a little like it is left alone."""

import pytest
import yaml

from drws.domains.website.personal_data.search import Search
from drws.domains.website.personal_data.texts import Said
from drws.domains.website.settings import PersonalNumber
from drws.kernel.names import AlternateNames

from .changed import texts_in
from .example import Example
from .spoiled import spoil

NUMBERS = (
    PersonalNumber(id="nhs-number", shape="999 999 9999", check_digits="gb.nhs"),
    PersonalNumber(id="ni-number", shape="AA 99 99 99 A"),
    PersonalNumber(
        id="sort-code", shape="99-99-99", after=AlternateNames({"cy": ("cod didoli",), "en": ("sort code",)})
    ),
)
WRITTEN = [
    {"id": "nhs-number", "shape": "999 999 9999", "check_digits": "gb.nhs"},
    {"id": "ni-number", "shape": "AA 99 99 99 A"},
    {"id": "sort-code", "shape": "99-99-99", "after": {"cy": ["cod didoli"], "en": ["sort code"]}},
]
"""The same as `data/site.yml` has them."""
PERSONAL = {
    "mobile": ["Ring Mair: 07400 123456.", "+44 (0)7400 123456", "07400 123456 / 07400 654321", "in 2015 07400 123456", "(07400) 123-456"],
    "premium_rate": ["Call 0906 501 2345", "0871 234 5678", "Ffoniwch 070 1234 5678"],
    "mailbox": ["mair.enghraifft@gmail.com", "write to Mair_1@Hotmail.co.uk, or ring", "<mair@btinternet.com>"],
    "birth_date": [
        "Date of birth: 12/03/1984", "DOB 12.3.84", "(born 12 March 1984)", "Mair was born in Bangor on 3rd of May 1984",
        "Dyddiad geni: 1984-03-12", "ganwyd hi ar 12 Mawrth 1984", "Ganed Mair ym Mangor ar y 3ydd o Fai 1984", "born March 12, 1984",
    ],
    "bank_account": ["Account number: 12345678", "acc no. 1234 5678", "y rhif cyfrif yw 12345678"],
    "sort-code": ["Sort code 12-34-56", "cod didoli: 123456"],
    "iban": ["GB82 WEST 1234 5698 7654 32", "Pay to GB82WEST12345698765432."],
    "payment_card": ["4111 1111 1111 1111", "card 5500-0000-0000-0004", "4111\u20111111\u20111111\u20111111"],
    "nhs-number": ["943 476 5919", "Her number is 9434765919.", "943-476-5919", "943\u00a0476\u00a05919"],
    "ni-number": ["QQ 12 34 56 C", "NI: QQ123456C", "qq123456c", "QQ\u202f12\u202f34\u202f56\u202fC"],
    "password": ["Password: Haf2024!", "Y cyfrinair yw Enfys99", "the password is “s3cret”", "PIN: 4821", "Cyfrinair: dreigiau"],
    "token": [
        "AKIAIOSFODNN7EXAMPLE", "ghp_" + "a1B2" * 9, "xoxb-" + "1234567890" * 2, "-----BEGIN RSA PRIVATE KEY-----",
        "https://pont.example/?api_key=0123456789abcdef", "API key: 0123456789abcdef0123", "eyJhbGciOiJI.eyJzdWIiOiIx.SflKxwRJSMeK",
    ],
}  # fmt: skip
"""Twelve kinds, as people write them."""

INNOCENT = [
    "Since 2005, under section 98 of the 2002 Act (c. 38), 1,234 children", "2024-11-21", "2019-20", "31/12/2024",
    "029 2018 0123", "0808 157 0123", "0300 123 4567", "+44 29 2018 0123", "999", "116 123", "85258", "1800 555",
    "Adopted people born before 12 November 1975 see a counsellor.", "born on or after 1 April 2005", "Children born between 1 May 2004 and 2 June 2005",
    "Os cawsoch eich geni cyn 12 Tachwedd 1975", "ganwyd neu fabwysiadwyd cyn 30 Rhagfyr 2005", "They were born in 1984.",
    "Your date of birth and where you were born", "Charity number 1082585", "Company number: 04431234", "ISBN 978 1 4734 1234 5", "W06000015",
    "Nobody asks for your password.", "Password: ask the team", "Cyfrinair: gofynnwch i’r tîm", "The password is changed every month.", "a pin on a map",
    "https://pont.example/news/9434765919/07400123456?id=4111111111111111", "https://pont.example/?page=12345678&token=", "gwybodaeth@pont.example",
    "post@gmail.com.pont.example", "[1996] 1 WLR 123; SI 2005/1313", "£1,234,567.89 in 2023-24, 9434765918", "CF10 3NQ, SA1 4PE", "07 11 2024", "07400 123",
    "sort code", "12-34-56", "Ask-me_anything-that-you_would-like", "1 234 567 8901", "10:00-12:30, 13:00-16:30",
]  # fmt: skip


def found(words: str, number_kind: str = "") -> set[str]:
    """The kinds of what is found in words."""
    texts = [Said(each, "x", "x") for each in ("Mae’n braf heddiw.", "1")]
    texts.insert(1, Said(words, "x", "x", number_kind=number_kind))
    [findings] = Search("GB", NUMBERS).look([texts])
    assert all(said is texts[1] for said, _ in findings)
    return {finding.what for _, finding in findings}


@pytest.mark.parametrize(("kind", "words"), [(kind, words) for kind, texts in PERSONAL.items() for words in texts])
def test_what_is_about_one_person_is_found(kind: str, words: str) -> None:
    """In whichever form it is written, alone and within a sentence."""
    assert found(words) == {kind}
    assert found(f"Mae’n bwysig. {words} Diolch!" if kind != "password" else words) == {kind}


@pytest.mark.parametrize("words", INNOCENT)
def test_years_laws_and_lines_of_organizations_are_left_alone(words: str) -> None:
    """So are limits that count for everybody, addresses of pages, and words about passwords."""
    assert found(words) == set()


@pytest.mark.parametrize(
    ("number_kind", "expected"),
    [
        ("mobile", {"mobile"}),
        ("premium_rate", {"premium_rate"}),
        ("text", set()),
        ("fixed_line", set()),
        ("toll_free", set()),
    ],
)
def test_a_number_in_a_field_of_its_own_is_judged_by_its_kind(number_kind: str, expected: set[str]) -> None:
    """The numbering plan of its country knows it. A line for text messages is the organization’s."""
    assert found("07400 123456", number_kind) == expected


def test_a_message_does_not_say_what_it_found() -> None:
    """The log of a check is public."""
    for kind, texts in PERSONAL.items():
        for _, finding in Search("GB", NUMBERS).look([[Said(texts[0], "x", "x")]])[0]:
            assert finding.what == kind
            assert len(finding.hint.partition("@")[0]) <= max(4, len(finding.text) // 4)


def test_it_is_found_in_every_kind_of_file(example: Example) -> None:
    """In a record, a contact, a page, a policy with its annex and its questions, a table, the settings, and what people type, at its line."""
    said = " ".join(f"{texts[0].rstrip('.')}." for texts in PERSONAL.values())
    text = {"cy": said, "en": said}
    page, policy, annex = (
        "content/en/about/people.md",
        *(f"content/policies/cyswllt/{each}.en.md" for each in ("1.0", "annexes/dyffryn/1.0")),
    )
    below = f"\n\n{said}\n"
    written = (example.root / annex).read_text("utf-8")
    example.change(
        {
            "data/services/grwp-rhieni.yml": {"description": text},
            "data/contacts/dyffryn-ymholiadau.yml": {
                "description": text,
                "phones": [{"number": "07400 123456"}],
                "emails": ["mair@gmail.com"],
            },
            "data/site.yml": {"licence": text, "personal_numbers": WRITTEN},
            "data/search/words.yml": {"common": {"en": [said]}},
            "data/observations/teuluoedd-yn-aros.csv": f'area,period,value,url,note_cy,note_en\ndyffryn,2018-19,4,https://a.example/,Nodyn,"{said}"\n',
            page: lambda path: path.write_text(f"{path.read_text('utf-8')}{below}\n```\n{said}\n```\n", "utf-8"),
            policy: lambda path: path.write_text(path.read_text("utf-8") + below, "utf-8"),
            annex: written + below,
            "content/policies/cyswllt/questions.yml": {"questions": [{"clause": "llofnodi", "said": {"en": [said]}}]},
        }
    )
    problems = [problem for problem in example.load().problems if problem.rule == "personal-data"]
    by_file: dict[str, set[str]] = {}
    for problem in problems:
        by_file.setdefault(problem.place.file, set()).add(str(problem.values["what"]))
    records = (
        "services/grwp-rhieni.yml",
        "contacts/dyffryn-ymholiadau.yml",
        "site.yml",
        "search/words.yml",
        "observations/teuluoedd-yn-aros.csv",
    )
    files = (*map("data/{}".format, records), page, policy, annex, "content/policies/cyswllt/questions.yml")
    assert by_file == {file: set(PERSONAL) for file in files}
    fields = {problem.place.field_name for problem in problems if problem.place.file.endswith("ymholiadau.yml")}
    assert fields == {"description.cy", "description.en", "phones[0].number", "emails[0]"}
    for file in (page, policy, annex):
        lines = (example.root / file).read_text("utf-8").split("\n")
        there = {problem.place.line for problem in problems if problem.place.file == file}
        assert all(said in " ".join(lines[line - 1 : line + 1]) for line in there)


def test_every_text_of_every_record_is_looked_at(example: Example) -> None:
    """Also those of types that come to be: whatever field holds words."""
    spoil(example, lambda text, _: f"{text} 07400 123456", "x")
    written = {
        (file.relative_to(example.root).as_posix(), path)
        for file in (example.root / "data").rglob("*.yml")
        for path, text in texts_in(yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader))
        if "07400 123456" in text
    }
    problems = example.load().problems
    assert (
        written - {(problem.place.file, problem.place.path) for problem in problems if problem.rule == "personal-data"}
        == set()
    )
