"""A cut set of data is not published over a good site."""

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from drws.build.run import Paths, build
from drws.build.shrinkage import shrinkage
from drws.domains.directory.contact.record import Contact
from drws.domains.website.ledger.record import Ledger

from .example import AS_OF, ROOT, Example

if TYPE_CHECKING:
    from drws.build.load import Loaded


@pytest.fixture(scope="module")
def loaded(made_once: Path) -> "Loaded":
    """The small example."""
    return Example(made_once / "example").load()


def losses(loaded: "Loaded", published: Path, **before: Any) -> list[tuple[str, Any, Any]]:
    """What is refused where a site is published that had more: the message, what there was, and what there is."""
    if before:
        published.mkdir()
        (published / "addresses.json").write_text(json.dumps(before))
    found = shrinkage(loaded, published)
    return [(each.message, each.values["before"], each.values["now"]) for each in found]


def test_half_a_site_is_not_put_in_the_place_of_a_whole_one(loaded: "Loaded", tmp_path: Path) -> None:
    """It is counted by pages of each language and by contacts, against the site that is there."""
    assert loaded.site
    assert loaded.addresses
    here = [name for (name, code), path in loaded.addresses.paths.items() if code == "cy" and path.endswith("/")]
    contacts = len(loaded.site.all(Contact))
    pages = {name: {"cy": f"cy/{name}/", "en": f"en/{name}/"} for name in (*here, *(f"old-{each}" for each in here))}
    found = losses(loaded, tmp_path / "half", pages=pages, contacts=2 * contacts)
    assert found == [
        ("publish.fewer-pages", 2 * len(here), len(here)),
        ("publish.fewer-pages", 2 * len(here), len(here)),
        ("publish.fewer-contacts", 2 * contacts, contacts),
    ]
    pages = {name: {"cy": f"cy/{name}/", "en": f"en/{name}/"} for name in (*here, "old-one", "old-two")}
    assert losses(loaded, tmp_path / "few", pages=pages, contacts=contacts + 2) == []


def test_a_renamed_page_is_not_lost(loaded: "Loaded", tmp_path: Path) -> None:
    """It counts how many there are."""
    assert loaded.addresses
    here = [name for (name, code), path in loaded.addresses.paths.items() if code == "cy" and path.endswith("/")]
    assert (
        losses(loaded, tmp_path / "site", pages={f"old-{each}": {"cy": "", "en": ""} for each in here}, contacts=0)
        == []
    )


def test_a_fresh_clone_compares_with_the_ledger(loaded: "Loaded", tmp_path: Path) -> None:
    """A runner has no site yet. The share that may go is that of the site; without a ledger nothing is known."""
    assert loaded.site
    ledger = Ledger(pages={"cy": 10_000, "en": 8}, contacts=7)
    site = replace(loaded.site, datasets={**loaded.site.datasets, Ledger: ledger})
    found = losses(replace(loaded, site=site), tmp_path / "none")
    assert [each[:2] for each in found] == [("publish.fewer-pages", 10_000)]
    generous = site.partnership.model_copy(update={"largest_loss": 100})
    assert losses(replace(loaded, site=replace(site, partnership=generous)), tmp_path / "none") == []
    nothing = replace(site, datasets={each: of for each, of in site.datasets.items() if each is not Ledger})
    assert losses(replace(loaded, site=nothing), tmp_path / "none") == []


class ReachedError(Exception):
    """A build came as far as to a phase."""


@pytest.mark.slow
def test_a_build_refuses_to_shrink_unless_it_is_told(buildable: Example, built: Example) -> None:
    """Half of the contacts are gone: the old site stays, and the message says what to do. With --allow-shrink it goes on."""
    table = json.loads((built.site / "addresses.json").read_text("utf-8"))
    buildable.site.mkdir()
    for name in ("build-info.json", ".drws-files"):
        (buildable.site / name).write_bytes((built.site / name).read_bytes())
    (buildable.site / "addresses.json").write_text(json.dumps({**table, "contacts": 2 * table["contacts"]}))
    report = buildable.build()
    assert [each.message for each in report.problems] == ["publish.fewer-contacts"]
    assert "--allow-shrink" in buildable.lines(report.problems)[0]
    assert not report.is_published

    def stop(phase: str) -> None:
        if phase == "render":
            raise ReachedError

    paths = Paths(buildable.sources, buildable.site, buildable.work, ROOT / "mkdocs.yml")
    with pytest.raises(ReachedError):
        build(paths, as_of=AS_OF, today=AS_OF, search=False, allow_shrink=True, phase=stop)
