"""What has to be done for the website itself to stay right: exemptions that end, links that lead nowhere, words that no translator has read."""

from collections.abc import Iterator
from datetime import timedelta

from drws.domains.website.audits.links import BrokenLinks
from drws.domains.website.exemptions import Exemption, exemptions
from drws.domains.website.parity.drafts import drafts
from drws.kernel.entity import Entity
from drws.kernel.problem import Place
from drws.kernel.text import Said
from drws.planning.addresses import name_of
from drws.planning.plan import Planner
from drws.planning.upkeep import Task


def ending_exemptions(planner: Planner) -> Iterator[Task]:
    """Every exemption, with the first day on which it no longer holds."""
    for each in exemptions(planner.site):
        name, url = _named(each, planner)
        day = each.until + timedelta(days=1)
        yield Task(name, each.place, url, day=day, detail=Said(f"{each.rule}: {each.what}", None))


def _named(exemption: Exemption, planner: Planner) -> tuple[Said, str | None]:
    about = exemption.about
    if isinstance(about, Entity):
        has_page = planner.addresses.has(name_of(about), planner.code)
        return about.name.in_language(planner.code), planner.url(about) if has_page else None
    text = about.texts[planner.code]
    name = f"page:{about.path}" if about.path else "home"
    return Said(text.front_matter.title, text.language), planner.url(name)


def broken_links(planner: Planner) -> Iterator[Task]:
    """Every link to another website that did not answer when it was asked for, at each place where it stands."""
    found = planner.site.dataset(BrokenLinks)
    for link in found.links if found else ():
        last = max(link.failed_on, default=None)
        said = planner.say("upkeep.failed_on", date=planner.date(last), status=link.status) if last else link.status
        for file, line in link.places:
            yield Task(Said(link.url, None), Place(file, line=line), link.url, detail=Said(said, planner.code))


def unread_words(planner: Planner) -> Iterator[Task]:
    """Every folder with texts that no translator has read, and how many of them. Nothing has to be translated on a site in one language."""
    if len(planner.site.languages) == 1:
        return
    for folder, unread, total in drafts(planner):
        if unread:
            said = planner.say("upkeep.unread_of", n=unread, total=total)
            yield Task(Said(folder, None), Place(folder), planner.url("parity"), detail=Said(said, planner.code))
