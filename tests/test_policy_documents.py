"""What a reader keeps of a policy: a controlled copy on paper, a sheet that says that it was read, and a PDF."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

import pikepdf
import pytest
import segno
from click.testing import CliRunner
from pdfua import Validator
from selectolax.lexbor import LexborHTMLParser

from drws.build.run import Paths, build
from drws.cli import main
from drws.domains.policies.document import sheet
from drws.domains.policies.document.copy import controlled_copy
from drws.domains.policies.document.fingerprint import fingerprint
from drws.domains.policies.document.qr import QUIET, code_of
from drws.domains.policies.policy.record import Policy
from drws.domains.policies.policy.standing import standings
from drws.domains.policies.text.record import PolicyTexts
from drws.kernel.problem import Refused
from drws.pdf import program
from tests.conftest import AS_OF, ROOT
from tests.sheets import closed, sheets_of

if TYPE_CHECKING:
    from drws.build.run import Report
    from drws.planning.plan import Planner
    from tests.conftest import Example

TEXT = "content/policies/cyswllt/1.1.{}.md"
VERSIONS = {"1.0": "@2023-04-01", "1.1": "@2025-04-01"}
"""The versions of the example whose words stand there, and where they are."""
OWN_PAGE = {"cy": "cy/polisiau/cyswllt-drwy-lythyr", "en": "en/policies/contact-by-letter"}


def page_of(example: "Example", name: str) -> LexborHTMLParser:
    """A page of its site."""
    return LexborHTMLParser((example.site / name / "index.html").read_text("utf-8"))


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
    assert buildable.build().is_published
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


# ── the PDF ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def built_with_pdf(example: "Example") -> "Report":
    """Build the example as `drws build --pdf --no-search` does."""
    paths = Paths(example.sources, example.site, example.work, ROOT / "mkdocs.yml")
    return build(paths, as_of=AS_OF, today=AS_OF, search=False, pdf=True, phase=lambda _: None)


@pytest.fixture(scope="module")
def can_make_pdf() -> None:
    """WeasyPrint and Pango are there, or the test is not made."""
    try:
        program.version()
    except Refused as refused:
        pytest.skip(
            f"NOT CHECKED: PDF documents cannot be made here ({refused.problem}); make develop installs what it takes"
        )


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, built: "Example", can_make_pdf: None) -> "Example":
    """The example with its documents, one of which has a table. Look at it, and leave it as it is."""
    example = type(built)(tmp_path_factory.mktemp("printed"))
    example.copy(built)
    for language in ("cy", "en"):
        path = example.root / TEXT.format(language)
        path.write_text(path.read_text("utf-8") + "\n| A | B |\n| --- | --- |\n| 1 | 2 |\n", "utf-8")
    report = built_with_pdf(example)
    assert report.is_published, example.lines(report.problems)
    return example


def document_of(example: "Example", language: str, version: str) -> Path:
    """Where the PDF of a version is."""
    page = OWN_PAGE[language]
    return example.site / page / VERSIONS[version] / f"{page.rpartition('/')[2]}.pdf"


BOTH = pytest.mark.parametrize("language", ["cy", "en"])
EVERY = [
    pytest.param(language, version, id=f"{version} {language}") for language in ("cy", "en") for version in VERSIONS
]


@pytest.mark.slow
@pytest.mark.parametrize(("language", "version"), EVERY)
def test_a_pdf_is_tagged_and_says_what_it_is(printed: "Example", language: str, version: str) -> None:
    """Its title, its language, its tags and the standard that it follows, for whoever hears it."""
    with pikepdf.open(document_of(printed, language, version)) as pdf:
        root = pdf.Root
        assert str(root.Lang) == language
        assert root.MarkInfo.Marked
        assert root.ViewerPreferences.DisplayDocTitle
        assert root.StructTreeRoot.K
        assert version in str(pdf.docinfo.Title)
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == str(pdf.docinfo.Title)


@pytest.mark.slow
@pytest.mark.parametrize(("language", "version"), EVERY)
def test_a_checker_finds_nothing_wrong(printed: "Example", language: str, version: str) -> None:
    """It knows some of the rules of PDF/UA-1."""
    report = Validator().validate(str(document_of(printed, language, version)))
    assert [str(finding) for finding in report.findings] == []


@pytest.mark.slow
@pytest.mark.parametrize(("language", "version"), EVERY)
def test_all_that_is_drawn_is_read_or_passed_over(printed: "Example", language: str, version: str) -> None:
    """Words have a place in the tree of tags; lines, and the head and foot of each sheet, are decoration."""
    with pikepdf.open(document_of(printed, language, version)) as pdf:
        in_tree = sum(1 for tag in tags_of(pdf.Root.StructTreeRoot) if holds_words(tag))
        places = pdf.Root.StructTreeRoot.ParentTree.Nums
        numbered = sum(len(each) for each in places[1::2] if isinstance(each, pikepdf.Array))
        for page in pdf.pages:
            kinds = list(marks_of_what_is_drawn(page))
            assert "" not in kinds
            assert {"/Artifact", "/Span"} <= set(kinds)
    assert in_tree == numbered


@pytest.mark.slow
@BOTH
def test_a_link_is_in_no_other(printed: "Example", language: str) -> None:
    """Nor is there one that leads nowhere: each has what is to be pressed."""
    with pikepdf.open(document_of(printed, language, "1.1")) as pdf:
        links = [tag for tag in tags_of(pdf.Root.StructTreeRoot) if tag.S == "/Link"]
        assert links
        for link in links:
            assert not any(tag.S == "/Link" for tag in tags_of(link))
            assert any(isinstance(each, pikepdf.Dictionary) and "/Obj" in each for each in link.K)


def holds_words(tag: Any) -> bool:
    """Does a tag hold marked words itself?"""
    below: Any = tag.get("/K", [])
    return any(isinstance(each, int) for each in (below if isinstance(below, pikepdf.Array) else [below]))


def marks_of_what_is_drawn(page: pikepdf.Page) -> Iterator[str]:
    """As what each piece of a sheet is marked: the empty string for what has no mark."""
    open_: list[str] = []
    for step in pikepdf.parse_content_stream(page):
        match str(step.operator):
            case "BDC" | "BMC":
                open_.append(str(step.operands[0]))
            case "EMC":
                open_.pop()
            case "Tj" | "TJ" | "f" | "f*" | "S" | "s" | "B" | "Do":
                yield open_[-1] if open_ else ""


@pytest.mark.slow
@BOTH
def test_the_bookmarks_are_the_clauses(printed: "Example", language: str) -> None:
    """With their numbers, each below its section."""
    page = page_of(printed, f"{OWN_PAGE[language]}/{VERSIONS['1.1']}")
    titles = [" ".join(each.text().split()) for each in page.css(".policy-text .clause__title")]
    with pikepdf.open(document_of(printed, language, "1.1")) as pdf, pdf.open_outline() as outline:
        (whole,) = outline.root
        found = [(each.title, [clause.title for clause in each.children]) for each in whole.children]
    assert [title for section, clauses in found for title in (section, *clauses)] == titles
    assert any(clauses for _, clauses in found)


@pytest.mark.slow
@pytest.mark.parametrize(("language", "version"), EVERY)
def test_each_sheet_of_a_pdf_says_which_version_it_is(printed: "Example", language: str, version: str) -> None:
    """And the page tells all of its words."""
    sheets = sheets_of(document_of(printed, language, version).read_bytes())
    page = page_of(printed, f"{OWN_PAGE[language]}/{VERSIONS[version]}")
    head, foot = page.css_first(".copy__head"), page.css_first(".copy__foot")
    assert head
    assert foot
    for number, sheet_ in enumerate(sheets, 1):
        assert closed(head.text()) in sheet_
        assert closed(foot.text()) in sheet_
        assert re.search(rf"[a-z]{number}[a-z]+{len(sheets)}\b", sheet_)
    text = page.css_first(".policy-text")
    assert text
    missing = [
        each.text()
        for each in text.css("p:not(.to-contents), li, td, th, .clause__title")
        if closed(each.text()) not in "".join(sheets)
    ]
    assert missing == []


@pytest.mark.slow
@BOTH
def test_the_pdf_of_an_old_version_leads_to_the_one_that_counts(printed: "Example", language: str) -> None:
    """In its first lines, as its page does; that of the other one does not."""
    words = page_of(printed, f"{OWN_PAGE[language]}/{VERSIONS['1.0']}").css_first(".standing-line a")
    assert words
    found = [
        closed(words.text()) in sheets_of(document_of(printed, language, each).read_bytes())[0] for each in VERSIONS
    ]
    assert found == [True, False]


@pytest.mark.slow
@BOTH
def test_words_in_the_other_language_are_marked(printed: "Example", language: str) -> None:
    """The line that leads to it is in it, and nothing else is marked."""
    other = "en" if language == "cy" else "cy"
    with pikepdf.open(document_of(printed, language, "1.1")) as pdf:
        marked = [(str(tag.Lang), str(tag.S)) for tag in tags_of(pdf.Root.StructTreeRoot) if "/Lang" in tag]
    assert marked == [(other, "/P")]


def tags_of(tag: Any) -> list[Any]:
    """Every tag below one."""
    below: Any = tag.get("/K", [])
    dictionaries = [
        each
        for each in (below if isinstance(below, pikepdf.Array) else [below])
        if isinstance(each, pikepdf.Dictionary) and "/S" in each
    ]
    return [found for each in dictionaries for found in (each, *tags_of(each))]


@pytest.mark.slow
@BOTH
def test_links_of_a_pdf_lead_to_the_site(printed: "Example", language: str) -> None:
    """A file on somebody's desk has no folder in which an address could begin."""
    with pikepdf.open(document_of(printed, language, "1.1")) as pdf:
        addresses = {
            str(note.A.URI)
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if "/A" in note and "/URI" in note.A
        }
    assert f"https://bach.example/{OWN_PAGE[language]}/{VERSIONS['1.1']}/" in addresses
    assert {address for address in addresses if not address.startswith("https://")} == set()


