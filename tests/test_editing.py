"""Whoever edits the real records as CONTRIBUTING says is answered by `drws check` alone: what is right passes, what is wrong has its line.

The edits are made to a copy of the records, each in the first of them that it fits. No other test may ask what the records say today, or an
editor would be failed by it: the test files that read them are listed here.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml

from drws.build.load import Sources
from drws.domains.archives.holding.record import RecordHolding
from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Authority, Organization, OrganizationStatus, Region
from drws.domains.directory.queries import listed_services
from drws.kernel.problem import mistakes
from drws.kernel.site import Site
from drws.system.clock import today

from .case_files import with_fields
from .real import ROOT, SOURCES, planned, read, site, told

Edit: TypeAlias = Mapping[str, Mapping[str, Any]]
"""New values of fields, by the file of the record."""


@pytest.fixture
def copy(tmp_path: Path) -> Sources:
    """The real site with a copy of its records."""
    shutil.copytree(SOURCES.data, tmp_path / "data")
    return replace(SOURCES, data=tmp_path / "data")


# ── edits ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def a_number_changes(site: Site, number: str = "029 2018 0123") -> Iterator[Edit]:
    """CONTRIBUTING: correct a phone number."""
    for contact in site.all(Contact):
        if contact.phones:
            file = contact.at().file
            first, *others = yaml.load((ROOT / file).read_text("utf-8"), Loader=yaml.CBaseLoader)["phones"]
            yield {file: {"phones": [{**first, "number": number}, *others]}}


def a_record_is_confirmed(site: Site, day: str = "") -> Iterator[Edit]:
    """CONTRIBUTING: add the day to the file, and nothing else."""
    for record in site.entities:
        if record.assured_date is None:
            yield {record.at().file: {"assured_date": day or site.as_of.isoformat()}}


def an_authority_moves(site: Site, region_id: str = "") -> Iterator[Edit]:
    """To another region."""
    led_by = {region.lead_authority_id for region in site.all(Region)}
    for authority in site.all(Authority):
        for other in site.of(Region).keys() - {authority.region_id}:
            if authority.id not in led_by:
                yield {authority.at().file: {"region_id": region_id or other}}


def a_service_is_added(site: Site, contact_id: str = "") -> Iterator[Edit]:
    """CONTRIBUTING: one file, like its example, for an organization that is there."""
    blocks = re.findall(r"^`data/services/(\S+)`\n\n```yaml\n(.*?)```", CONTRIBUTING, re.DOTALL | re.MULTILINE)
    [(name, text)] = blocks
    for contact in site.all(Contact):
        if region := site.get(Region, contact.organization_id):
            record = yaml.load(text, Loader=yaml.CBaseLoader)
            names = {"organization_id": region.id, "area_ids": [region.id], "contact_ids": [contact_id or contact.id]}
            kinds = {"audience_ids": [*site.of(Audience)][:1], "kind_of_help_ids": [*site.of(KindOfHelp)][:1]}
            yield {f"data/services/{name}": {**record, **names, **kinds}}


def a_service_ends(site: Site, status: str = "defunct") -> Iterator[Edit]:
    """CONTRIBUTING: the file stays, and says so."""
    for service in listed_services(site):
        yield {service.at().file: {"status": status}}


def an_organization_retires(site: Site, status: str = "defunct") -> Iterator[Edit]:
    """With its services. One that holds old records is another case: somebody has to say who took them over."""
    holders = {each.holder_id for holding in site.all(RecordHolding) for each in holding.custody}
    for organization in site.all(Organization):
        is_active = organization.status is OrganizationStatus.ACTIVE and type(organization) is Organization
        if is_active and organization.id not in holders:
            services = [each for each in listed_services(site) if each.organization_id == organization.id]
            yield {each.at().file: {"status": status} for each in (organization, *services)}


CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
EDITS: tuple[Callable[..., Iterator[Edit]], ...] = (
    a_number_changes,
    a_record_is_confirmed,
    an_authority_moves,
    a_service_is_added,
    a_service_ends,
    an_organization_retires,
)
WRONG: Mapping[Callable[..., Iterator[Edit]], tuple[str, str]] = {
    a_number_changes: ("029 2018 012", "value"),
    a_record_is_confirmed: ("2199-01-01", "dates"),
    an_authority_moves: ("nowhere", "references"),
    a_service_is_added: ("nobody", "references"),
    a_service_ends: ("over", "value"),
    an_organization_retires: ("over", "value"),
}
"""What may be typed wrong in each, and the rule that says so."""


def make(edit: Edit, root: Path) -> None:
    """Make an edit of the records in a folder."""
    for file, fields in edit.items():
        path = root / file
        path.write_text(with_fields(path.read_text("utf-8") if path.exists() else "", fields), "utf-8")


# ── tests ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.slow
def test_right_edits_pass(copy: Sources) -> None:
    """All of them together: `drws check` has nothing to say, and every page can be planned."""
    for edit in EDITS:
        make(next(edit(site())), copy.data.parent)
    edited = read(copy, today())
    assert mistakes(edited.problems) == (), told(edited, copy)
    assert len(planned(edited)) > len(edited.site.entities if edited.site else ())


@pytest.mark.slow
def test_wrong_edits_have_their_line(copy: Sources) -> None:
    """All of them together: each file that was edited is named, with the line and the rule; and no other file is blamed."""
    edits = {edit: next(edit(site(), wrong)) for edit, (wrong, _) in WRONG.items()}
    for edit in edits.values():
        make(edit, copy.data.parent)
    said = told(read(copy, today()), copy)
    expected = {(file, WRONG[edit][1]) for edit, files in edits.items() for file in files}
    found = set(re.findall(r"(data/\S+):\d+:\d+  .*\[([a-z-]+)\]$", said, re.MULTILINE))
    assert {(re.sub(r".*(?=\bdata/)", "", file), rule) for file, rule in found} == expected, said


READERS = {
    "real.py": "reads them once for the others",
    "test_editing.py": "edits a copy of them",
    "test_docs.py": "whatever Drws accepts, the schemas for editors accept",
    "test_tables.py": "whatever figures Drws accepts, the published table gives back",
    "test_model.py": "the languages: alphabets and articles, which are no records",
    "test_geography.py": "the table of postcodes and the map, which `make geography` writes",
    "test_parity.py": "real pages and records, changed at random: whatever they say, each change is told",
    "test_audiences.py": "whoever speaks to a child says *ti*, whatever is said",
    "sample.py": "the pages that a browser looks at, whatever they say",
}
"""The test files that read the real records, and for what."""


def test_few_tests_read_the_real_records() -> None:
    """All others make their own, or take the small example: a test about what a record says would fail whoever corrects the record."""
    sign = re.compile(r"""\bROOT / "data\b|\.parent / "data\b|^from (tests)?\.real import""", re.MULTILINE)
    files = [each for name in ("test_*.py", "sample.py", "real.py") for each in (ROOT / "tests").rglob(name)]
    assert {path.name for path in files if sign.search(path.read_text("utf-8"))} == READERS.keys()
