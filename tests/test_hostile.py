"""Data never becomes code: hostile text in every field that holds text and in every hand-written word, built, and parsed back.

Two sites are made: one with everything hostile in every text at once, and one that has harmless letters in its place. Whatever the first has
that the second has not, text has become.
"""

import json
import re
import shutil
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from drws.build.materials import with_materials
from drws.build.output import Output, gather_output
from drws.kernel.characters import FORMULA, INVISIBLE
from drws.render.social.drawing import ROLES, SIZE, Card, draw
from drws.render.social.own import size_of
from drws.render.social.pictures import FONT
from drws.say import detection
from drws.system.signature import FILES as SIGNATURE
from drws.verify.spreadsheets import NUMBER

from .changed import texts_in
from .example import THEME
from .made_whole import make_whole
from .outlines import elements, linked_data, outline, texts
from .spoiled import LINKS, MARK, Spoil, holds_no_text, spoil

if TYPE_CHECKING:
    from tests.example import Example

pytestmark = pytest.mark.slow

KINDS = {
    "element": "<script>alert(x)</script>",
    "attribute": "\"><img src=x onerror=alert(x)> ' onclick='alert(x)",
    "end": "</title></p></main></body></html><!-- ",
    "template": "{{ seven * seven }}{% include 'x' %}{# y #}{% raw %}",
    "format": "{0} {title} {site.partnership} %(x)s %s $x ${x*x}",
    "markdown": "[x](javascript:alert(x)) **b** `c` <https://x.example>",
    "cdata": "]]> &lt;b&gt; &amp; &#x3c;i&#x3e; &quot;",
    "scheme": "javascript:alert(x)//",
    "letters": "𐌰 🐉 ﷽ " + "w" * 45,
    "card": "; , \\ \\n END:VCARD BEGIN:VEVENT ATTACH:x",
    "lines": "\r\nEND:VCARD\r\nBEGIN:VEVENT\n\n# x\n- y\n\n> z\n\n    code\n\n\n=x\n---\n",
}
"""Everything that has a meaning to somebody who reads one of the files."""
HOSTILE = " ".join(KINDS.values())
SHORT = [kind for kind in KINDS.values() if len(kind) < 60 and not re.search("[0-9]", kind)]
"""Those of which one stands where not all have room. A number would have to stand in every language."""
UNSEEN = ("\0", "\x07", "\x1b", "\x7f", "\x85", "\u200b", "\u202e", "\u2066", "\ufeff", "\u2028")
"""Characters that no reader sees (kernel/characters.py has them all)."""
SIGN = re.compile(f"{INVISIBLE.pattern}|\\\\[0aeuxLN]")
"""One of them, as it is or as YAML and JSON write it."""
TYPES_OF_PAGE = (
    "service:grwp-rhieni", "organization:pont", "region:dyffryn", "authority:llanfechan", "audience:rhieni", "page:about", "home",
)  # fmt: skip
HAND_WRITTEN = (
    "page:about",
    "page:about/blocks",
    "page:about/easy-read",
    "page:about/people",
    "home",
    "policy:cyswllt",
)


@pytest.fixture(scope="module", autouse=True)
def in_any_language() -> Iterator[None]:
    """No text here is in a language, and that is told elsewhere (test_parity.py)."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(detection, "_detector", lambda: None)
        yield


class Site(NamedTuple):
    """What there is of a site that was made."""

    pages: dict[tuple[str, str], str]
    """The HTML of every page by its name and language."""
    stubs: list[str]
    """That of the pages at addresses of before."""
    files: dict[str, bytes]
    """Every file that is for programs."""


@pytest.fixture(scope="module")
def hostile(built: "Example", tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The example with everything hostile in every text, built as every site is built."""
    example = spoiled(built, tmp_path_factory.mktemp("hostile"), HOSTILE)
    report = example.build()
    assert report.is_published, "\n".join(example.lines(report.problems))
    assert report.output
    return read(example.site, report.output)


