"""A controlled copy: what each sheet of a version says about itself, so that a copy on paper can be told from what counts."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urljoin

from drws.domains.policies.addresses import version_page
from drws.domains.policies.document.fingerprint import fingerprint
from drws.domains.policies.document.qr import Code, code_of
from drws.domains.policies.policy.record import Policy, PolicyStatus, Version
from drws.domains.policies.policy.standing import VersionStanding, VersionState
from drws.domains.policies.text.queries import text_of
from drws.kernel.text import Text
from drws.kernel.values import PartialDate
from drws.planning.plan import Planner

ENDED = (PolicyStatus.SUPERSEDED, PolicyStatus.WITHDRAWN)
"""What is said of a whole policy holds of each of its versions."""


@dataclass(frozen=True, slots=True)
class ControlledCopy:
    """A version as each sheet names it."""

    name: Text
    """The name of the policy."""
    version: Version
    page: str
    """The name of the page of the version."""
    state: str
    """`draft`, `in_force`, `to_come`, `superseded`, `ended`, `withdrawn` or `undated`: a key of `copy.state`."""
    since: date | PartialDate | None
    """From which day the state holds, or will hold, where that is known. Of what ended by itself, the last day on which it held."""
    address: str
    """Where the version is, in full."""
    fingerprint: str
    as_of: date
    """The day on which all this was so."""
    area: Text | None = None
    """The area whose local parts stand on it as well."""

    @property
    def code(self) -> Code:
        """The address for a telephone. Drawn when the page is written, which several processes do."""
        return code_of(self.address)

    @property
    def is_draft(self) -> bool:
        """Does it bind nobody yet, because nobody has approved it?"""
        return self.state == VersionState.DRAFT


def controlled_copy(policy: Policy, shown: VersionStanding, planner: Planner) -> ControlledCopy | None:
    """What a copy of a version says about itself in the language of the planner. None where its words do not stand here."""
    text = text_of(policy, shown.version, planner.site)
    if text is None:
        return None
    page = version_page(policy, shown.version)
    address = urljoin(planner.site.partnership.url, planner.addresses.path(page, planner.code))
    state, since = _state(policy, shown)
    return ControlledCopy(
        name=policy.name,
        version=shown.version,
        page=page,
        state=state,
        since=since,
        address=address,
        fingerprint=fingerprint(text, planner.code),
        as_of=planner.site.as_of,
    )


def copy_in_area(copy: ControlledCopy | None, area: Text, page: str, planner: Planner) -> ControlledCopy | None:
    """The same with what an area adds: the address is that of the page on which it stands."""
    address = urljoin(planner.site.partnership.url, planner.addresses.path(page, planner.code))
    return replace(copy, area=area, address=address) if copy else None


def _state(policy: Policy, shown: VersionStanding) -> tuple[str, date | PartialDate | None]:
    if policy.status is PolicyStatus.DRAFT:
        return VersionState.DRAFT, None
    if shown.state is VersionState.SUPERSEDED:
        return shown.state, shown.until + timedelta(days=1) if shown.until else None
    if policy.status in ENDED:
        return policy.status, None
    if shown.state is VersionState.ENDED:
        return shown.state, shown.until
    return shown.state, shown.version.in_force.start_date
