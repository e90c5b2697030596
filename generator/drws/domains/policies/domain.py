"""Policies: what staff must do, which version is in force, and what changed."""

from drws.domains.diary.duty.record import Duty
from drws.domains.diary.meeting.record import Meeting
from drws.domains.directory.audience.record import Audience
from drws.domains.directory.organization.record import Authority, Region
from drws.domains.directory.service.record import Service
from drws.domains.governance.function.record import Function
from drws.domains.law.agreement.record import Agreement
from drws.domains.law.legislation.record import Legislation
from drws.domains.policies import check_launch
from drws.domains.policies.addresses import REVIEW_CALENDAR, REVIEW_TABLE, REVIEWS_JSON, addresses
from drws.domains.policies.functions import functions
from drws.domains.policies.local import check as annexes
from drws.domains.policies.policy import check_succession, check_versions
from drws.domains.policies.policy.record import Policy
from drws.domains.policies.settings import PolicySettings
from drws.domains.policies.text import check as policy_text
from drws.domains.policies.text.read import POLICY_TEXTS
from drws.kernel.roles import Actor
from drws.planning.dataset import Dataset
from drws.planning.domain import Domain, SinglePage
from drws.planning.later import exports, later, page_types
from drws.planning.panel import Panel
from drws.planning.upkeep import Upkeep, Weight

UPKEEP = "drws.domains.policies.review.upkeep"

DOMAIN = Domain(
    name="policies",
    entities=(Policy,),
    settings=(PolicySettings,),
    readers=(POLICY_TEXTS,),
    checks=(check_versions, check_succession, policy_text, annexes),
    launch_checks=(check_launch,),
    single_pages=(
        SinglePage("policies", of=(Policy,), above="governance", order=75),
        SinglePage("policy-duties", of=(Policy,), above="policies", order=10),
        SinglePage("reviews", of=(Policy,), above="policies", order=30),
        SinglePage("policy-changes", of=(Policy,), above="policies", order=40),
    ),
    sections={Policy: "policies"},
    pages=page_types(
        "drws.domains.policies",
        "library.page",
        "library.facet_page",
        "policy.page",
        "comparison.page",
        "document.sheet",
        "role.page",
        "review.page",
        "changes.page",
    ),
    addresses=addresses,
    functions=functions,
    panels=(
        Panel(
            (Actor, Agreement, Audience, Duty, Function, Legislation, Meeting, Service),
            "policies/panels/related.html",
            later("drws.domains.policies.panels", "related"),
        ),
        Panel(("duties",), "policies/panels/in-words.html", later("drws.domains.policies.panels", "in_words")),
        Panel(
            (Region, Authority),
            "policies/panels/local.html",
            later("drws.domains.policies.local.panel", "local_policies"),
        ),
        Panel((Actor,), "policies/panels/asked.html", later("drws.domains.policies.panels", "asked")),
    ),
    exports=exports("drws.domains.policies", "review.export", "changes.export"),
    datasets=(
        Dataset("policy-changes", ("feed", "feed:"), page="policy-changes"),
        Dataset("policy-reviews", (REVIEW_TABLE, REVIEWS_JSON, REVIEW_CALENDAR), page="reviews"),
    ),
    documents=page_types("drws.domains.policies", "document.pdf"),
    upkeep=(
        Upkeep("policy-review", Weight.LATE, later(UPKEEP, "policy_reviews")),
        Upkeep("review-not-set", Weight.LATE, later(UPKEEP, "reviews_not_set")),
    ),
    background_kinds=frozenset({"policy"}),
)
