"""Data never becomes code: hostile text in every field that holds text, built, and parsed back."""

import json
import re
import shutil
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from drws.say import detection

from .outlines import linked_data, outline, texts

if TYPE_CHECKING:
    from tests.conftest import Example

STRINGS = {
    "element": "<script>alert(1)</script>",
    "attribute": "\"><img src=x onerror=alert(1)> ' onclick='alert(1)",
    "end": "</title></p></main></body></html><!-- ",
    "template": "{{ 7 * 7 }}{% include 'x' %}{# y #}{% raw %}",
    "format": "{0} {title} {site.partnership} %(x)s %s $x ${7*7}",
    "markdown": "[x](javascript:alert(1)) **b** `c` <https://x.example>",
    "cdata": "]]> &lt;b&gt; &amp; &#60;i&#62; &quot;",
    "scheme": "javascript:alert(1)//",
    "letters": "𐌰 🐉 ﷽ " + "w" * 45,
    "card": "; , \\ \\n END:VCARD BEGIN:VEVENT ATTACH:x",
}
FORMULAS = ("=", "+", "-", "@")
"""How a cell begins that a spreadsheet works out (OWASP, *CSV Injection*)."""
NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
SHOWN_IN = ("json", "atom", "ics", "vcf", "csv", "txt")
FREE = (
    "cy",
    "en",
    "same",
    "reason",
    "note",
    "description",
    "address_1",
    "address_2",
    "city",
    "extension",
    "message",
    "identifier",
    "scheme",
    "person",
)
"""Keys under which any text may stand. In lists, `notes` and alternate names."""
CONTENT_FREE = ("title:", "short_title:", "description:")


@pytest.fixture(autouse=True)
def in_any_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """No text here is in a language, and that is told elsewhere (test_parity.py)."""
    monkeypatch.setattr(detection, "_detector", lambda: None)


@pytest.mark.slow
@pytest.mark.parametrize("kind", STRINGS)
def test_hostile_text_is_only_text(
    kind: str, buildable: "Example", harmless: "Skeletons", harmless_files: "Outlines"
) -> None:
    """The pages have the elements and the attributes that they have with harmless text, and nothing to click on or to fetch besides. Every other file has the names, lines and columns that it has with harmless text, and shows the text as it was typed."""
    hostile = STRINGS[kind]
    spoil(buildable, lambda text: f"{text} {hostile}")
    pages = built_pages(buildable)
    assert pages.keys() == harmless.keys()
    for page, html in pages.items():
        assert skeleton(html) == harmless[page], page
        addresses = [
            urlsplit(node.attributes[key] or "")
            for key in ("href", "src", "action")
            for node in LexborHTMLParser(html).css(f"[{key}]")
        ]
        assert {address.scheme for address in addresses} <= {"", "http", "https", "tel", "sms", "mailto", "webcal"}
        assert not any("x.example" in address.netloc for address in addresses)
    for name in (
        "service:grwp-rhieni",
        "organization:pont",
        "region:dyffryn",
        "authority:llanfechan",
        "audience:rhieni",
        "page:about",
        "home",
    ):
        assert hostile in LexborHTMLParser(pages[name, "cy"]).text(), f"{name} does not show the text as it was typed"
    others = other_files(buildable)
    assert outlines_of(others) == harmless_files
    for ending in SHOWN_IN:
        shown = [
            text for name, content in others.items() if name.endswith(f".{ending}") for text in texts(name, content)
        ]
        assert any(hostile in text for text in shown), f"no file of this kind has the text as it was typed: {ending}"


