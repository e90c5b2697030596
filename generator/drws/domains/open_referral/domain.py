"""Open Referral: the directory as the standard for directories of services has it (docs/open-data.md)."""

from drws.domains.open_referral.addresses import BUNDLE, FEED, TABLES, addresses
from drws.domains.open_referral.settings import OpenReferralSettings
from drws.planning.dataset import Dataset
from drws.planning.domain import Domain
from drws.planning.later import exports

DOMAIN = Domain(
    name="open_referral",
    settings=(OpenReferralSettings,),
    addresses=addresses,
    exports=exports("drws.domains.open_referral", "export", "tables.export"),
    datasets=(
        Dataset("open-referral", (BUNDLE, FEED), page="services", standard="https://docs.openreferral.org/"),
        Dataset("open-referral-tables", (TABLES,), page="services"),
    ),
)
