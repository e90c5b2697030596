"""Site health: everything that has to be done for a site to stay right, in the order of what it means to visitors."""

import json
from dataclasses import replace
from datetime import date

import pytest

from drws.domains.registry import installed
from drws.domains.website.health.due import Health, health
from drws.domains.website.health.export import export
from drws.kernel.problem import Place
from drws.kernel.text import Said
from drws.planning.domain import Domain, Domains
from drws.planning.export import Publication
from drws.planning.plan import Planner
from drws.planning.upkeep import Task, Upkeep, Weight

from .example import EXAMPLE, Example

CONTACT = "data/contacts/pont-llinell-gymorth.yml"
"""Its organization confirmed it on 2025-10-30. Contact details have a half-life of 182 days, and hours one of 91."""
LINKS = "data/audits/links.yml"


@pytest.fixture(scope="module")
def planner() -> Planner:
    """What pages of the small example are planned with, in English."""
    return Example(EXAMPLE).planner()


@pytest.fixture(scope="module")
def now(planner: Planner) -> Health:
    """How the small example is on its day."""
    return health(planner)


def on(day: date, planner: Planner) -> Health:
    """The same on another day on which every fact is still shown."""
    return health(replace(planner, site=replace(planner.site, as_of=day)))


def due(found: Health, kind: str) -> list[Task]:
    """What is to be done now of a kind."""
    every = [due for _, kinds in found.due for due in kinds if due.kind.id == kind]
    return [task for due in every for owned in due.owners for task in owned.tasks]


def ahead(found: Health, file: str) -> set[tuple[int, str, date | None]]:
    """What is going to be due of a file: within how many days, what, and when."""
    return {
        (step.days, kind.id, each.day) for step in found.ahead for kind, each in step.tasks if each.place.file == file
    }


def test_what_matters_most_to_a_visitor_comes_first(now: Health) -> None:
    """A region that nobody can ring stands before a number that nobody has confirmed, and that before words."""
    weights = [weight for weight, _ in now.due]
    assert weights == [weight for weight in Weight if weight in weights]
    assert weights[0] is Weight.NOBODY
    (region,) = due(now, "region-without-number")
    assert (region.place, region.url) == (Place("data/regions/ynys-las.yml"), "/en/regions/adopt-blue-island/")
    assert now.count == sum(len(due(now, kind.id)) for kind in installed().upkeep)


@pytest.mark.parametrize(
    ("day", "is_due", "coming"),
    [
        (date(2025, 11, 1), False, (90, "to-confirm", date(2026, 1, 30))),
        (date(2025, 12, 31), False, (30, "to-confirm", date(2026, 1, 30))),
        (date(2026, 1, 31), True, (90, "to-be-withheld", date(2026, 5, 1))),
        (date(2026, 4, 30), True, (30, "to-be-withheld", date(2026, 5, 1))),
    ],
)
def test_a_fact_is_told_before_it_disappears(
    planner: Planner, day: date, *, is_due: bool, coming: tuple[int, str, date]
) -> None:
    """First that it has to be confirmed again, then that it is going to be left out."""
    found = on(day, planner)
    assert (CONTACT in {each.place.file for each in due(found, "to-confirm")}) is is_due
    assert coming in ahead(found, CONTACT)


def test_a_fact_that_has_disappeared_is_told() -> None:
    """Its record says which kinds of fact are no longer shown; what is still shown has to be confirmed."""
    found = health(Example(EXAMPLE).planner(date(2026, 5, 1)))
    (gone,) = [each for each in due(found, "no-longer-shown") if each.place.file == CONTACT]
    (left,) = [each for each in due(found, "to-confirm") if each.place.file == CONTACT]
    assert gone.detail
    assert left.detail
    assert (gone.detail.words, left.detail.words) == ("opening hours", "contact details, description")