@pytest.mark.slow
@pytest.mark.parametrize(("language", "version"), EVERY)
def test_a_page_leads_to_its_pdf(printed: "Example", language: str, version: str) -> None:
    """And says what it is and how large."""
    file = document_of(printed, language, version)
    pages = [VERSIONS[version], *([""] if version == "1.1" else [])]
    for page in pages:
        link = page_of(printed, f"{OWN_PAGE[language]}/{page}").css_first('main a[type="application/pdf"]')
        assert link
        assert link.attributes["href"] == f"/{file.relative_to(printed.site).as_posix()}"
        assert "PDF" in link.text()
        assert str(round(file.stat().st_size / 1000)) in link.text()


def test_without_being_asked_nothing_is_said_of_pdfs(built: "Example") -> None:
    """There is none, and no page leads to one."""
    assert list(built.site.rglob("*.pdf")) == []
    assert page_of(built, f"{OWN_PAGE['en']}/{VERSIONS['1.1']}").css_first('a[type="application/pdf"]') is None


@pytest.mark.slow
def test_the_same_words_give_the_same_file(printed: "Example", buildable: "Example", can_make_pdf: None) -> None:
    """In another folder too. Version 1.0 is the same in both; the other one is not."""
    assert built_with_pdf(buildable).is_published
    same = [document_of(each, "cy", "1.0").read_bytes() for each in (printed, buildable)]
    other = [document_of(each, "cy", "1.1").read_bytes() for each in (printed, buildable)]
    assert same[0] == same[1]
    assert other[0] != other[1]


