"""What every site has, whatever it is about."""

from drws.domains.diary.feeds.feed import feed_of
from drws.domains.website import check_colours as colours
from drws.domains.website.addresses import ADDRESSES, BUILD_INFO, LLMS, LLMS_ROOT, SITEMAP, files
from drws.domains.website.audits.accessibility import ACCESSIBILITY
from drws.domains.website.audits.blocks import BLOCKS
from drws.domains.website.audits.links import BROKEN_LINKS
from drws.domains.website.audits.proofreading import PROOFREADING
from drws.domains.website.exit_this_page import check as exit_this_page
from drws.domains.website.exit_this_page.functions import functions
from drws.domains.website.launch import (
    check_address,
    check_corrections,
    check_ledger,
    check_security,
    check_translation,
)
from drws.domains.website.ledger import check as ledger
from drws.domains.website.ledger import check_former as former_names
from drws.domains.website.ledger.read import LEDGER
from drws.domains.website.news.items import NEWS, has_news
from drws.domains.website.parity import check as parity
from drws.domains.website.personal_data import check as personal_data
from drws.domains.website.search import check as search_words
from drws.domains.website.search.read import BEST_BETS, SEARCH_TOPICS, SEARCH_WORDS
from drws.domains.website.settings import WebsiteSettings
from drws.domains.website.withdrawal.record import Withdrawal
from drws.planning.checks import addresses, blocks, confidence, dates, identity, links, references
from drws.planning.dataset import Dataset
from drws.planning.domain import Domain, SinglePage
from drws.planning.later import exports, later, page_types
from drws.planning.upkeep import Upkeep, Weight

UPKEEP = "drws.domains.website.upkeep"

DOMAIN = Domain(
    name="website",
    is_required=True,
    entities=(Withdrawal,),
    settings=(WebsiteSettings,),
    readers=(SEARCH_WORDS, BEST_BETS, SEARCH_TOPICS, LEDGER, ACCESSIBILITY, PROOFREADING, BROKEN_LINKS),
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
    launch_checks=(check_address, check_corrections, check_ledger, check_security, check_translation),
    single_pages=(
        SinglePage("search"),
        SinglePage("parity", languages=2),
        SinglePage("health"),
        SinglePage("open-data"),
        SinglePage(NEWS, when=has_news),
        SinglePage("not-found", path="404.html"),
    ),
    pages=page_types(
        "drws.domains.website",
        "search.page",
        "parity.page",
        "health.page",
        "open_data.page",
        "news.page",
        "not_found",
        "withdrawal.page",
    ),
    addresses=files,
    blocks=BLOCKS,
    functions=functions,
    exports=exports(
        "drws.domains.website",
        "sitemap",
        "robots",
        "build_info",
        "security_txt",
        "ledger.export",
        "health.export",
        "open_data.llms_txt",
        "news.export",
    ),
    datasets=(
        Dataset("llms", (LLMS, LLMS_ROOT), standard="https://llmstxt.org/"),
        Dataset(NEWS, (feed_of(NEWS),), page=NEWS),
        Dataset("sitemap", (SITEMAP,), standard="https://www.sitemaps.org/protocol.html"),
        Dataset("addresses", (ADDRESSES,)),
        Dataset("build-info", (BUILD_INFO,)),
    ),
    upkeep=(
        Upkeep("broken-link", Weight.WRONG, later(UPKEEP, "broken_links")),
        Upkeep("accessibility-failure", Weight.WRONG, later(UPKEEP, "accessibility_failures")),
        Upkeep("untested-page", Weight.UNSURE, later(UPKEEP, "untested_pages")),
        Upkeep("exemption", Weight.WORDS, later(UPKEEP, "ending_exemptions")),
        Upkeep("unread-words", Weight.WORDS, later(UPKEEP, "unread_words")),
    ),
)