def test_links_that_failed_are_told_where_they_stand(planner: Planner, example: Example) -> None:
    """Each at every place. A site whose links nobody has asked says so, and one where all answered does not."""
    assert not json.loads(json_of(planner))["links_were_asked"]
    example.change(
        {
            LINKS: "- url: https://pont.example/hen\n  failed_on: [2025-11-03, 2025-11-10, 2025-11-17]\n  status: 404\n"
            "  where: [data/organizations/pont.yml:9, content/en/about.md]\n"
            "- {url: https://pont.example/, failed_on: [2025-11-10, 2025-11-17], status: timeout, where: [content/en/about.md]}\n"
        }
    )
    asked = example.planner()
    found = due(health(asked), "broken-link")
    assert [each.place for each in found] == [
        Place("data/organizations/pont.yml", line=9),
        Place("content/en/about.md"),
    ]
    assert {each.detail.words for each in found if each.detail} == {"404, last on 17 November 2025"}
    assert json.loads(json_of(asked))["links_were_asked"]


def test_an_exemption_is_told_before_it_ends(example: Example) -> None:
    """And for as long as it stands there after that."""
    example.change({CONTACT: {"unlike": [{"what": "numbers", "reason": "x", "until": "2025-12-01"}]}})
    planner = example.planner()
    assert (30, "exemption", date(2025, 12, 2)) in ahead(health(planner), CONTACT)
    found = due(on(date(2025, 12, 2), planner), "exemption")
    assert [each.place for each in found] == [Place(CONTACT, ("unlike", 0))]


def test_it_is_grouped_by_who_can_do_it(now: Health) -> None:
    """Organizations by their names; what nobody answers for stands last."""
    (kind,) = [each for _, kinds in now.due for each in kinds if each.kind.id == "unconfirmed"]
    names = [owned.owner.name.in_language("en").words for owned in kind.owners if owned.owner]
    assert len(names) > 1
    assert names == sorted(names)
    assert all(each.owner == owned.owner for owned in kind.owners for each in owned.tasks)
    assert not any(owned.owner is None for owned in kind.owners[:-1])


def test_the_file_says_the_same_as_the_page(planner: Planner) -> None:
    """Every task, with its file, its page and what to do, in the language of the file."""
    welsh = replace(planner, language=planner.site.language("cy"))
    whole = json.loads(json_of(welsh))
    assert sum(len(each["tasks"]) for each in whole["due"]) == health(welsh).count
    first = whole["due"][0]
    assert (first["weight"], first["title"]) == ("nobody", "Rhanbarthau heb rif i’w ffonio")
    assert first["tasks"][0]["file"] == "data/regions/ynys-las.yml"
    assert first["tasks"][0]["url"].startswith("https://bach.example/cy/rhanbarthau/")


def json_of(planner: Planner) -> bytes:
    """The file for programs."""
    ((_, made),) = export(Publication((planner,), ()))
    return made()


def test_every_kind_says_what_it_is_and_what_to_do(planner: Planner) -> None:
    """In the words of its domain."""
    for kind in planner.domains.upkeep:
        assert planner.say(f"upkeep.{kind.id}")
        assert planner.say(f"upkeep.{kind.id}.fix")


def test_a_subject_brings_its_own(planner: Planner) -> None:
    """The page knows of no subject: what another domain registers is on it, and without any there is nothing to do."""
    assert health(replace(planner, domains=Domains(()))).count == 0
    kind = Upkeep("one", Weight.LATE, lambda _: [Task(Said("a", None), Place("data/a.yml"))])
    found = health(replace(planner, domains=Domains((Domain("one", upkeep=(kind,)),))))
    assert [(weight, each.kind, each.count) for weight, kinds in found.due for each in kinds] == [
        (Weight.LATE, kind, 1)
    ]


def test_only_those_who_know_its_address_find_it(built: Example) -> None:
    """Search engines are asked not to list it, the sitemap leaves it out, and no page leads to it."""
    for address in ("en/site-health/", "cy/cyflwr-y-wefan/"):
        assert '<meta name="robots" content="noindex">' in (built.site / address / "index.html").read_text("utf-8")
        assert address not in (built.site / "sitemap.xml").read_text("utf-8")
    pages = [path for path in built.site.rglob("*.html") if path.parent.name not in ("site-health", "cyflwr-y-wefan")]
    assert pages
    assert [path for path in pages if 'href="/en/site-health/"' in path.read_text("utf-8")] == []
