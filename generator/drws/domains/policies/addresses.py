"""Where the lists of the library and the roles are, and below each policy its versions, by the day from which each is in force."""

from collections.abc import Iterator
from itertools import combinations

from drws.domains.policies.changes.feeds import feeds
from drws.domains.policies.library import facets, orders
from drws.domains.policies.library.facets import policies_by_value
from drws.domains.policies.library.orders import PolicyOrder
from drws.domains.policies.library.value_names import value_name, words_of
from drws.domains.policies.local.areas import local_areas
from drws.domains.policies.local.view import local_page
from drws.domains.policies.policy.record import Policy, Version
from drws.domains.policies.review.reviews import reviews
from drws.domains.policies.settings import PolicyRole, PolicySettings
from drws.domains.policies.text.queries import text_of
from drws.planning.addresses import Naming, name_of, slugged

REVIEWS_JSON = "reviews-json"
REVIEW_TABLE = "reviews-csv"
REVIEW_CALENDAR = "reviews-ics"
"""The names of the files with all reviews."""


def addresses(naming: Naming) -> Iterator[tuple[str, str]]:
    """Every list of the library, every role, every version whose words stand here with its sheet, every comparison of two, every policy in an
    area, the files of the reviews, and the feeds.
    """
    yield from _lists(naming)
    for role in naming.site.settings(PolicySettings).policy_roles if naming.site.all(Policy) else ():
        yield role_page(role), naming.below("policy-duties", role.name.in_language(naming.language).words)
    if naming.site.all(Policy):
        calendar = [REVIEW_CALENDAR] if reviews(naming.site) else []  # one without an entry is none (RFC 5545, 3.6)
        for file in (REVIEWS_JSON, REVIEW_TABLE, *calendar):
            yield file, _file(naming, "reviews", ending=file.removeprefix("reviews-"))
    for feed in feeds(naming.site):
        ending = f"{feed.facet}-{feed.id}.atom" if feed.facet else f"{naming.segments['policy-changes']}.atom"
        yield feed.page, f"{naming.language}/{naming.segments['policy-changes']}/{ending}"
    for policy in naming.site.all(Policy):
        own = naming.record("policies", policy)
        versions = [version for version in policy.versions if text_of(policy, version, naming.site)]
        for version in versions:
            yield version_page(policy, version), f"{own}@{point_in_time(version)}/"
            sheet = f"@{point_in_time(version)}/{naming.segments['read-sheet']}/"
            yield reading_sheet(policy, version), f"{own}{sheet}"
        for before, after in combinations(versions, 2):
            pair = f"@{point_in_time(before)}/@{point_in_time(after)}"
            yield comparison_page(policy, before, after), f"{own}{pair}/"
        for area in local_areas(policy, naming.site):
            yield local_page(policy, area), f"{own}{slugged(area.slug_words(naming.language)) or area.id}/"


def _file(naming: Naming, page: str, *, ending: str) -> str:
    """The address of a file of the page `reviews`: `en/policy-reviews/policy-reviews.csv`."""
    segment = naming.segments[page]
    return f"{naming.language}/{segment}/{segment}.{ending}"


def _lists(naming: Naming) -> Iterator[tuple[str, str]]:
    """The pages of the values of facets, and those of orders."""
    language = naming.language
    for facet, by_value in policies_by_value(naming.site).items():
        for value in by_value:
            name = words_of(value_name(facet, value, naming.site, naming.strings, language), language)
            yield (
                facets.page_of(facet, value),
                naming.below("policies", f"{naming.segments[f'library.{facet}']} {name}"),
            )
    for order in PolicyOrder if naming.site.all(Policy) else ():
        if order is not PolicyOrder.TITLE:
            yield orders.page_of(order), naming.below("policies", naming.segments[f"library-order.{order}"])


def version_page(policy: Policy, version: Version) -> str:
    """The name of the page of a version: `policy:letterbox@1.0`."""
    return f"{name_of(policy)}@{version.version}"


def reading_sheet(policy: Policy, version: Version) -> str:
    """The name of the sheet that says that a version was read: `policy-sheet:letterbox@1.0`."""
    return f"policy-sheet:{policy.id}@{version.version}"


def comparison_page(policy: Policy, before: Version, after: Version) -> str:
    """The name of the page that compares two versions: `policy-comparison:letterbox@1.0..1.1`."""
    return f"policy-comparison:{policy.id}@{before.version}..{after.version}"


def point_in_time(version: Version) -> str:
    """What stands for a version in its address: the day from which it is in force; its name, where it has never been said to be."""
    start = version.in_force.start_date
    return start.iso if start else version.version


def role_page(role: PolicyRole) -> str:
    """The name of the page with what policies ask of a role: `policy-role:agency`."""
    return f"policy-role:{role.id}"
