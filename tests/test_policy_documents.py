"""A policy as a PDF (`drws build --pdf`): tagged, the same bytes each time, and said to be missing where it cannot be made."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from click.testing import CliRunner
from pdfua import Validator

from drws.build.documents import with_documents
from drws.build.materials import with_materials
from drws.build.output import gather_output
from drws.build.run import Paths, build
from drws.cli import main
from drws.kernel.problem import Refused
from drws.pdf import program
from tests.example import AS_OF, ROOT
from tests.sheets import OWN_PAGE, TEXT, VERSIONS, closed, page_of, sheets_of

if TYPE_CHECKING:
    from drws.build.run import Report
    from tests.example import Example

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


def documents(example: "Example") -> Mapping[str, Path]:
    """The documents of the example as a build makes them, and nothing else of it: by their names in the site."""
    output, problems = gather_output(example.load(), example.work)
    assert output, example.lines(problems)
    return with_documents(with_materials(output, example.sources), example.work).documents


@pytest.mark.slow
def test_the_same_words_give_the_same_file(printed: "Example", buildable: "Example", can_make_pdf: None) -> None:
    """In another folder too. Version 1.0 is the same in both; the other one is not."""
    made = documents(buildable)
    files = {version: document_of(printed, "cy", version) for version in VERSIONS}
    is_same = {
        version: made[file.relative_to(printed.site).as_posix()].read_bytes() == file.read_bytes()
        for version, file in files.items()
    }
    assert is_same == {"1.0": True, "1.1": False}


@pytest.mark.slow
def test_what_is_the_same_is_not_made_again(printed: "Example") -> None:
    """Of two builds the second takes what the first made."""
    kept = sorted((printed.work / "pdf").iterdir())
    before = [path.stat().st_mtime_ns for path in kept]
    assert sorted(documents(printed).values()) == kept
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
