"""What a reader keeps of a policy on paper: a controlled copy, its fingerprint, and a sheet that says that it was read."""

import re
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import segno

from drws.domains.policies.document import sheet
from drws.domains.policies.document.copy import controlled_copy
from drws.domains.policies.document.fingerprint import fingerprint
from drws.domains.policies.document.qr import QUIET, code_of
from drws.domains.policies.policy.record import Policy
from drws.domains.policies.policy.standing import standings
from drws.domains.policies.text.record import PolicyTexts
from tests.example import AS_OF
from tests.sheets import OWN_PAGE, TEXT, VERSIONS, page_of

if TYPE_CHECKING:
    from drws.planning.plan import Planner
    from tests.example import Example

# ── a copy on paper ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_code_is_the_one_that_leads_to_the_address() -> None:
    """Module by module: what is drawn is what the standard says."""
    address = "https://example.org/en/policies/a-policy-with-a-rather-long-name/@2024-04-01/"
    code = code_of(address)
    dark = set()
    for line in code.path.split("M")[1:]:
        start, *moves = re.findall(r"[\d.]+ [\d.]+|[hm]\d+", line)
        x, y = 0, int(float(start.split()[1]))
        for move in moves:
            width = int(move[1:])
            dark |= {(x + step, y) for step in range(width)} if move[0] == "h" else set()
            x += width
    rows = list(segno.make(address, error="m", micro=False, boost_error=False).matrix_iter(border=QUIET))
    assert dark == {(x, y) for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark}
    assert code.size == len(rows)


@pytest.mark.parametrize(
    ("day", "version", "state", "since"),
    [
        (date(2025, 3, 31), "1.0", "in_force", "2023-04-01"),
        (date(2025, 3, 31), "1.1", "to_come", "2025-04-01"),
        (AS_OF, "1.0", "superseded", "2025-04-01"),
        (AS_OF, "1.1", "in_force", "2025-04-01"),
    ],
)
def test_a_copy_says_whether_it_counts(example: "Example", day: date, version: str, state: str, since: str) -> None:
    """On its day, and since when."""
    copy = copy_of(example.planner(day), version)
    assert (copy.state, str(copy.since), copy.as_of) == (state, since, day)


@pytest.mark.parametrize(
    ("record", "state"),
    [
        ({"status": "draft"}, "draft"),
        ({"status": "withdrawn"}, "withdrawn"),
        ({"versions": [{"version": "1.1", "published_date": "2025-03-01"}]}, "undated"),
        (
            {"versions": [{"version": "1.1", "in_force": {"start_date": "2025-03-01", "end_date": "2025-05-01"}}]},
            "ended",
        ),
    ],
)
def test_a_copy_says_what_else_it_may_be(example: "Example", record: dict[str, Any], state: str) -> None:
    """A draft is one whatever its dates are."""
    example.change({"data/policies/cyswllt.yml": record})
    if "versions" in record:
        example.change({f"content/policies/cyswllt/1.0.{code}.md": "null" for code in ("cy", "en")})
    copy = copy_of(example.planner(), "1.1")
    assert (copy.state, copy.is_draft) == (state, state == "draft")


def copy_of(planner: "Planner", version: str) -> Any:
    """The copy of a version of the example's policy."""
    policy = planner.site.of(Policy)["cyswllt"]
    standing = next(each for each in standings(policy, planner.site.as_of) if each.version.version == version)
    return controlled_copy(policy, standing, planner)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_page_of_a_version_and_that_of_the_policy_print_the_same_marks(built: "Example", language: str) -> None:
    """The address is that of the version, also on the page that will show another one some day."""
    marks = []
    for page in ("", f"/{VERSIONS['1.1']}"):
        html = page_of(built, OWN_PAGE[language] + page)
        head, foot = html.css_first(".copy__head"), html.css_first(".copy__foot")
        assert head
        assert foot
        code = head.css_first("svg[role=img]")
        assert code
        assert code.attributes["aria-label"]
        address = f"https://bach.example/{OWN_PAGE[language]}/{VERSIONS['1.1']}/"
        assert foot.text().strip().endswith(address)
        assert head.css_first("path").attributes["d"] == code_of(address).path  # type: ignore[union-attr]
        marks.append((head.html, foot.html))
    assert marks[0] == marks[1]


def test_the_page_of_an_area_says_so_on_each_sheet(built: "Example") -> None:
    """And leads back to itself: the page of the version has no local parts."""
    pages = [path.parent for path in (built.site / OWN_PAGE["en"]).glob("[!@]*/index.html")]
    assert pages
    for page in pages:
        address = page.relative_to(built.site).as_posix()
        html = page_of(built, address)
        name, foot, title = (html.css_first(each) for each in (".copy__name", ".copy__foot", "h1"))
        assert name
        assert foot
        assert title
        assert name.text() == title.text()
        assert foot.text().strip().endswith(f"https://bach.example/{address}/")


