"""Addresses never die: what is answered where something was published."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drws.domains.directory.service.record import Service
from drws.domains.website.ledger.answers import Answers, answers
from drws.domains.website.ledger.read import ledger_of
from drws.domains.website.ledger.record import Ledger
from drws.domains.website.ledger.written import as_yaml, with_todays
from drws.planning.addresses import addresses

from .example import Example

if TYPE_CHECKING:
    from drws.build.load import Loaded

GROUP = {"cy": "cy/gwasanaethau/grwp-rhieni/", "en": "en/services/parents-group/"}
"""Where a service of the small example is."""


@pytest.fixture(scope="module")
def loaded(made_once: Path) -> "Loaded":
    """The small example."""
    return Example(made_once / "example").load()


def answered(loaded: "Loaded", published: Mapping[str, Mapping[str, Sequence[str]]]) -> Answers:
    """What a site answers at addresses that were published."""
    assert loaded.site
    assert loaded.addresses
    ledger = Ledger({name: {code: tuple(each) for code, each in of.items()} for name, of in published.items()})
    return answers(ledger, loaded.site, loaded.addresses, loaded.domains)


def renamed(loaded: "Loaded", id_: str, former: str) -> "Loaded":
    """The same with a service that says an id that it had."""
    assert loaded.site
    services = dict(loaded.site.of(Service))
    services[id_] = services[id_].model_copy(update={"former_ids": (former,)})
    return replace(loaded, site=replace(loaded.site, records={**loaded.site.records, Service: services}))


def test_a_page_with_another_title_is_led_to_from_every_address_that_it_had(loaded: "Loaded") -> None:
    """In one step, however often it was renamed, in each language to the page in that language."""
    first, second = "en/services/parents/", "en/services/group/"
    found = answered(loaded, {"service:grwp-rhieni": {"cy": ["cy/hen/"], "en": [GROUP["en"], second, first]}})
    assert found.moved == {"cy/hen/": GROUP["cy"], second: GROUP["en"], first: GROUP["en"]}
    assert (found.lost, found.taken, found.gone) == ([], [], [])


def test_a_title_that_is_changed_back_leaves_no_circle(loaded: "Loaded") -> None:
    """The address that is today’s again leads nowhere else, and the one in between leads to it."""
    assert loaded.site
    assert loaded.addresses
    before = Ledger({"service:grwp-rhieni": {"cy": ("cy/hen/",), "en": ("en/between/", GROUP["en"])}})
    now = with_todays(before, loaded.site, loaded.addresses).addresses["service:grwp-rhieni"]
    assert now == {"cy": (GROUP["cy"], "cy/hen/"), "en": (GROUP["en"], "en/between/")}
    assert answered(loaded, {"service:grwp-rhieni": now}).moved == {
        "cy/hen/": GROUP["cy"],
        "en/between/": GROUP["en"],
    }


def test_a_record_with_another_id_takes_all_its_addresses_with_it(loaded: "Loaded") -> None:
    """Its page, also where its name changed as well, the pages below it, and files whose names have the id in them."""
    now = renamed(loaded, "grwp-rhieni", "y-rhieni")
    found = answered(now, {"service:y-rhieni": {"cy": ["cy/hen/"]}, "service:rhieni": {"cy": ["cy/rhieni/"]}})
    assert found.moved == {"cy/hen/": GROUP["cy"]}
    assert [each.name for each in found.lost] == ["service:rhieni"]
    files = answered(loaded, {"card:llinell-nos": {"cy": ["cy/cysylltu/llinell-nos.vcf"]}})
    assert files.moved == {"cy/cysylltu/llinell-nos.vcf": "cy/cysylltu/dros-nos.vcf"}


def test_what_was_withdrawn_says_so_at_its_last_address(loaded: "Loaded") -> None:
    """The earlier ones lead there. A language that the site had not yet gets an address; those of one that it has no longer lead on."""
    had = ["en/services/friday-evening-club/", "en/services/friday/"]
    found = answered(loaded, {"service:clwb-nos-wener": {"en": had, "fr": ["fr/club/"]}})
    [page] = found.withdrawn
    assert page.addresses == {"cy": "cy/services/friday-evening-club/", "en": had[0]}
    assert found.moved == {had[1]: had[0], "fr/club/": page.addresses["cy"]}


def test_a_part_that_is_gone_leads_to_the_page_above_it(loaded: "Loaded") -> None:
    """A narrowed list to the whole list, also where that has moved; what nothing is above to the home page. Nobody is asked about them."""
    found = answered(
        loaded,
        {
            "facet:cost.free": {"en": ["en/services/cost-nothing/"]},
            "facet:area.arall": {"en": ["en/services/area-elsewhere/"], "fr": ["fr/services/ailleurs/"]},
            "service:grwp-rhieni": {"en": [GROUP["en"], "en/services/parents/"]},
            "local:y": {"en": ["en/services/parents/north/"]},
            "dances": {"en": ["en/dances/"]},
            "dance:waltz": {"en": ["en/dances/waltz/"]},
        },
    )
    assert found.moved == {
        "en/services/cost-nothing/": "en/services/cost-free/",
        "en/services/area-elsewhere/": "en/services/",
        "fr/services/ailleurs/": "cy/",
        "en/services/parents/": GROUP["en"],
        "en/services/parents/north/": GROUP["en"],
        "en/dances/": "en/",
        "en/dances/waltz/": "en/",
    }
    assert found.lost == []


def test_a_page_does_not_become_a_file(loaded: "Loaded") -> None:
    """Nor a file a page, whatever somebody writes into the ledger."""
    found = answered(loaded, {"card:dros-nos": {"en": ["en/night/"]}, "service:grwp-rhieni": {"en": ["en/group.vcf"]}})
    assert (found.moved, found.gone) == ({"en/night/": "en/"}, ["en/group.vcf"])


def test_nothing_leads_to_what_is_not_there(loaded: "Loaded") -> None:
    """Whatever was published, each address is there, or leads straight to one that is."""
    assert loaded.site
    assert loaded.addresses
    ledger = with_todays(ledger_of(loaded.site) or Ledger(), loaded.site, loaded.addresses)
    found = answers(ledger, loaded.site, loaded.addresses, loaded.domains)
    there = {*loaded.addresses.paths.values(), *(each for page in found.withdrawn for each in page.addresses.values())}
    assert {each.address for each in ledger} <= there | found.moved.keys() | set(found.gone)
    assert set(found.moved.values()) <= there
    assert not found.moved.keys() & there


def test_a_language_that_the_site_has_no_longer_leads_to_the_first(loaded: "Loaded") -> None:
    """A site in one language still answers to those who have an address in the other."""
    assert loaded.site
    one = replace(loaded.site, languages=tuple(each for each in loaded.site.languages if each.code == "en"))
    assert loaded.strings
    alone = replace(loaded, site=one, addresses=addresses(one, loaded.strings, loaded.domains))
    found = answered(alone, {"service:grwp-rhieni": {code: [each] for code, each in GROUP.items()}})
    assert found.moved == {GROUP["cy"]: GROUP["en"]}


def test_the_ledger_is_written_as_it_is_read(example: Example, loaded: "Loaded") -> None:
    """A second run changes nothing, and a difference has a line for each name."""
    assert loaded.site
    assert loaded.addresses
    ledger = with_todays(Ledger(), loaded.site, loaded.addresses)
    text = as_yaml(ledger)
    example.change({"data/addresses.yml": text, "data/withdrawals/hen-glwb.yml": "null"})
    again = example.load()
    assert again.site
    assert ledger_of(again.site) == ledger
    assert as_yaml(with_todays(ledger, loaded.site, loaded.addresses)) == text
    names = [line.strip().partition(": {")[0] for line in text.splitlines() if line.startswith("  ")]
    assert names == sorted(ledger.addresses)


@pytest.mark.slow
def test_hosts_are_told(built: Example) -> None:
    """Those that redirect and answer with 410 need no page for it."""
    moved = (built.site / "_redirects").read_text("utf-8").splitlines()
    assert "/en/glossary/list-of-services/ /en/glossary/directory/ 301" in moved
    assert "/cy/cysylltu/llinell-nos.vcf /cy/cysylltu/dros-nos.vcf 301" in moved
    said = re.findall(r"location = (\S+) \{[^}]*return 410; \}", (built.site / "nginx.conf").read_text("utf-8"))
    assert said == ["/cy/gwasanaethau/clwb-nos-wener/", "/en/services/friday-evening-club/"]
