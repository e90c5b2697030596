"""The real directory: it is sound, it covers Wales, and its pages say what they must."""

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from drws.build.load import Loaded, Sources, load
from drws.build.output import Output
from drws.domains.diary.meeting.record import Meeting
from drws.domains.directory.organization.record import Authority, Region
from drws.domains.directory.queries import authorities_in, region_of
from drws.domains.website import sitemap
from drws.kernel.site import Site
from drws.say.messages import as_text, sentences
from drws.system.clock import today

ROOT = Path(__file__).parent.parent
SOURCES = Sources(ROOT / "data", ROOT / "content", ROOT / "theme")


def test_it_has_no_problems(loaded: Loaded) -> None:
    """`drws check` says that all is well."""
    assert as_text(sentences(loaded.problems, SOURCES.folders, "en")) == ""


@pytest.mark.parametrize("day", [date(2014, 1, 1), date(2021, 6, 30)])
def test_it_can_be_seen_as_it_stood(day: date) -> None:
    """What was read and done since that day is no mistake."""
    loaded = load(SOURCES, day, today())
    assert loaded.problems == ()
    assert loaded.site
    assert all(meeting.date.first_day <= day for meeting in loaded.site.all(Meeting) if meeting.status == "held")


def test_it_covers_wales(real: Site) -> None:
    """22 authorities, each in one of five regions, with 22 codes of Welsh unitary authorities (ONS: W06000001 to W06000024, two unused)."""
    assert len(real.of(Authority)) == 22
    assert len(real.of(Region)) == 5
    assert sorted(len(authorities_in(region, real)) for region in real.all(Region)) == [3, 4, 4, 5, 6]
    codes = {authority.code for authority in real.all(Authority)}
    assert codes == {f"W060000{number:02}" for number in range(1, 25)} - {"W06000007", "W06000017"}


def test_nothing_claims_to_be_confirmed_that_nobody_confirmed(real: Site) -> None:
    """A record is assured only on a day on which something else than the record says so: a source, or a note."""
    assert [entity.id for entity in real.entities if entity.assured_date and not entity.notes] == []


def test_every_authority_names_its_region(real: Site, output: Output) -> None:
    """On its page in each language, with a link."""
    plans = {(plan.name, plan.language): plan for plan in output.plans}
    for authority in real.all(Authority):
        region = region_of(authority, real)
        assert region
        for language in ("cy", "en"):
            page = LexborHTMLParser(output.renderer.render(plans[f"authority:{authority.id}", language]))
            links = {node.attributes.get("href"): node.text() for node in page.css("main a")}
            url = plans[f"region:{region.id}", language].url
            assert links.get(url) == region.name.in_language(language).words, f"{authority.id} in {language}"


def test_every_welsh_page_has_an_english_one(output: Output) -> None:
    """As many pages in one language as in the other, under the same names."""
    names = {
        code: {plan.name for plan in output.every_plan if plan.path.startswith(f"{code}/")} for code in ("cy", "en")
    }
    assert names["cy"] == names["en"]
    assert len(names["cy"]) > 100


@pytest.fixture
def sitemap_file(real: Site, output: Output, tmp_path: Path) -> Path:
    """The real sitemap."""
    ((name, content),) = sitemap.export(real, output.every_plan, output.addresses)
    (tmp_path / name).write_bytes(content())
    return tmp_path / name


def test_every_page_is_in_the_sitemap_with_its_counterpart(output: Output, sitemap_file: Path) -> None:
    """Once, under its whole address; each names the same two pages as its counterpart does."""
    entries = {
        entry.findtext("{*}loc"): {link.get("hreflang"): link.get("href") for link in entry.findall("{*}link")}
        for entry in ET.parse(sitemap_file).getroot()  # noqa: S314  our own
    }
    assert len(entries) == sum(plan.path.endswith("/index.html") for plan in output.every_plan)
    for location, alternates in entries.items():
        assert location in alternates.values()
        assert all(entries[other] == alternates for other in alternates.values())


def test_the_validator_of_sitemaps_agrees(sitemap_file: Path) -> None:
    """It checks the schema, and that counterparts name each other. It is not part of the project."""
    tool = ROOT.parent / "shared" / "tools" / "validate_sitemap.py"
    if not tool.is_file() or not find_spec("lxml"):
        pytest.skip(f"NOT VALIDATED against the sitemap schema: that needs {tool} and the package lxml")
    folder = sitemap_file.parent
    (folder / "tools").mkdir()
    (folder / "shared").symlink_to(ROOT.parent / "shared")
    copy = shutil.copy(tool, folder / "tools")  # it looks for the schema beside its own folder
    done = subprocess.run([sys.executable, copy, sitemap_file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
