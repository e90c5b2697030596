"""The page of an audience: in which order its services stand, whom it rings, and what its links are called."""

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from drws.domains.directory.audience.page import AudienceView, plan
from drws.domains.directory.audience.services import everywhere_by_kind, nearby
from drws.kernel.text import Text
from drws.planning.way import way

from .conftest import ROOT

if TYPE_CHECKING:
    from drws.planning.plan import Planner
    from tests.conftest import Example

PARENTS = "data/audiences/rhieni.yml"


def view_of(id_: str, planner: "Planner") -> AudienceView:
    """What the page of an audience prints."""
    view: AudienceView = next(page.view for page in plan(planner) if page.name == f"audience:{id_}")
    return view


def here(planner: "Planner", region: str = "dyffryn") -> list[str]:
    """The ids of the parents' services in a region, in their order."""
    parents = view_of("rhieni", planner).audience
    return [service.id for each in nearby(parents, planner) if each.region.id == region for service in each.services]


def everywhere(planner: "Planner") -> list[tuple[str, list[str]]]:
    """The kinds of help and the parents' services that are in every region."""
    groups = everywhere_by_kind(view_of("rhieni", planner).audience, planner)
    return [(kind.id, [service.id for service in services]) for kind, services in groups]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [(["cyswllt"], ["blwch-llythyrau", "grwp-rhieni"]), (["cwrdd"], ["grwp-rhieni", "blwch-llythyrau"])],
)
def test_services_follow_the_kinds_of_help_that_an_audience_needs(
    kinds: list[str], expected: list[str], example: "Example"
) -> None:
    """Whatever the alphabet says."""
    example.change({PARENTS: {"kind_of_help_ids": kinds}})
    assert here(example.planner()) == expected


def test_what_is_made_for_few_stands_before_what_is_for_many(example: "Example") -> None:
    """Within a kind of help."""
    both: dict[str, Any] = {"area_ids": ["pobman"], "kind_of_help_ids": ["cyswllt"]}
    example.change(
        {
            "data/services/blwch-llythyrau.yml": {**both, "audience_ids": ["rhieni", "oedolion"]},
            "data/services/grwp-rhieni.yml": {**both, "audience_ids": ["rhieni"]},
        }
    )
    assert everywhere(example.planner()) == [("cyswllt", ["grwp-rhieni", "blwch-llythyrau"])]


def test_a_service_that_is_everywhere_stands_once(example: "Example") -> None:
    """Under the first kind of help, although it gives two, and in no region."""
    example.change(
        {
            "data/services/grwp-rhieni.yml": {"area_ids": ["pobman"], "kind_of_help_ids": ["cwrdd", "cyswllt"]},
            PARENTS: {"kind_of_help_ids": ["cyswllt", "cwrdd"]},
        }
    )
    planner = example.planner()
    assert everywhere(planner) == [("cyswllt", ["grwp-rhieni"])]
    assert "grwp-rhieni" not in here(planner)


def test_a_region_stands_there_with_its_number_also_where_it_has_no_service(example: "Example") -> None:
    """Whoever lives there can ring all the same."""
    example.change({"data/services/blwch-llythyrau.yml": {"audience_ids": ["rhieni"]}})
    regions = {each.region.id: each for each in view_of("oedolion", example.planner()).nearby}
    assert regions["dyffryn"].services == ()
    assert regions["dyffryn"].phone
    assert regions["ynys-las"].phone is None


def test_where_no_contact_has_a_telephone_the_partnership_has(example: "Example") -> None:
    """Its own contacts stay first."""
    example.change(
        {
            PARENTS: {"contact_ids": ["dros-dro"]},
            "data/contacts/dros-dro.yml": """
                id: dros-dro
                organization_id: pont
                name: {cy: E-bost, en: Email}
                purpose: helpline
                emails: [post@pont.example]
                sources: [{url: "https://pont.example/"}]
                translation: draft
                """.replace("\n                ", "\n"),
        }
    )
    contacts = [contact.id for contact in view_of("rhieni", example.planner()).contacts]
    assert contacts == ["dros-dro", "pont-llinell-gymorth"]


@pytest.mark.parametrize(
    ("target", "text", "words", "url"),
    [
        ("page:about/people", None, "Y bobl", "/cy/amdanom-ni/y-bobl/"),
        ("page:contact", None, "Cysylltu â ni", "/cy/cysylltu/"),
        ("contact", None, "Cysylltu â ni", "/cy/cysylltu/"),
        ("service:grwp-rhieni", None, "Grŵp rhieni", "/cy/gwasanaethau/grwp-rhieni/"),
        ("page:rights#everyone", Text({"cy": "Hawliau", "en": "Rights"}), "Hawliau", "/cy/hawliau/#everyone"),
    ],
)
def test_a_link_says_the_title_of_the_page_or_words_of_its_own(
    target: str, text: Text | None, words: str, url: str, example: "Example"
) -> None:
    """In the language of the page, whatever kind of page it is."""
    found = way(target, text, example.planner(language="cy"))
    assert (found.words.words, found.url) == (words, url)


POLITE = {"chi", "chithau", "eich", "ydych", "rydych", "gallwch", "cewch", "arnoch", "wrthych", "gennych", "ffoniwch", "gofynnwch"}  # fmt: skip


def test_who_speaks_to_a_child_says_ti_throughout() -> None:
    """The Welsh of a record that is `familiar` has no polite form, and neither have the words of the interface for it."""
    records = [yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / "data" / "audiences").glob("*.yml")]
    strings = yaml.safe_load((ROOT / "theme" / "directory" / "strings.yml").read_text("utf-8"))
    said = [
        *(words for record in records if record.get("form_of_address") == "familiar" for words in _welsh(record)),
        *(words["cy"] for key, words in strings.items() if key.startswith("audience.familiar.")),
    ]
    assert said
    for words in said:
        plain = words.lower().replace("’ch ", " eich ")
        assert not POLITE & set("".join(letter if letter.isalpha() else " " for letter in plain).split()), words


def _welsh(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["cy"]] if isinstance(value.get("cy"), str) else []
        return own + [words for each in value.values() for words in _welsh(each)]
    return [words for each in value for words in _welsh(each)] if isinstance(value, list) else []
