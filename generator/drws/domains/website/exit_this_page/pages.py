"""The pages that one can leave at once."""

from drws.domains.website.settings import WebsiteSettings
from drws.kernel.site import Site, derived


@derived
def pages_to_leave(site: Site) -> frozenset[str]:
    """Their names. An edition says what its page says, so it can be left where its page can."""
    settings = site.partnership.settings(WebsiteSettings)
    if settings is None or settings.exit_this_page is None:
        return frozenset()
    named = frozenset(settings.exit_this_page.pages)
    editions = (path for path, page in site.authored.items() if f"page:{page.said.edition_of}" in named)
    return named | {f"page:{path}" for path in editions}
