"""Texts by the policies that they belong to."""

from drws.domains.policies.local.record import Annex
from drws.domains.policies.policy.record import Policy, Version
from drws.domains.policies.text.record import PolicyText, PolicyTexts
from drws.kernel.site import Site


def policy_texts(site: Site) -> PolicyTexts:
    """Every text of a site: none where it has no such files."""
    return site.dataset(PolicyTexts) or PolicyTexts()


def text_of(policy: Policy, version: Version, site: Site) -> PolicyText | None:
    """The words of a version, where they stand here."""
    return policy_texts(site).by_version.get((policy.id, version.version))


def annex_text(policy: Policy, annex: Annex, site: Site) -> PolicyText | None:
    """The words of an annex, where they could be read."""
    return policy_texts(site).annexes.get((policy.id, annex.area_id, annex.version))
