"""What templates can ask of the law about a record that they print."""

from collections.abc import Callable, Mapping
from typing import Any

from drws.domains.directory.service.record import Service
from drws.domains.law.agreement.record import Agreement
from drws.domains.law.legislation.record import Legislation
from drws.domains.law.provision import Provision
from drws.domains.law.right.record import Right
from drws.kernel.site import known
from drws.planning.plan import Planner


def functions(planner: Planner) -> Mapping[str, Callable[..., Any]]:
    """By the names that templates use."""
    site = planner.site

    def legislation_of(provision: Provision) -> Legislation | None:
        return site.get(Legislation, provision.legislation_id)

    def agreement_of(provision: Provision) -> Agreement | None:
        return site.get(Agreement, provision.agreement_id)

    def services_of(right: Right) -> tuple[Service, ...]:
        return known(site.of(Service), right.service_ids)

    return {"agreement_of": agreement_of, "legislation_of": legislation_of, "services_of": services_of}
