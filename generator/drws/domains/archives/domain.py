"""Archives: who made records of adoptions, and who holds them now."""

from drws.domains.archives.addresses import HOLDINGS_JSON, HOLDINGS_TABLE, PAGE, addresses
from drws.domains.archives.holding import check as holdings
from drws.domains.archives.holding.record import RecordHolding
from drws.domains.archives.settings import RecordSettings
from drws.planning.dataset import Dataset
from drws.planning.domain import Domain, SinglePage
from drws.planning.later import exports, page_types

DOMAIN = Domain(
    name="archives",
    entities=(RecordHolding,),
    settings=(RecordSettings,),
    checks=(holdings,),
    single_pages=(SinglePage(PAGE, of=(RecordHolding,)),),
    pages=page_types("drws.domains.archives", "holding.page"),
    addresses=addresses,
    exports=exports("drws.domains.archives", "holding.export"),
    datasets=(Dataset("record-holdings", (HOLDINGS_TABLE, HOLDINGS_JSON), page=PAGE),),
)
