"""What every site has, whatever it is about."""

from drws.domains.website import check_colours as colours
from drws.domains.website.addresses import ADDRESSES, BUILD_INFO, LLMS, LLMS_ROOT, SITEMAP, files
from drws.domains.website.exit_this_page import check as exit_this_page
from drws.domains.website.exit_this_page.functions import functions
from drws.domains.website.ledger import check as ledger
from drws.domains.website.ledger import check_former as former_names
from drws.domains.website.ledger.read import LEDGER
from drws.domains.website.parity import check as parity
from drws.domains.website.personal_data import check as personal_data
from drws.domains.website.search import check as search_words
from drws.domains.website.search.read import BEST_BETS, SEARCH_TOPICS, SEARCH_WORDS
from drws.domains.website.settings import WebsiteSettings
from drws.domains.website.withdrawal.record import Withdrawal
from drws.planning.checks import addresses, blocks, confidence, dates, identity, links, references
from drws.planning.dataset import Dataset
from drws.planning.domain import Domain, SinglePage
from drws.planning.later import exports, page_types

DOMAIN = Domain(
    name="website",
    is_required=True,
    entities=(Withdrawal,),
    settings=(WebsiteSettings,),
    readers=(SEARCH_WORDS, BEST_BETS, SEARCH_TOPICS, LEDGER),
    checks=(
        identity,
        references,
        links,
        blocks,
        addresses,
        former_names,
        ledger,
        dates,
        confidence,
        search_words,
        colours,
        exit_this_page,
        parity,
        personal_data,
    ),
    single_pages=(
        SinglePage("search"),
        SinglePage("parity", languages=2),
        SinglePage("open-data"),
        SinglePage("not-found", path="404.html"),
    ),
    pages=page_types(
        "drws.domains.website", "search.page", "parity.page", "open_data.page", "not_found", "withdrawal.page"
    ),
    functions=functions,
    exports=exports(
        "drws.domains.website", "sitemap", "robots", "headers", "build_info", "ledger.export", "open_data.llms_txt"
    ),
    addresses=files,
    datasets=(
        Dataset("llms", (LLMS, LLMS_ROOT), standard="https://llmstxt.org/"),
        Dataset("sitemap", (SITEMAP,), standard="https://www.sitemaps.org/protocol.html"),
        Dataset("addresses", (ADDRESSES,)),
        Dataset("build-info", (BUILD_INFO,)),
    ),
)
