"""The ids of the feeds: UUIDs that follow from the name of a record, so that they are the same in each build and each language.

A UUID of version 5 (RFC 9562, section 5.5) is made of an address and a name. The address is written in `data/site.yml` and stays when the site
moves; the name is that of the record, which stays when its words change.
"""

from uuid import NAMESPACE_URL, uuid5

from drws.domains.open_referral.settings import OpenReferralSettings
from drws.kernel.entity import Entity
from drws.kernel.site import Site


def id_base(site: Site) -> str:
    """The address of which the ids are made."""
    return site.settings(OpenReferralSettings).open_referral.id_base or site.partnership.url


def uuid_of(site: Site, *names: str) -> str:
    """The id of something by the names that lead to it: `service`, `letterbox`, `location`, `office`."""
    return str(uuid5(NAMESPACE_URL, f"{id_base(site)}id/{'/'.join(names)}"))


def uuid_of_record(site: Site, record: Entity) -> str:
    """The id of a record."""
    return uuid_of(site, record.KIND, record.id)
