"""The page of an audience: in which order its services stand, whom it rings, and what its links are called."""

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from drws.domains.directory.audience.page import AudienceView, plan
from drws.domains.directory.audience.services import everywhere_by_kind, nearby
from drws.kernel.text import Text
from drws.planning.way import way

from .example import ROOT

if TYPE_CHECKING:
    from drws.planning.plan import Planner
    from tests.example import Example

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


def words_of(text: str) -> set[str]:
    """The words of a text, the short form of *eich* among them."""
    plain = text.lower().replace("’ch ", " eich ")
    return set("".join(letter if letter.isalpha() else " " for letter in plain).split())


def test_who_speaks_to_a_child_says_ti_throughout() -> None:
    """The Welsh of a record that is `familiar` has no polite form, and neither has anything that is written for such a page."""
    records = [yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader) for path in (ROOT / "data").glob("*/*.yml")]
    files = [ROOT / "data" / "strings.yml", *(ROOT / "theme").glob("*/strings.yml")]
    strings = [entry for path in files for entry in yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader).items()]
    said = [
        *(words for record in records if _is_familiar(record) for words in _welsh(_without_polite(record))),
        *(words for record in records for familiar in _familiar(record) for words in _welsh(familiar)),
        *(words["cy"] for key, words in strings if ".familiar." in key),
    ]
    assert said
    for words in said:
        assert not POLITE & words_of(words), words


def test_a_guide_that_says_ti_says_so_throughout() -> None:
    """Outside what it proposes to say to somebody else: a child says *chi* to an office."""
    for path in (ROOT / "content" / "cy").rglob("*.md"):
        lines = path.read_text("utf-8").splitlines()
        said = re.sub("“[^”]*”", "", " ".join(line for line in lines if not line.startswith(">")))
        words = words_of(said)
        assert not ({"ti", "wyt", "gelli"} & words and POLITE & words), path


@pytest.mark.slow
def test_a_page_in_the_familiar_form_says_what_it_shows_of_others_in_it(buildable: "Example") -> None:
    """Whom to ring, and what its finder answers. The page of another keeps the polite form, also of the same contact."""
    rung = {"description": {"cy": "Ffoniwch.", "en": "Ring.", "familiar": {"cy": "Ffonia."}}}
    happens = {"what_happens": {"cy": "Clywch.", "en": "Listen.", "familiar": {"cy": "Clyw."}}}
    buildable.change(
        {
            "data/contacts/dros-nos.yml": {**rung, **happens},
            "data/audiences/oedolion.yml": {"contact_ids": ["dros-nos"]},
            "data/situations/aros.yml": {"form_of_address": "familiar"},
        }
    )
    familiar = ("cy/i-bwy/oedolion-a-fabwysiadwyd", "cy/cymorth-nawr/alla-i-ddim-aros")
    polite = ("cy/i-bwy/rhieni-mabwysiadol", "cy/cymorth-nawr/mae-rhywbeth-mawr-oi-le")
    buildable.show([f"{name}/index.html" for name in (*familiar, *polite)])
    for name in (*familiar, *polite):
        html = (buildable.site / name / "index.html").read_text("utf-8")
        assert "Ffoniwch." not in html or name in polite, name
        assert ("Ffonia." in html) == (name in familiar), name
        if "data-finder-words" in html:
            assert ("Teipia god post" in html) == (name in familiar), name
    assert "data-finder-words" in (buildable.site / familiar[0] / "index.html").read_text("utf-8")
    assert "Clyw." in (buildable.site / familiar[1] / "index.html").read_text("utf-8")


def _is_familiar(record: Any) -> bool:
    return isinstance(record, dict) and record.get("form_of_address") == "familiar"


def _familiar(value: Any) -> list[Any]:
    if isinstance(value, dict):
        own = [value["familiar"]] if "familiar" in value else []
        return own + [found for each in value.values() for found in _familiar(each)]
    return [found for each in value for found in _familiar(each)] if isinstance(value, list) else []


def _without_polite(value: Any) -> Any:
    """A text that has both forms, with the familiar one only."""
    if isinstance(value, dict):
        kept = {**value, **value.get("familiar", {})}
        return {key: _without_polite(each) for key, each in kept.items()}
    return [_without_polite(each) for each in value] if isinstance(value, list) else value


def _welsh(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["cy"]] if isinstance(value.get("cy"), str) else []
        return own + [words for each in value.values() for words in _welsh(each)]
    return [words for each in value for words in _welsh(each)] if isinstance(value, list) else []
