"""How much of a site the check of parity compares: by the pairs that it looks at, and nothing else."""

from typing import NamedTuple

from drws.domains.policies.policy.record import Policy
from drws.domains.policies.text.queries import policy_texts
from drws.domains.policies.text.record import PolicyText
from drws.domains.website.parity.comparison import texts_of
from drws.domains.website.parity.passages import passage_pairs
from drws.domains.website.parity.texts import text_pairs
from drws.kernel.site import Site


class Extent(NamedTuple):
    """Pairs of the first language with another one."""

    texts: int
    """Texts of records."""
    pages: int
    """Hand-written pages."""
    passages: int
    """Clauses of policies, and what stands before the first."""


def extent(site: Site) -> Extent:
    """Of a site as it is shown."""
    return Extent(
        sum(1 for record in (site.partnership, *site.entities) for _ in text_pairs(record)),
        sum(len(tuple(texts_of(page))) - 1 for page in site.authored.values()),
        sum(1 for text in compared_texts(site) for _ in passage_pairs(text)),
    )


def compared_texts(site: Site) -> list[PolicyText]:
    """The texts of policies that have a record, their annexes included."""
    texts = policy_texts(site)
    return [each for each in (*texts.by_version.values(), *texts.annexes.values()) if site.get(Policy, each.policy_id)]
