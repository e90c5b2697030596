"""The law: what everything rests on."""

from drws.domains.law import check_launch
from drws.domains.law.agreement import check_clauses, check_parties
from drws.domains.law.agreement.record import Agreement
from drws.domains.law.functions import functions
from drws.domains.law.legislation.record import Legislation
from drws.domains.law.right.record import Right
from drws.planning.domain import Domain, SinglePage
from drws.planning.later import page_types

DOMAIN = Domain(
    name="law",
    entities=(Legislation, Agreement, Right),
    checks=(check_clauses, check_parties),
    launch_checks=(check_launch,),
    single_pages=(
        SinglePage("agreements", of=(Agreement,), above="governance", order=80),
        SinglePage("legislation", of=(Legislation,), above="governance", order=90),
        SinglePage("rights", of=(Right,), above="governance", order=100),
    ),
    sections={Agreement: "agreements", Legislation: "legislation"},
    functions=functions,
    pages=page_types("drws.domains.law", "agreement.page", "legislation.page", "right.page"),
)
