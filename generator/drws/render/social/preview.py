"""What a chat or a network shows with a link to a page (the Open Graph protocol, ogp.me): a title, a sentence and a picture.

Where a page has the button that leaves the site at once, it could be a risk to be seen with it, and a chat shows what it shows to whoever
holds the telephone: such a page is shown as the site alone (docs/decisions/0042).
"""

from collections.abc import Collection
from dataclasses import dataclass

from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner
from drws.planning.summary import summary_of
from drws.render.social.pictures import SocialPicture, SocialPictures
from drws.say.foreign_words import unmarked

HOME = "home"
IN_NO_LANGUAGE = ("entrance", "nowhere")
"""The pages at the root of the site."""


@dataclass(frozen=True, slots=True)
class Preview:
    """How a link to a page is shown."""

    title: str
    summary: str
    picture: SocialPicture
    locale: str
    """The language and the country of the site: `cy_GB`."""
    other_locales: tuple[str, ...]
    """The same for the languages in which the page is there as well."""


@dataclass(frozen=True)
class Previews:
    """How links to the pages of one language are shown."""

    planner: Planner
    pictures: SocialPictures
    discreet: Collection[str]
    """The names of the pages that are shown as the site alone."""

    def of(self, plan: PagePlan) -> Preview:
        """How a link to a page is shown."""
        site, code = self.planner.site, plan.language
        others = (each.language for each in plan.alternates if each.language != code)
        locales = [f"{each}_{site.partnership.country}" for each in (code, *others)]
        if plan.name in self.discreet:
            title, summary, part = self.planner.plain(site.partnership.name), self._of_site(), ""
        else:
            title, summary, part = plan.title, summary_of(plan), self.part_of(plan)
        picture = self.pictures.of_all_languages() if plan.name in IN_NO_LANGUAGE else self.pictures.of_part(part, code)
        return Preview(title, summary, picture, locales[0], tuple(locales[1:]))

    def part_of(self, plan: PagePlan) -> str:
        """What the part of the site is called to which a page belongs: the page below the home page on the way to it, which has others below it.

        Empty for a page that stands by itself.
        """
        if len(plan.breadcrumbs) > 1:
            return unmarked(plan.breadcrumbs[1].title)
        path = plan.name.removeprefix("page:")
        has_pages_below = plan.name in self.planner.domains.lists or (
            path != plan.name and any(each.startswith(f"{path}/") for each in self.planner.site.authored)
        )
        return plan.title if has_pages_below or plan.name in self.planner.domains.above.values() else ""

    def _of_site(self) -> str:
        return self.planner.site.authored[""].texts[self.planner.code].front_matter.description