def test_hostile_text_stays_out_of_the_other_files(buildable: "Example") -> None:
    """The sitemap is XML, the build's record is JSON, and neither holds anything of the data's but addresses of letters, digits and hyphens.
    No cell of a table is a formula, whichever way a spreadsheet knows one.
    """
    hostile = re.sub("[0-9]", "", "".join(STRINGS.values()))  # a number stands in every language of a text or in none
    begin = cycle(FORMULAS)
    spoil(buildable, lambda text: f"{next(begin)}{text}{hostile}" if len(text) < 60 else text)
    buildable.change(
        {
            f"data/services/{path.name}": {"summary": {"cy": "x", "en": "x"}}
            for path in (buildable.root / "data/services").iterdir()
        }
    )
    built_pages(buildable)
    sitemap = ET.parse(buildable.site / "sitemap.xml")  # noqa: S314  our own
    locations = [each.text or "" for each in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert locations
    assert all(
        set(location.removeprefix("https://bach.example/")) <= set("abcdefghijklmnopqrstuvwxyz0123456789-/@.")
        for location in locations
    )
    cells = [text for name, content in other_files(buildable).items() for text in cells_of(name, content)]
    assert not [cell for cell in cells if cell.startswith(FORMULAS) and not NUMBER.fullmatch(cell)]
    assert all(any(cell.startswith(f"'{each}") for cell in cells) for each in FORMULAS)
    assert json.loads((buildable.site / "build-info.json").read_text("utf-8"))["url"] == "https://bach.example/"
    assert all(len(segment.encode()) <= 100 for path in buildable.site.rglob("*") for segment in path.parts[-1:])


def test_every_field_of_the_example_is_spoiled(example: "Example") -> None:
    """Otherwise the tests above would miss some: what is left alone is an id, a code, a date, a number, an address of a page or of a mailbox."""
    spoil(example, lambda text: f"{text} ☠")
    left = {
        path
        for file in (example.root / "data").rglob("*.yml")
        if not holds_no_text(file)
        for path, text in _texts(yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader))
        if "☠" not in text
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


LINKS = {"website", "web_chat", "sign_language", "link"}
"""Fields that hold an address for each language."""

Skeletons = dict[tuple[str, str], list[tuple[str | None, tuple[str, ...]]]]


Outlines = Counter[tuple[str, frozenset[tuple[str, int]]]]


@pytest.fixture(scope="module")
def harmless_example(built: "Example", tmp_path_factory: pytest.TempPathFactory) -> "Example":
    """The example with words that nobody could mind."""
    other = type(built)(tmp_path_factory.mktemp("harmless"))
    for folder in ("data", "content", "work"):
        shutil.copytree(built.root / folder, other.root / folder)
    spoil(other, lambda text: f"{text} zz")
    return other


@pytest.fixture(scope="module")
def harmless(harmless_example: "Example") -> Skeletons:
    """Every page of it."""
    return {name: skeleton(html) for name, html in built_pages(harmless_example).items()}


@pytest.fixture(scope="module")
def harmless_files(harmless: Skeletons, harmless_example: "Example") -> Outlines:
    """What the other files of it are like."""
    assert harmless
    return outlines_of(other_files(harmless_example))


def other_files(example: "Example") -> dict[str, bytes]:
    """Every file of a built site that is for programs."""
    names = (path.relative_to(example.site).as_posix() for path in example.site.rglob("*") if path.is_file())
    return {name: (example.site / name).read_bytes() for name in names if not name.endswith(".html")}


def cells_of(name: str, content: bytes) -> list[str]:
    """Every cell of a table."""
    return texts(name, content) if name.endswith(".csv") else []


def outlines_of(files: dict[str, bytes]) -> Outlines:
    """How many files there are of each ending that are alike: a file whose address has a name in it has another address."""
    return Counter(
        (name.rpartition(".")[2], frozenset(outline(name, content).items())) for name, content in files.items()
    )


def spoil(example: "Example", change: Callable[[str], str]) -> None:
    """Change every text in the data that is free, and the titles and descriptions of hand-written pages."""
    for file in sorted((example.root / "data").rglob("*.yml")):
        if not holds_no_text(file):
            record = _changed(yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader), (), change)
            file.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=1000), "utf-8")
    for file in sorted((example.root / "content").rglob("*.md")):
        lines = file.read_text("utf-8").split("\n")
        for number, line in enumerate(lines):
            key, _, value = line.partition(" ")
            if key in CONTENT_FREE:
                lines[number] = f"{key} {json.dumps(change(value), ensure_ascii=False)}"
        file.write_text("\n".join(lines), "utf-8")


def holds_no_text(file: Path) -> bool:
    """Are there rules of a language in a file of the data, or addresses of the site, and nothing that anybody reads?"""
    return file.parent.name == "languages" or file.name == "addresses.yml"


def built_pages(example: "Example") -> dict[tuple[str, str], str]:
    """Build the example; the HTML of every page by its name and language."""
    report = example.build()
    assert report.is_published, "\n".join(example.lines(report.problems))
    assert report.output
    return {
        (plan.name, plan.language): (example.site / plan.path).read_text("utf-8") for plan in report.output.every_plan
    }


def skeleton(html: str) -> list[tuple[str | None, tuple[str, ...]]]:
    """Every element with the names of its attributes, in order, and every name in what search engines are told. Lines of text in a drawing are left out: a longer name has more of them."""
    nodes = LexborHTMLParser(_shown(html)).css("*")
    elements = [(node.tag, tuple(sorted(node.attributes))) for node in nodes if node.tag != "text"]
    return [*elements, *sorted((part, ()) for part, _ in linked_data(html))]


def _shown(html: str) -> str:
    """A page with what script will show of it."""
    return html.replace("<template", "<div").replace("</template>", "</div>")


def _changed(value: Any, path: tuple[str | int, ...], change: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {key: _changed(each, (*path, key), change) for key, each in value.items()}
    if isinstance(value, list):
        return [_changed(each, (*path, place), change) for place, each in enumerate(value)]
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    free = (key in FREE and not LINKS.intersection(path[-2:-1])) or key == "notes"
    return change(value) if free else value


def _texts(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield path, value
    for step, each in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _texts(each, (*path, step))