@pytest.fixture(scope="module")
def harmless(built: "Example", tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The example with as many words and lines that nobody could mind."""
    example = spoiled(built, tmp_path_factory.mktemp("harmless"), plain(HOSTILE))
    output, problems = gather_output(example.load(), example.work)
    assert output, "\n".join(example.lines(problems))
    make_whole(with_materials(output, example.sources), example.site)
    return read(example.site, output)


def test_no_text_becomes_an_element(hostile: Site, harmless: Site) -> None:
    """Every page has the elements and the attributes that it has with harmless text, and tells search engines under the same names."""
    assert hostile.pages.keys() == harmless.pages.keys()
    for page, html in hostile.pages.items():
        assert skeleton(html) == skeleton(harmless.pages[page]), page
    assert Counter(map(repr, map(skeleton, hostile.stubs))) == Counter(map(repr, map(skeleton, harmless.stubs)))


def test_no_text_becomes_an_address(hostile: Site) -> None:
    """There is nothing to click on or to fetch besides."""
    for page, html in hostile.pages.items():
        addresses = [
            urlsplit(node.attributes[key] or "")
            for key in ("href", "src", "action")
            for node in LexborHTMLParser(html).css(f"[{key}]")
        ]
        assert {address.scheme for address in addresses} <= {"", "http", "https", "tel", "sms", "mailto", "webcal"}, (
            page
        )
        assert not any("x.example" in address.netloc for address in addresses), page


def test_pages_show_what_was_typed(hostile: Site) -> None:
    """All of it, in the title and in the words of pages of each type."""
    for page in TYPES_OF_PAGE:
        shown = one_line(LexborHTMLParser(hostile.pages[page, "cy"]).text())
        assert [name for name, kind in KINDS.items() if one_line(kind) not in shown] == [], page
    for page in HAND_WRITTEN:
        shown = one_line(" ".join(node.text() for node in LexborHTMLParser(hostile.pages[page, "cy"]).css("main")))
        assert f"{MARK}{one_line(HOSTILE)}" in shown, page


def test_no_text_becomes_part_of_another_file(hostile: Site, harmless: Site) -> None:
    """Every file for programs has the names, lines and columns that it has with harmless text."""
    assert outlines_of(hostile.files) == outlines_of(harmless.files)


@pytest.mark.parametrize("ending", ["json", "atom", "ics", "vcf", "csv", "txt"])
def test_files_have_what_was_typed(hostile: Site, ending: str) -> None:
    """Each kind of file has all of it, as whoever reads the file sees it."""
    shown = [
        one_line(text)
        for name, content in hostile.files.items()
        if name.endswith(f".{ending}")
        for text in texts(name, content)
    ]
    assert [name for name, kind in KINDS.items() if not any(one_line(kind) in text for text in shown)] == []


def test_no_cell_is_a_formula(hostile: Site) -> None:
    """Whichever way a spreadsheet knows one: what begins so has a sign before it that says it is text."""
    cells = [text for name, content in hostile.files.items() if name.endswith(".csv") for text in texts(name, content)]
    assert [cell for cell in cells if cell.startswith(FORMULA) and not NUMBER.fullmatch(cell)] == []
    assert {each for each in FORMULA if any(cell.startswith(f"'{each}") for cell in cells)} == set(FORMULA)


def test_text_in_a_picture_is_a_picture() -> None:
    """The pictures for links are drawn of names, whatever stands in them."""
    words = HOSTILE.replace(KINDS["letters"], "")  # a text with letters that are not in the font is left out
    card = Card([words], words, dict.fromkeys(ROLES, "#123456"), opens_left=True)
    assert size_of(draw(card, (THEME / FONT).read_bytes())) == SIZE


def test_addresses_are_letters_digits_and_hyphens(hostile: Site) -> None:
    """Those of the sitemap, and the names of all files, which have room on any disk. The record of the build says where the site is."""
    sitemap = ET.fromstring(hostile.files["sitemap.xml"])  # noqa: S314  our own
    locations = [each.text or "" for each in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert locations
    assert all(
        set(location.removeprefix("https://bach.example/")) <= set("abcdefghijklmnopqrstuvwxyz0123456789-/@.")
        for location in locations
    )
    assert json.loads(hostile.files["build-info.json"])["url"] == "https://bach.example/"
    assert all(len(part.encode()) <= 100 for name in hostile.files for part in name.split("/"))


def test_what_nobody_sees_is_refused_in_every_file(example: "Example") -> None:
    """Controls, and what turns text round: in every record and every page that holds text, at a line that has one."""
    before = sources(example)
    unseen = cycle(UNSEEN)
    spoil(example, lambda text, _: f"{text}{next(unseen)}", "a\u202eb")
    after = sources(example)
    found = [each.place for each in example.load().problems if each.message == "yaml.invisible"]
    assert {place.file for place in found} == {
        file for file in after if SIGN.search(after[file]) and not SIGN.search(before[file])
    }
    for place in found:
        assert SIGN.search(after[place.file].split("\n")[place.line - 1]), place


def test_code_in_a_page_is_refused_at_its_line(example: "Example") -> None:
    """HTML, and links that run something: in every hand-written page and policy."""
    wrong = [KINDS[kind] for kind in ("element", "attribute", "end", "markdown")]
    lines = {}
    for file, text in sources(example).items():
        if file.endswith(".md"):
            first = text.count("\n") + 2
            lines[file] = {first + 2 * number for number in range(len(wrong))}
            (example.root / file).write_text(text + "".join(f"\n{each}\n" for each in wrong), "utf-8")
    found: dict[str, set[int]] = {}
    for each in example.load().problems:
        if each.rule == "content":
            found.setdefault(each.place.file, set()).add(each.place.line)
    assert found == lines


def test_line_ends_of_windows_change_nothing(example: "Example", built: "Example") -> None:
    """In every file of the sources: the same records, the same pages, and problems at the same places."""
    for file, text in sources(example).items():
        (example.root / file).write_bytes(text.replace("\n", "\r\n").encode())
    here, there = example.load(), built.load()
    assert here.problems == there.problems
    assert here.site
    assert here.site == there.site


def test_every_field_of_the_example_is_spoiled(example: "Example") -> None:
    """Otherwise the tests above would miss some: what is left alone is an id, a code, a date, a number, an address of a page or of a mailbox."""
    spoil(example, lambda text, _: f"{text} {MARK}", "x")
    left = {
        path
        for file in (example.root / "data").rglob("*.yml")
        if not holds_no_text(file)
        for path, text in texts_in(yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader))
        if MARK not in text
    }
    names = {next(step for step in reversed(path) if isinstance(step, str)) for path in left}
    links = {path[-2] for path in left if path[-1] in ("cy", "en")}
    assert links == LINKS
    assert names - {"cy", "en"} == {
        "id", "order", "date", "since", "as_of", "assured_date", "code", "number", "opens_at", "closes_at", "byday", "postal_code", "country",
        "url", "document", "emails", "languages", "language", "type", "status", "translation", "basis", "level", "field", "location_type",
        "organization_type", "purpose", "drawing", "remarks_language", "statutory", "organization_id", "region_id", "lead_authority_id", "location_id", "partner_ids",
        "delivered_by", "audience_ids", "kind_of_help_ids", "area_ids", "contact_ids", "fallback_contact_ids", "navigation", "footer",
        "option", "relay_prefix", "timezone", "holidays", "amount", "currency", "delivery_modes", "closed_on_holidays", "prefix", "kinds", "contact_details", "hours", "addresses", "descriptions",
        "agency_type_ids", "headline_measure_ids", "package", "version", "island_ids", "gss_letter", "is_neighbour", "codes", "outward", "line", "nation_id", "begins",
        "width", "height", "x", "y", "path", "theme_id", "unit", "counted", "better", "is_demand", "financial_year_start",
        "strength", "owed_by_ids", "owed_to_ids", "recurrence", "start_date", "recorded_since", "due_date", "actor_id", "start_time", "end_time",
        "agreed_date", "result", "changed_ids", "about_ids",
        "body_type", "tier_id", "answers_to_ids", "end_date", "post_id", "role", "on_behalf_of_id", "in_each_region", "pattern_id",
        "document_id", "holder_id", "creator_type_id", "is_statutory", "carried_out_by_ids", "carried_out_in_each", "service_ids", "overlaps_ids", "legislation_id",
        "agreement_id", "legislation_type", "made_date", "commencement_date", "amends_ids", "replaces_ids", "review_date", "state", "topic", "clauses", "matter", "about_id", "about_type_ids", "is_known", "organization_ids",
        "published_date", "approved_by_id", "approved_date", "clause", "review_months", "function_ids", "topic_ids", "policy_type_id", "owner_id", "publisher_ids", "supersedes_ids", "pages", "format", "actor_ids", "area_id", "purposes",
        "target", "more", "related_ids", "form_of_address", "by_day", "at_night", "is_about_a_child",
        "kind_id", "kind_ids", "region_ids", "contact_id", "online", "by_date", "cancelled_dates", "until_date", "dates_only", "weeks", "large_type", "until", "urgent_purpose_ids", "instead", "former_ids",
    }  # fmt: skip


def spoiled(built: "Example", root: Path, added: str) -> "Example":
    """The example in another folder, with something added to every text. It brings a picture for links, so that none is drawn."""
    example = type(built)(root)
    example.copy(built)
    (root / "theme/assets").mkdir(parents=True)
    shutil.copyfile(min(built.site.rglob("social*.png")), root / "theme/assets/social.png")
    spoil(example, changed_to(added), added)
    return example


def changed_to(added: str) -> Spoil:
    """Makes a text that begins as a formula does where something hostile is added, and as no word does where it is not."""
    begin, short = cycle(FORMULA), cycle(SHORT)

    def change(text: str, most: int) -> str:
        if len(f"= {text}{added}") > most:
            return f"{text} {next(short) if added == HOSTILE else plain(next(short))}"[:most]
        return f"{next(begin) if added == HOSTILE else '§'}{text} {added}"

    return change


def plain(text: str) -> str:
    """As many words on as many lines, of one letter."""
    return re.sub(r"\S", "z", text)


def one_line(text: str) -> str:
    """Text whose line ends and spaces mean nothing."""
    return " ".join(text.split())


def sources(example: "Example") -> dict[str, str]:
    """Every file of text that a site is made of."""
    files = (path for folder in ("data", "content") for path in (example.root / folder).rglob("*.*") if path.is_file())
    return {path.relative_to(example.root).as_posix(): path.read_text("utf-8") for path in files}


def read(root: Path, output: Output) -> Site:
    """A site from its folder."""
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    pages = {(plan.name, plan.language): files.pop(plan.path).decode() for plan in output.every_plan}
    files.pop(SIGNATURE, None)  # a site that was not published has none
    stubs = [files.pop(name).decode() for name in [*files] if name.endswith(".html")]
    return Site(pages, stubs, files)


def outlines_of(files: dict[str, bytes]) -> Counter[tuple[str, frozenset[tuple[str, int]]]]:
    """How many files there are of each ending that are alike: a file whose address has a name in it has another address."""
    return Counter(
        (name.rpartition(".")[2], frozenset(outline(name, content).items())) for name, content in files.items()
    )


def skeleton(html: str) -> list[str]:
    """Every element with the names of its attributes, in order, and every name in what search engines are told, with what script will show.

    Lines of text in a drawing are left out: a longer name has more of them.
    """
    shown = html.replace("<template", "<div").replace("</template>", "</div>")
    return [
        *(each for each in elements(shown) if each.split()[0] != "text"),
        *sorted(part for part, _ in linked_data(html)),
    ]
