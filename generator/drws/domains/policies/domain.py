"""Policies: what staff must do, which version is in force, and what changed."""

from drws.domains.policies.addresses import addresses
from drws.domains.policies.functions import functions
from drws.domains.policies.policy import check_succession, check_versions
from drws.domains.policies.policy.record import Policy
from drws.domains.policies.settings import PolicySettings
from drws.domains.policies.text import check as policy_text
from drws.domains.policies.text.read import POLICY_TEXTS
from drws.planning.domain import Domain, SinglePage
from drws.planning.later import page_types

DOMAIN = Domain(
    name="policies",
    entities=(Policy,),
    settings=(PolicySettings,),
    readers=(POLICY_TEXTS,),
    checks=(check_versions, check_succession, policy_text),
    single_pages=(SinglePage("policies", of=(Policy,), above="governance", order=75),),
    sections={Policy: "policies"},
    pages=page_types("drws.domains.policies", "library.page", "policy.page", "comparison.page"),
    addresses=addresses,
    functions=functions,
    background_kinds=frozenset({"policy"}),
)
