"""Facts age in public: the rule on the days on which something changes, and nothing of what is too old in any file of the site."""

import gzip
import re
import shutil
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from drws.domains.registry import installed
from drws.kernel.ageing import confirm_from, expires_on, is_expired
from drws.kernel.entity import Entity
from drws.kernel.fact_kind import FactKind
from drws.kernel.partnership import HalfLives

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.example import Example

CHECKED_ON = date(2025, 1, 1)
LIVES = HalfLives.model_validate({"hours": "10", "addresses": "0"})


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "checked"), (10, "checked"), (11, "confirm"), (20, "confirm"), (21, "nothing"), (9999, "nothing")],
)
def test_a_fact_ages_on_the_day_after_its_half_life(days: int, said: str) -> None:
    """The last day of the half-life still counts, and so does the last day of the second."""
    day = CHECKED_ON + timedelta(days=days)
    assert (day >= confirm_from(CHECKED_ON, 10)) is (said != "checked")
    assert is_expired(CHECKED_ON, FactKind.HOURS, day, LIVES) is (said == "nothing")


def test_the_days_of_change_are_those_of_the_rule() -> None:
    """Over a leap day too."""
    leap = date(2024, 2, 25)
    assert confirm_from(leap, 10) == date(2024, 3, 7)
    assert expires_on(leap, 10) == date(2024, 3, 17)


def test_a_half_life_of_no_days_is_over_on_the_next_day() -> None:
    """Nobody is asked to confirm it in between."""
    assert not is_expired(CHECKED_ON, FactKind.ADDRESS, CHECKED_ON, LIVES)
    assert is_expired(CHECKED_ON, FactKind.ADDRESS, CHECKED_ON + timedelta(days=1), LIVES)


def test_what_nobody_has_confirmed_does_not_age_and_neither_does_a_kind_without_a_half_life() -> None:
    """They are shown for ever."""
    later = date(2099, 1, 1)
    assert not is_expired(None, FactKind.HOURS, later, LIVES)
    assert not is_expired(CHECKED_ON, FactKind.DESCRIPTION, later, LIVES)


@pytest.mark.parametrize(
    "model", [each for each in installed().entities if each.AGES], ids=lambda model: model.__name__
)
def test_the_fields_that_age_exist_once(model: type[Entity]) -> None:
    """Every field named in the rule is one of the record's, under one kind."""
    named = [name for names in model.AGES.values() for name in names]
    assert len(named) == len(set(named))
    assert set(named) <= set(model.model_fields)


SECRETS: "dict[str, Mapping[str, Any]]" = {
    "data/contacts/pont-llinell-gymorth.yml": {
        "emails": ["hen-flwch@pont.example"],
        "website": {"cy": "https://hen.pont.example/"},
        "description": {"cy": "Hen ddisgrifiad y llinell.", "en": "Old words about the line."},
        "location_id": "pont-ystafell",
    },
    "data/locations/pont-ystafell.yml": {
        "location_type": "physical",
        "assured_date": "2025-10-30",
        "address": {"address_1": "Hen Dŷ", "city": "Llangwyn", "postal_code": "LD98 9ZZ", "country": "GB", "language": "cy"},
    },
    "data/services/grwp-rhieni.yml": {
        "summary": {"cy": "Hen grynodeb y grŵp.", "en": "Old summary of the group."},
        "description": {"cy": "Hen eiriau’r grŵp.", "en": "Old words of the group."},
        "fees_description": {"cy": "Hen bris.", "en": "An old price."},
        "website": {"en": "https://hen-grwp.example/"},
    },
}  # fmt: skip
OLD = ("0306 999 0123", "+443069990123", "hen-flwch@", "hen.pont.example", "Hen ddisgrifiad", "Old words", "Hen Dŷ", "LD98 9ZZ", "Hen grynodeb", "Old summary", "Hen eiriau", "Hen bris", "An old price", "hen-grwp.example", "10am")  # fmt: skip


SERVICE_PAGES = ("cy/gwasanaethau/grwp-rhieni/index.html", "en/services/parents-group/index.html")


@pytest.mark.slow
def test_what_is_too_old_is_in_no_file_of_the_site(buildable: "Example") -> None:
    """Nine years on no page, export or search index holds any of it; the pages say so, and what to do instead."""
    buildable.change(SECRETS)
    valley = {"address_1": "Tŷ Arall", "city": "Llangwyn", "postal_code": "LD97 9ZZ", "country": "GB", "language": "cy"}
    buildable.change({"data/locations/dyffryn-swyddfa.yml": {"address": valley}})
    files = buildable.files(date(2025, 11, 21))
    fresh = "".join(files[page]().decode() for page in SERVICE_PAGES)
    assert [each for each in OLD if each not in fresh] == []
    assert buildable.build(date(2034, 11, 21), search=True).is_published
    for path in buildable.site.rglob("*"):
        if path.is_file() and path.suffix in {".html", ".xml", ".json", ".txt", ".vcf"}:
            text = path.read_text("utf-8")
            assert [each for each in OLD if each in text] == [], path
    for path in buildable.site.glob("pagefind/fragment/*"):
        text = gzip.decompress(path.read_bytes()).decode()
        assert [each for each in OLD if each in text] == [], path
    organization = (buildable.site / "en/organisations/bridge-families/index.html").read_text("utf-8")
    for sentence in ("The contact details were", "The opening hours were", "The address was", "See who else can help"):
        assert sentence in organization
    service = (buildable.site / "cy/gwasanaethau/grwp-rhieni/index.html").read_text("utf-8")
    assert "Gwiriwyd y disgrifiad yn rhy bell yn ôl" in service


@pytest.mark.slow
def test_what_ages_neither_stops_the_build_nor_takes_a_page_away(buildable: "Example") -> None:
    """A service may be the first of which a language is no longer known, and the last that is free. A contact that is gone has no card."""
    for name in [path.stem for path in (buildable.root / "data/services").glob("*.yml")]:
        old = name == "grwp-rhieni"
        assured = {"assured_date": "2020-01-01" if old else "2025-11-01"}
        buildable.change({f"data/services/{name}.yml": {"languages": ["en" if old else "cy"], **assured}})
    buildable.show(["en/services/language-english/index.html", "en/services/language-not-recorded/index.html"])
    english = (buildable.site / "en/services/language-english/index.html").read_text("utf-8")
    assert "We have not recorded a service here yet." in english
    shutil.rmtree(buildable.site)
    assert buildable.build(date(2034, 11, 21)).is_published
    assert not list(buildable.site.rglob("pont-llinell-gymorth.vcf"))


def test_people_are_asked_to_confirm_before_that(buildable: "Example") -> None:
    """After the shortest half-life of what a record holds; the number is still there."""
    text = buildable.files(date(2026, 2, 20))["en/organisations/bridge-families/index.html"]().decode()
    assert 'data-confirm-from="2026-01-30"' in text
    assert "(16 weeks ago)" in text
    assert "hidden data-pagefind-ignore" not in text.partition('data-confirm-from="2026-01-30"')[2].partition(">")[0]
    assert "0306 999 0123" in text


def test_the_weeks_go_also_where_nothing_ages(buildable: "Example") -> None:
    """A site without half-lives asks nobody to confirm anything; “(3 weeks ago)” is out of date after a week all the same."""
    site = buildable.root / "data/site.yml"
    site.write_text(re.sub("^half_lives:.*\n", "", site.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    text = buildable.files()["en/organisations/bridge-families/index.html"]().decode()
    assert "data-confirm-from" not in text
    assert 'src="/assets/ageing.' in text
    assert 'data-weeks-until="2025-11-27"' in text
