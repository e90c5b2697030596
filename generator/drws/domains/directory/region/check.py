"""Every region has authorities, and each lead authority is one of them.

Each authority names its own region, so that it is in exactly one. A region without authorities would be a page about nowhere.

Refused::

    data/regions/dyffryn.yml: {lead_authority_id: pen-yr-ynys}
"""

from collections.abc import Iterator

from drws.domains.directory.organization.record import Authority, Region
from drws.domains.directory.queries import authorities_in
from drws.kernel.problem import Problem
from drws.planning.check import Subject

ID = "coverage"


def check(subject: Subject) -> Iterator[Problem]:
    """Every region that has no authorities, or is led by one of another region."""
    site = subject.site
    codes: dict[str, str] = {}
    for authority in site.all(Authority):
        if first := codes.get(authority.code):
            yield Problem(authority.at("code"), "coverage.code-taken", {"code": authority.code, "id": first})
        codes[authority.code] = authority.id
    if subject.unread.get("authorities"):
        return
    for region in site.all(Region):
        members = authorities_in(region, site)
        if not members:
            yield Problem(region.at("id"), "coverage.empty-region", {"id": region.id})
        lead = site.get(Authority, region.lead_authority_id)
        if lead and members and lead not in members:
            yield Problem(
                region.at("lead_authority_id"),
                "coverage.lead-elsewhere",
                {"id": lead.id, "nearest": ", ".join(member.id for member in members)},
            )
