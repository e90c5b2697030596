"""Governance: how the partnership is run."""

from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.governance import check_hierarchy, panels
from drws.domains.governance.addresses import addresses
from drws.domains.governance.body import check_memberships, check_patterns
from drws.domains.governance.body.record import Body
from drws.domains.governance.complaint import check as complaints
from drws.domains.governance.complaint.record import ComplaintRoute
from drws.domains.governance.function import check as function_rules
from drws.domains.governance.function.record import Function
from drws.domains.governance.functions import functions
from drws.domains.governance.post.record import Post
from drws.domains.governance.settings import GovernanceSettings
from drws.planning.domain import Domain, SinglePage
from drws.planning.later import page_types
from drws.planning.panel import Panel

DOMAIN = Domain(
    name="governance",
    entities=(Body, Post, Function, ComplaintRoute),
    settings=(GovernanceSettings,),
    checks=(check_hierarchy, check_memberships, check_patterns, function_rules, complaints),
    single_pages=(
        SinglePage("governance", of=(Body, Function)),
        SinglePage("structure", of=(Body,), above="governance", order=10),
        SinglePage("posts", of=(Post,), above="governance", order=20),
        SinglePage("functions", of=(Function,), above="governance", order=30),
        SinglePage("coverage", of=(Function,), above="governance", order=40),
        SinglePage("complaints", of=(ComplaintRoute,), above="governance", order=110),
    ),
    sections={Body: "governance", Post: "posts", Function: "functions"},
    pages=page_types(
        "drws.domains.governance",
        "function.page",
        "coverage.page",
        "complaint.page",
        "page",
        "structure.page",
        "body.page",
        "post.page",
    ),
    addresses=addresses,
    functions=functions,
    panels=(
        Panel(
            (Region, Authority, Organization),
            "governance/panels/how-to-complain.html",
            panels.how_to_complain,
            slot="details",
        ),
        Panel((Region,), "governance/panels/run-by.html", panels.run_by),
        Panel((Authority, Organization), "governance/panels/part-in-governance.html", panels.part_in_governance),
    ),
    background_kinds=frozenset({"governance"}),
)
