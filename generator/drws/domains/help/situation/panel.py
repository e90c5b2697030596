"""On the pages of those who may need it, help now comes first. The page of a help line leads to the situations in which it is rung."""

from typing import NamedTuple

from drws.domains.directory.audience.record import Audience
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Organization
from drws.domains.help.situation.page import in_order
from drws.domains.help.situation.record import Situation
from drws.kernel.form_of_address import FormOfAddress
from drws.planning.plan import Planner


class HelpPanel(NamedTuple):
    """The situations that concern the people of a page."""

    situations: tuple[Situation, ...]
    form_of_address: FormOfAddress


def panel(audience: Audience, planner: Planner) -> HelpPanel | None:
    """What is shown on the page of an audience. Nothing where no situation names it."""
    concerned = tuple(each for each in planner.once(in_order) if audience.id in each.audience_ids)
    return HelpPanel(concerned, audience.form_of_address) if concerned else None


def of_organization(organization: Organization, planner: Planner) -> tuple[Situation, ...] | None:
    """The situations in which a line of the organization is rung. Nothing where there is none."""
    contacts = planner.site.of(Contact)
    rung = tuple(
        each
        for each in planner.once(in_order)
        if any(contacts[name].organization_id == organization.id for name in each.contact_ids if name in contacts)
    )
    return rung or None
