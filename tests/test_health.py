"""Site health: everything that has to be done for a site to stay right, in the order of what it means to visitors."""

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from drws.domains.registry import installed
from drws.domains.website.health.due import Due, Health, health
from drws.domains.website.health.export import export
from drws.kernel.problem import Place
from drws.planning.domain import Domain, Domains
from drws.planning.export import Publication
from drws.planning.upkeep import Weight

if TYPE_CHECKING:
    from drws.planning.upkeep import Task
    from tests.conftest import Example

CONTACT = "data/contacts/pont-llinell-gymorth.yml"
"""Its organization confirmed it on 2025-07-31. Contact details have a half-life of 182 days, and hours one of 91."""
LINKS = "data/audits/links.yml"


def tasks(found: Health, kind: str) -> list["Task"]:
    """What is to be done now of a kind."""
    every = [due for _, kinds in found.due for due in kinds if due.kind.id == kind]
    return [task for due in every for owned in due.owners for task in owned.tasks]


def on(example: "Example", day: date, language: str = "en") -> Health:
    """How the site is on a day."""
    return health(example.planner(day, language))


def test_what_matters_most_to_a_visitor_comes_first(example: "Example") -> None:
    """A region that nobody can ring stands before a number that nobody has confirmed, and that before words."""
    found = on(example, date(2025, 11, 21))
    weights = [weight for weight, _ in found.due]
    assert weights == [weight for weight in Weight if weight in weights]
    (region,) = tasks(found, "region-without-number")
    assert (region.place, region.url) == (Place("data/regions/ynys-las.yml"), "/en/regions/adopt-blue-island/")
    assert weights[0] is Weight.NOBODY
    assert found.count == sum(len(tasks(found, kind.id)) for kind in installed().upkeep)


@pytest.mark.parametrize(
    ("day", "due", "ahead"),
    [
        (date(2025, 8, 2), set(), {(90, "to-confirm", date(2025, 10, 31))}),
        (date(2025, 10, 30), set(), {(30, "to-confirm", date(2025, 10, 31))}),
        (date(2025, 11, 1), {"to-confirm"}, {(90, "to-be-withheld", date(2026, 1, 30))}),
        (date(2026, 1, 29), {"to-confirm"}, {(30, "to-be-withheld", date(2026, 1, 30))}),
        (date(2026, 1, 30), {"to-confirm", "no-longer-shown"}, set()),
    ],
)
def test_a_fact_is_told_before_it_disappears(
    example: "Example", day: date, due: set[str], ahead: set[tuple[int, str, date]]
) -> None:
    """First that it has to be confirmed again, then that it is going to be left out, then that it is."""
    example.change({CONTACT: {"assured_date": "2025-07-31"}})
    found = on(example, day)
    about = {kind.id for kind in installed().upkeep for task in tasks(found, kind.id) if task.place.file == CONTACT}
    assert about == due
    coming = {
        (step.days, kind.id, task.day)
        for step in found.ahead
        for kind, task in step.tasks
        if task.place.file == CONTACT
    }
    assert ahead <= coming


def test_links_that_failed_are_told_where_they_stand(example: "Example") -> None:
    """Each at every place. A site whose links nobody has asked says so, and one where all answered does not."""
    planner = example.planner()
    assert not json.loads(dict(export(Publication((planner,), ())))["en/site-health/health.json"]())["links_were_asked"]
    example.change(
        {
            LINKS: "- url: https://pont.example/hen\n  failed_on: [2025-11-10, 2025-11-17]\n  status: 404\n"
            "  where: [data/organizations/pont.yml:9, content/en/about.md]\n"
        }
    )
    found = tasks(on(example, date(2025, 11, 21)), "broken-link")
    assert [task.place for task in found] == [
        Place("data/organizations/pont.yml", line=9),
        Place("content/en/about.md"),
    ]
    assert {task.detail.words for task in found if task.detail} == {"404, last on 17 November 2025"}
    example.change({LINKS: "[]\n"})
    planner = example.planner()
    assert tasks(planner.once(health), "broken-link") == []
    assert json.loads(dict(export(Publication((planner,), ())))["en/site-health/health.json"]())["links_were_asked"]


def test_an_exemption_is_told_before_it_ends(example: "Example") -> None:
    """And for as long as it stands there after that."""
    example.change({CONTACT: {"unlike": [{"what": "numbers", "reason": "x", "until": "2025-12-01"}]}})
    coming = [task for step in on(example, date(2025, 11, 21)).ahead for _, task in step.tasks]
    assert [task.day for task in coming if task.place == Place(CONTACT, ("unlike", 0))] == [date(2025, 12, 2)]
    assert [task.place for task in tasks(on(example, date(2025, 12, 2)), "exemption")] == [
        Place(CONTACT, ("unlike", 0))
    ]


def test_it_is_grouped_by_who_can_do_it(example: "Example") -> None:
    """Organizations by their names, then posts, then what nobody answers for."""
    (due,) = [
        each for _, kinds in on(example, date(2025, 11, 21)).due for each in kinds if each.kind.id == "unconfirmed"
    ]
    assert isinstance(due, Due)
    names = [
        owned.owner.name.words["en"] if owned.owner else ""
        for owned in due.owners
        if not owned.owner or not owned.owner.name.same
    ]
    assert names == sorted(names, key=lambda name: (not name, name))
    assert all(task.owner == owned.owner for owned in due.owners for task in owned.tasks)


def test_the_file_says_the_same_as_the_page(example: "Example") -> None:
    """Every task, with its file, its page and what to do, in the language of the file."""
    planner = example.planner(language="cy")
    whole = json.loads(dict(export(Publication((planner,), ())))["cy/cyflwr-y-wefan/health.json"]())
    assert sum(len(each["tasks"]) for each in whole["due"]) == planner.once(health).count
    first = whole["due"][0]
    assert (first["weight"], first["title"]) == ("nobody", "Rhanbarthau heb rif i’w ffonio")
    assert first["tasks"][0]["file"] == "data/regions/ynys-las.yml"
    assert first["tasks"][0]["url"].startswith("https://bach.example/cy/rhanbarthau/")


def test_every_kind_says_what_it_is_and_what_to_do(example: "Example") -> None:
    """In the words of its domain."""
    planner = example.planner()
    for kind in planner.domains.upkeep:
        assert planner.say(f"upkeep.{kind.id}")
        assert planner.say(f"upkeep.{kind.id}.fix")


def test_a_subject_brings_its_own(example: "Example") -> None:
    """The page knows of no subject: what another domain registers is on it, and without any there is nothing to do."""
    planner = example.planner()
    assert health(replace(planner, domains=Domains(()))).count == 0
    kind = installed().upkeep[0]
    assert [
        each.kind
        for _, kinds in health(replace(planner, domains=Domains((Domain("one", upkeep=(kind,)),)))).due
        for each in kinds
    ] == [kind]


def test_only_those_who_know_its_address_find_it(built: "Example") -> None:
    """Search engines are asked not to list it, the sitemap leaves it out, and no page leads to it."""
    for address in ("en/site-health/", "cy/cyflwr-y-wefan/"):
        assert '<meta name="robots" content="noindex">' in (built.site / address / "index.html").read_text("utf-8")
        assert address not in (built.site / "sitemap.xml").read_text("utf-8")
    pages = [path for path in built.site.rglob("*.html") if path.parent.name not in ("site-health", "cyflwr-y-wefan")]
    assert pages
    assert [path for path in pages if 'href="/en/site-health/"' in path.read_text("utf-8")] == []
