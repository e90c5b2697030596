"""What the library of policies holds: its facets, its orders, and a page for each, on the small example."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from drws.build.load import load
from drws.domains.policies.library.facets import PolicyFacet, page_of, policies_by_value, values_of
from drws.domains.policies.library.orders import PolicyOrder, in_order
from drws.domains.policies.library.page import plan
from drws.domains.policies.policy.record import Policy
from drws.planning.facets import NOT_RECORDED
from drws.search.collections import running_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drws.domains.policies.library.page import LibraryView
    from drws.kernel.site import Site
    from tests.example import Example

LETTERS, OLD = "cyswllt", "hen-gyswllt"


@pytest.fixture(scope="module")
def site(built: "Example") -> "Site":
    """The small example."""
    loaded = built.load()
    assert loaded.site
    return loaded.site


def found(site: "Site", facet: PolicyFacet, value: str) -> set[str]:
    """The ids of the policies under a value."""
    return {policy.id for policy in policies_by_value(site)[facet].get(value, ())}


def views(example: "Example") -> "Mapping[str, LibraryView]":
    """What the library prints in each language."""
    return {code: next(plan(example.planner(language=code))).view for code in ("cy", "en")}


def test_nothing_is_dropped(site: "Site") -> None:
    """In every facet each policy has a value, and is found under it; what its record does not say, under ‘not recorded’."""
    for policy in site.all(Policy):
        values = values_of(policy, site)
        assert set(values) == set(PolicyFacet)
        assert all(policy.id in found(site, facet, value) for facet, each in values.items() for value in each)
    assert OLD in found(site, PolicyFacet.OWNER, NOT_RECORDED)
    assert LETTERS not in found(site, PolicyFacet.OWNER, NOT_RECORDED)
    assert found(site, PolicyFacet.STATUS, "superseded") == {OLD}
    assert found(site, PolicyFacet.PUBLISHER, "other") == {OLD}
    assert {LETTERS, OLD} <= found(site, PolicyFacet.SCOPE, "national")


def test_a_policy_of_a_region_is_not_national(example: "Example") -> None:
    """It is found under its region alone."""
    example.change({f"data/policies/{OLD}.yml": {"region_ids": ["dyffryn"]}})
    changed = example.load().site
    assert changed
    assert found(changed, PolicyFacet.SCOPE, "dyffryn") == {OLD}
    assert OLD not in found(changed, PolicyFacet.SCOPE, "national")


@pytest.mark.parametrize(
    ("day", "year", "review"),
    [(date(2024, 1, 1), "2023", "later"), (date(2025, 3, 31), "2023", "overdue"), (date(2025, 4, 1), "2025", "later")],
)
def test_a_value_is_that_of_the_day(example: "Example", day: date, year: str, review: str) -> None:
    """The year is that of the version that counts on the day, and so is the review."""
    then = load(example.sources, day, day).site
    assert then
    values = values_of(then.of(Policy)[LETTERS], then)
    assert (values[PolicyFacet.YEAR], values[PolicyFacet.REVIEW]) == ((year,), (review,))


def test_orders(example: "Example") -> None:
    """The newest first, and the next review first; what has no date comes last; equals stay in alphabetical order."""
    dated = {"a": "2011-06", "b": None, "c": "2020-05", "d": "2011-06", "e": None}
    for id_, published in dated.items():
        version = {"version": "1", **({"published_date": published} if published else {})}
        record = {**_record(id_), "versions": [version], **({"review_months": "12"} if id_ in "ac" else {})}
        example.change({f"data/policies/{id_}.yml": record})
    loaded = example.load()
    assert example.lines(loaded.problems) == []
    assert loaded.site
    by_title = [loaded.site.of(Policy)[id_] for id_ in dated]
    ids = {order: "".join(each.id for each in in_order(by_title, order, loaded.site.as_of)) for order in PolicyOrder}
    assert ids == {PolicyOrder.TITLE: "abcde", PolicyOrder.DATE: "cadbe", PolicyOrder.REVIEW: "acbde"}


def test_values_are_the_same_in_every_language(built: "Example") -> None:
    """So that a choice survives the language switch."""
    in_languages = views(built)
    ids = [{facet.id: {each.id for each in facet.values} for facet in view.facets} for view in in_languages.values()]
    assert len(ids) > 1
    assert all(each == ids[0] for each in ids)


def test_every_value_and_order_leads_to_a_page_with_its_list(built: "Example") -> None:
    """In both languages: without JavaScript it is the only way to narrow down."""
    loaded = built.load()
    assert loaded.site
    assert loaded.addresses
    sitemap = (built.site / "sitemap.xml").read_text("utf-8")
    for language, view in views(built).items():
        lists = {
            value.page: found(loaded.site, PolicyFacet(facet.id), value.id)
            for facet in view.facets
            for value in facet.values
        }
        orders = {order.page: {policy.id for policy in loaded.site.all(Policy)} for order in view.orders}
        for page, ids in (lists | orders).items():
            path = loaded.addresses.path(page, language)
            html = (built.site / path / "index.html").read_text("utf-8")
            main = html[html.index("<main") :]
            for policy in loaded.site.all(Policy):
                assert (f'href="{loaded.addresses.url(policy, language)}"' in main) == (policy.id in ids), (
                    page,
                    policy.id,
                )
            assert path in sitemap
        assert page_of(PolicyFacet.STATUS, "superseded") in lists


def _record(id_: str) -> dict[str, object]:
    return {
        "id": id_,
        "name": {"same": id_.upper()},
        "policy_type_id": "gweithdrefn",
        "description": {"cy": "Polisi.", "en": "A policy."},
        "status": "not_known",
        "publisher_ids": ["bwrdd-bach"],
        "translation": "draft",
        "sources": [{"document": "cytundeb-bach"}],
    }


def test_what_is_shown_of_a_clause_tells_rows_and_items_apart() -> None:
    """The cells of a row, one row from the next, and the items of a list; what ends in a sign of its own keeps that."""
    clause = LexborHTMLParser(
        "<p>What goes where:</p><table><tr><th>What</th><th>Where</th></tr><tr><td>a letter</td><td>the box</td></tr></table>"
        "<ul><li>who wrote</li><li>on which day?</li><li>to whom</li></ul><p>Keep it.</p>"
    )
    assert running_text(clause) == (
        "What goes where: What · Where. a letter · the box. who wrote; on which day? to whom; Keep it."
    )