@pytest.mark.slow
def test_what_is_the_same_is_not_made_again(printed: "Example") -> None:
    """Of two builds the second takes what the first made."""
    kept = sorted((printed.work / "pdf").iterdir())
    before = [path.stat().st_mtime_ns for path in kept]
    assert built_with_pdf(printed).is_published
    assert sorted((printed.work / "pdf").iterdir()) == kept
    assert [path.stat().st_mtime_ns for path in kept] == before


@pytest.mark.slow
@pytest.mark.parametrize("address", ["https://elsewhere.example/letters.woff2", "file:///etc/passwd", "missing.woff2"])
def test_a_document_fetches_nothing(address: str, buildable: "Example", can_make_pdf: None) -> None:
    """Neither from the web nor from this machine: the stylesheet is named, with the cure."""
    own = f'@font-face {{ font-family: "Letters"; src: url({address}) }}\n'
    buildable.change({"theme/policies/document.css": own})
    report = built_with_pdf(buildable)
    assert not report.is_published
    (line,) = buildable.lines(report.problems)
    assert line.startswith("theme/policies/document.css:1:1")
    assert address.rpartition("/")[2] in line


# ── where it cannot be made ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (ModuleNotFoundError("No module", name="weasyprint"), "drws[pdf]"),
        (OSError("cannot load library 'libpango-1.0-0': no such file"), "libpango-1.0-0"),
    ],
    ids=["package", "library"],
)
def test_what_is_missing_is_said_with_the_cure(
    error: Exception, expected: str, language: str, buildable: "Example", monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the site stays as it was."""

    def missing(_name: str) -> None:
        print("a long explanation")  # noqa: T201  as WeasyPrint does
        raise error

    monkeypatch.setattr(program, "import_module", missing)
    monkeypatch.chdir(ROOT)
    options = [*buildable.options(), "--no-search", "--pdf", "--lang", language]
    result = CliRunner().invoke(main, ["build", *options])
    assert result.exit_code == 1
    assert expected in result.output
    assert "--pdf" in result.output
    assert "a long explanation" not in result.output
    assert not buildable.site.exists()
