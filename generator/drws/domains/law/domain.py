"""The law: what everything rests on."""

from drws.domains.law.agreement import check_clauses, check_parties
from drws.domains.law.agreement import page as agreement
from drws.domains.law.agreement.record import Agreement
from drws.domains.law.functions import functions
from drws.domains.law.legislation import page as legislation
from drws.domains.law.legislation.record import Legislation
from drws.domains.law.right import page as right
from drws.domains.law.right.record import Right
from drws.planning.domain import Domain, SinglePage

DOMAIN = Domain(
    name="law",
    entities=(Legislation, Agreement, Right),
    checks=(check_clauses, check_parties),
    single_pages=(
        SinglePage("agreements", of=(Agreement,), above="governance", order=80),
        SinglePage("legislation", of=(Legislation,), above="governance", order=90),
        SinglePage("rights", of=(Right,), above="governance", order=100),
    ),
    sections={Agreement: "agreements", Legislation: "legislation"},
    functions=functions,
    pages=(agreement.plan, legislation.plan, right.plan),
)
