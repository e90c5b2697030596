"""A sheet for whoever has read a version: to print and sign, or to send as an email. The site keeps nothing of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from drws.domains.directory.contact.record import Contact
from drws.domains.governance.post.record import Post
from drws.domains.policies.addresses import reading_sheet
from drws.domains.policies.document.copy import ControlledCopy, controlled_copy
from drws.domains.policies.policy.record import Policy
from drws.domains.policies.policy.standing import standings
from drws.kernel.site import known
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class SheetView:
    """What a sheet prints."""

    policy: Policy
    copy: ControlledCopy
    owner: Post | None
    """Who answers for the policy."""
    mail: str
    """An email that says that the version was read, to whoever answers for it where that address is known (RFC 6068)."""
    is_addressed: bool
    """Is the address known?"""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One sheet for each version whose words stand here."""
    for policy in planner.by_name(planner.site.all(Policy)):
        for standing in standings(policy, planner.site.as_of):
            if copy := controlled_copy(policy, standing, planner):
                title = planner.say(
                    "read_sheet.title", name=planner.plain(policy.name), version=standing.version.version
                )
                view = _view(policy, copy, planner)
                yield planner.part_page(
                    reading_sheet(policy, standing.version),
                    policy,
                    title,
                    "policies/read-sheet.html",
                    view,
                    about=policy.description,
                )


def _view(policy: Policy, copy: ControlledCopy, planner: Planner) -> SheetView:
    owner = planner.site.get(Post, policy.owner_id)
    contacts = known(planner.site.of(Contact), owner.contact_ids if owner else ())
    to = next((email for contact in contacts for email in contact.emails), "")
    return SheetView(policy, copy, owner, _mail(to, copy, planner), is_addressed=bool(to))


def _mail(to: str, copy: ControlledCopy, planner: Planner) -> str:
    name, version = planner.plain(copy.name), copy.version.version
    subject = planner.say("read_sheet.title", name=name, version=version)
    lines = (
        planner.say("read_sheet.mail", name=name, version=version),
        "",
        copy.address,
        f"{planner.say('copy.fingerprint')}: {copy.fingerprint}",
        "",
        *(f"{planner.say(f'read_sheet.{line}')}: " for line in ("name", "post", "date")),
    )
    body = "\r\n".join(lines)  # as RFC 6068 has it
    return f"mailto:{quote(to, safe='@')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
