"""The two pages that belong to no language: the choice at `/`, and `404.html` at the root, which hosts serve for any address.

On a site in one language there is nothing to choose: `/` leads on to the home page, and `404.html` is the one of that language.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.kernel.language import Language
from drws.kernel.site import Site
from drws.planning.addresses import Addresses
from drws.planning.page_plan import PagePlan, PageUrl
from drws.say.strings import Strings


@dataclass(frozen=True, slots=True)
class EntranceView:
    """What both pages print: every language, the first in order first."""

    languages: tuple[Language, ...]


def plan_entrances(site: Site, strings: Strings, addresses: Addresses) -> Iterator[PagePlan]:
    """Both pages. Their own language is the first in order; what they say in others is marked."""
    first, is_one = site.languages[0].code, len(site.languages) == 1
    for name, path, template in (
        ("entrance", "index.html", "website/way-in.html" if is_one else "website/language-choice.html"),
        ("nowhere", "404.html", "website/not-found.html" if is_one else "website/not-found-any.html"),
    ):
        yield PagePlan(
            name=name,
            language=first,
            path=path,
            url=addresses.base if name == "entrance" else f"{addresses.base}{path}",
            title=" – ".join(
                strings.say("page.not-found", each.code)
                if name == "nowhere"
                else site.partnership.name.in_language(each.code).words
                for each in site.languages
                if not each.partial
            ),
            title_language=None,
            description=site.partnership.name.in_language(first).words,
            summary=" – ".join(_said(name, each, site, strings) for each in site.languages if not each.partial),
            template=template,
            view=EntranceView(site.languages),
            alternates=tuple(PageUrl(each.code, addresses.url("home", each.code)) for each in site.languages),
            is_searchable=False,
        )


def _said(name: str, language: Language, site: Site, strings: Strings) -> str:
    """What stands with a link to one of the pages, in one language."""
    if name == "nowhere":
        return strings.say("lead.not-found", language.code)
    return (site.partnership.strapline or site.partnership.name).in_language(language.code).words
