"""What every site has, whatever it is about."""

from drws.domains.website import check_colours as colours
from drws.domains.website.exit_this_page import check as exit_this_page
from drws.domains.website.exit_this_page.functions import functions
from drws.domains.website.parity import check as parity
from drws.domains.website.personal_data import check as personal_data
from drws.domains.website.search import check as search_words
from drws.domains.website.search.read import BEST_BETS, SEARCH_TOPICS, SEARCH_WORDS
from drws.domains.website.settings import WebsiteSettings
from drws.planning.checks import addresses, blocks, confidence, dates, identity, links, references
from drws.planning.domain import Domain, SinglePage
from drws.planning.later import exports, page_types

DOMAIN = Domain(
    name="website",
    is_required=True,
    settings=(WebsiteSettings,),
    readers=(SEARCH_WORDS, BEST_BETS, SEARCH_TOPICS),
    checks=(
        identity,
        references,
        links,
        blocks,
        addresses,
        dates,
        confidence,
        search_words,
        colours,
        exit_this_page,
        parity,
        personal_data,
    ),
    single_pages=(SinglePage("search"), SinglePage("parity", languages=2), SinglePage("not-found", path="404.html")),
    pages=page_types("drws.domains.website", "search.page", "parity.page", "not_found"),
    functions=functions,
    exports=exports("drws.domains.website", "sitemap", "robots", "build_info"),
)
