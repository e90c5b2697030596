"""What others can use: every file is described, and what is described is there."""

import json
from typing import TYPE_CHECKING

from drws.domains.website.open_data.datasets import datasets

if TYPE_CHECKING:
    from tests.example import Example

ENDINGS = (".csv", ".json", ".ics", ".atom", ".vcf", ".xml", ".txt")
OWN = ("assets/", "pagefind/", "search/", "embed/", "robots.txt", "bucket.json", ".well-known/")
"""Files that only the website itself, or who publishes or visits it, uses."""
FOR_STAFF = "/health.json"
"""The end of the names of files beside a page that no other page leads to."""
ROOTS = ("index.json", "datapackage.json")
"""A described file of such a name leads to all others in its folder."""


def described(example: "Example") -> set[str]:
    """Every file that the page about the data knows, in any language."""
    planner = example.planner()
    return {
        path
        for dataset in planner.domains.datasets
        for language in planner.site.languages
        for path in dataset.paths(planner.addresses, language.code)
    }


def test_every_file_for_programs_is_described_and_there(built: "Example") -> None:
    """A new export that says nothing of itself is found here, and so is a description of nothing."""
    files = {path.relative_to(built.site).as_posix() for path in built.site.rglob("*") if path.suffix in ENDINGS}
    known = described(built)
    below = tuple(name.removesuffix(end) for end in ROOTS for name in known if name.endswith(end))
    moved = json.loads((built.site / "addresses.json").read_text("utf-8"))["moved"]
    assert known <= files
    told = {name for name in files - known - moved.keys() if not name.startswith((*OWN, *below))}
    assert {name for name in told if not name.endswith(FOR_STAFF)} == set()


def test_the_page_has_an_example_of_each_and_the_terms(built: "Example") -> None:
    """In every language, with a whole address to copy."""
    planner = built.planner()
    for folder in ("en/use-our-data", "cy/defnyddio-ein-data"):
        html = (built.site / folder / "index.html").read_text("utf-8")
        for each in datasets(built.planner(language=folder[:2])):
            assert f"curl -O {each.files[0].address}</code>" in html
            assert f'href="{each.files[0].url}"' in html
    licence = planner.site.partnership.licence
    assert licence
    assert planner.plain(licence) in (built.site / "en/use-our-data/index.html").read_text("utf-8")


def test_a_subject_that_a_site_does_without_has_no_files_there(example: "Example") -> None:
    """What is listed follows from what the site publishes."""
    named = {each.dataset.name for each in datasets(example.planner())}
    example.change({"data/site.yml": {"without": ["policies"]}})
    loaded = example.load()
    assert loaded.addresses
    left = {d.name for d in loaded.domains.datasets if list(d.paths(loaded.addresses, "en"))}
    assert named - left == {"policy-changes", "policy-reviews"}


def test_files_for_all_languages_are_told_from_those_of_one(example: "Example") -> None:
    """A reader of one language does not look for the other half of a file that is whole."""
    shared = {each.dataset.name: each.is_shared for each in datasets(example.planner())}
    assert shared["numbers"]
    assert shared["figures"]
    assert not shared["popolo"]
