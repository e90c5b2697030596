"""What every site has, whatever it is about."""

from drws.domains.website import build_info, headers, not_found, parity, robots, sitemap
from drws.domains.website.search import check as search_words
from drws.domains.website.search import page as search
from drws.domains.website.search.read import SEARCH_WORDS
from drws.planning.checks import addresses, confidence, dates, identity, links, references
from drws.planning.domain import Domain, SinglePage

DOMAIN = Domain(
    name="website",
    readers=(SEARCH_WORDS,),
    checks=(identity, references, links, addresses, dates, confidence, search_words),
    single_pages=(SinglePage("search"), SinglePage("parity"), SinglePage("not-found", path="404.html")),
    pages=(search.plan, parity.plan, not_found.plan),
    exports=(sitemap.export, robots.export, headers.export, build_info.export),
)