@pytest.mark.slow
def test_a_draft_says_so_across_each_sheet(buildable: "Example") -> None:
    """In the language of the page; what is in force says nothing of the kind."""
    buildable.change({"data/policies/cyswllt.yml": {"status": "draft", "supersedes_ids": []}})
    buildable.show([f"{page}/index.html" for page in OWN_PAGE.values()])
    for language, word in (("cy", "DRAFFT"), ("en", "DRAFT")):
        mark = page_of(buildable, OWN_PAGE[language]).css_first(".copy__draft")
        assert mark
        assert mark.text() == word


def test_what_is_in_force_is_not_called_a_draft(built: "Example") -> None:
    """On no page of it."""
    assert page_of(built, OWN_PAGE["en"]).css_first(".copy__draft") is None


@pytest.mark.parametrize("language", ["cy", "en"])
def test_an_old_version_is_not_said_to_be_in_force(built: "Example", language: str) -> None:
    """Its policy is, and the version is not: what stands below the words says the same as the head of the sheet."""
    page = page_of(built, f"{OWN_PAGE[language]}/{VERSIONS['1.0']}")
    state = page.css_first(".copy__head strong")
    assert state
    assert state.text() in [each.text() for each in page.css("#document ~ .facts dd")]
    review = built.planner(language=language).say("policy.review")
    current = page_of(built, f"{OWN_PAGE[language]}/{VERSIONS['1.1']}")
    assert [review in [each.text() for each in html.css("dt")] for html in (page, current)] == [False, True]


# ── the fingerprint ──────────────────────────────────────────────────────────────────────────────────────────────────


def marks_of(example: "Example") -> dict[str, str]:
    """The fingerprint of version 1.1 in each language."""
    site = example.load().site
    assert site
    text = site.dataset(PolicyTexts).by_version[("cyswllt", "1.1")]  # type: ignore[union-attr]
    return {code: fingerprint(text, code) for code in ("cy", "en")}


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("\n\n", "\n\n\n", []),
        ("ask both families", "ask each family", ["en"]),
        ("Signing it", "Signing one", ["en"]),
        ("by=gweithiwr,asiantaeth", "by=gweithiwr", ["cy", "en"]),
    ],
    ids=["an empty line", "a word", "a title", "a role"],
)
def test_other_words_have_another_fingerprint(example: "Example", old: str, new: str, changed: list[str]) -> None:
    """And the same words the same one, however the file is laid out. Each language has its own."""
    before = marks_of(example)
    assert before["cy"] != before["en"]
    for language in ("cy", "en"):
        path = example.root / TEXT.format(language)
        assert old in path.read_text("utf-8") or language not in changed
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    after = marks_of(example)
    assert [language for language in after if after[language] != before[language]] == changed


# ── the sheet ────────────────────────────────────────────────────────────────────────────────────────────────────────


def sheet_of(example: "Example", language: str) -> sheet.SheetView:
    """The sheet of version 1.1."""
    plans = {plan.name: plan for plan in sheet.plan(example.planner(language=language))}
    view = plans["policy-sheet:cyswllt@1.1"].view
    assert isinstance(view, sheet.SheetView)
    return view


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_email_of_a_sheet_has_its_words_ready(example: "Example", language: str) -> None:
    """Title, version, address and fingerprint, as one link that any program opens (RFC 6068)."""
    view = sheet_of(example, language)
    assert re.fullmatch(r"mailto:\?[\w.~%=&-]+", view.mail, re.ASCII)
    fields = parse_qs(urlsplit(view.mail).query, strict_parsing=True)
    assert set(fields) == {"subject", "body"}
    (subject,), (body,) = fields["subject"], fields["body"]
    assert "1.1" in subject
    assert view.policy.name.in_language(language).words in subject
    for words in (view.copy.address, view.copy.fingerprint, view.policy.name.in_language(language).words):
        assert words in body
    assert "\n" not in body.replace("\r\n", "")
    assert not view.is_addressed


def test_an_email_goes_to_whoever_answers_for_the_policy(example: "Example") -> None:
    """Where a source gives their address."""
    contact = next((example.root / "data" / "contacts").glob("*.yml"))
    example.change(
        {
            f"data/contacts/{contact.name}": {"emails": ["post+1@bwrdd.example"]},
            "data/posts/cydlynydd.yml": {"contact_ids": [contact.stem]},
        }
    )
    view = sheet_of(example, "en")
    assert unquote(urlsplit(view.mail).path) == "post+1@bwrdd.example"
    assert view.is_addressed


@pytest.mark.parametrize(("language", "name"), [("cy", "taflen-ddarllen"), ("en", "reading-sheet")])
def test_a_version_leads_to_its_sheet(built: "Example", language: str, name: str) -> None:
    """Whoever signs it finds which words they are, and lines to write on. It needs no script."""
    version = f"{OWN_PAGE[language]}/{VERSIONS['1.0']}"
    assert page_of(built, version).css_first(f'main a[href="/{version}/{name}/"]')
    page = page_of(built, f"{version}/{name}")
    assert page.css_first(f'main a[href="/{version}/"]')
    assert page.css_first('main a[href^="mailto:?subject="]')
    assert len(page.css(".read-sheet__line dt")) == len(page.css(".read-sheet__line dd")) > 0
    assert page.css("main form, main input, main script") == []
