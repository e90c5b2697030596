"""`llms.txt`: what a program that answers questions reads first (llmstxt.org): one for each language, and one at the root that leads to them.

It begins with what to say to somebody in danger, then the rules for whoever uses the site's facts, then links in the order of what a person
needs. It is Markdown, and the data is not: every word of it is escaped.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from urllib.parse import urljoin

from drws.domains.directory.addresses import COMPLETENESS_PAGE, NUMBERS_PAGE
from drws.domains.directory.audience.record import Audience
from drws.domains.directory.organization.record import Region
from drws.domains.guidance.edition import EDITION
from drws.domains.help.situation.record import Situation
from drws.domains.website.addresses import LLMS, LLMS_ROOT
from drws.domains.website.open_data.datasets import datasets
from drws.planning.export import File, Publication
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner

Link = tuple[str, str, str]
"""What a link says, where it leads, and what is there."""

RULES = ("numbers", "unconfirmed", "unknown", "languages", "again")
"""What whoever uses the facts is asked to do: `llms.rule.<name>`."""
APART = frozenset(
    {"home", "search", "shortlist", "not-found", "entrance", "help", NUMBERS_PAGE, COMPLETENESS_PAGE, "open-data"}
)
"""Pages that stand elsewhere in the file, or are of use only to somebody who sees them."""
FOR_EVERYBODY = frozenset({"complaints", "rights"})
"""Pages below those about how the service is run that anybody may need."""


def export(publication: Publication) -> Iterator[File]:
    """Each of them."""
    addresses, planners = publication.addresses, publication.planners
    for planner in publication.planners:
        yield addresses.path(LLMS, planner.code), partial(_file, planner, publication.plans)
    yield addresses.path(LLMS_ROOT, planners[0].code), partial(_root, planners, publication.plans)


def escaped(words: str) -> str:
    """Words on one line that mean themselves in Markdown, at the beginning of a line too (CommonMark 0.31, section 2.4)."""
    line = re.sub(r"([\\`*_\[\]<>&|~!])", r"\\\1", " ".join(words.split()))
    return re.sub(r"^(\d*)([#+=.):-])", r"\1\\\2", line)


def _file(planner: Planner, plans: tuple[PagePlan, ...]) -> bytes:
    own = [plan for plan in plans if plan.language == planner.code]
    site = planner.site
    lines = [f"# {escaped(planner.plain(site.partnership.name))}", "", f"> {escaped(_about(own))}", ""]
    lines += [escaped(planner.plain(site.partnership.emergency)), ""]
    lines += [f"- {escaped(planner.say(f'llms.rule.{rule}'))}" for rule in _rules(planner)]
    lines += [f"- {escaped(planner.say('llms.day', date=planner.date(site.as_of)))}"]
    if site.partnership.licence:
        lines += [f"- {escaped(planner.plain(site.partnership.licence))}"]
    for key, links in _sections(planner, own):
        if listed := [*links]:
            lines += ["", f"## {escaped(planner.say(f'llms.section.{key}'))}", "", *map(_item, listed)]
    return _text(lines)


def _root(planners: tuple[Planner, ...], plans: tuple[PagePlan, ...]) -> bytes:
    partnership = planners[0].site.partnership
    names = dict.fromkeys(escaped(planner.plain(partnership.name)) for planner in planners)
    lines = [f"# {' / '.join(names)}", ""]
    for planner in planners:
        lines += [f"> {escaped(planner.plain(partnership.emergency))}", ">"]
    lines[-1] = ""
    for planner in planners:
        about = _about([plan for plan in plans if plan.language == planner.code])
        address = urljoin(partnership.url, planner.addresses.path(LLMS, planner.code))
        own_name = planner.strings.language_name(planner.code, planner.code)
        lines += [f"## {escaped(own_name)}", "", _item((planner.say("llms.file"), address, about)), ""]
    return _text(lines)


def _text(lines: Iterable[str]) -> bytes:
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _item(link: Link) -> str:
    words, address, note = link
    return f"- [{escaped(words)}]({address})" + (f": {escaped(note)}" if note else "")


def _rules(planner: Planner) -> Iterator[str]:
    yield from (rule for rule in RULES if rule != "languages" or len(planner.site.languages) > 1)


def _about(plans: Iterable[PagePlan]) -> str:
    return next((plan.description for plan in plans if plan.name == "home"), "")


def _sections(planner: Planner, plans: list[PagePlan]) -> Iterator[tuple[str, Iterator[Link]]]:
    """The sections and what is in each, in the order of what a person needs."""
    once = {page.name for page in planner.domains.single_pages(planner.site)} - APART
    run = {name for name in once if "governance" in (name, *_above(name, planner))} - FOR_EVERYBODY

    def pages(*names: str, kind: str = "") -> Iterator[Link]:
        chosen = (plan for plan in plans if plan.name in names or (kind and plan.kind == kind))
        return (_page(plan, planner) for plan in chosen)

    def files(*, numbers: bool) -> Iterator[Link]:
        found = (each for each in planner.once(datasets) if (each.dataset.name == "numbers") is numbers)
        for each in found:
            name = each.dataset.name
            for file in each.files if name != LLMS else ():
                label = f"{planner.say(f'dataset.{name}.name')} ({planner.say(f'data_format.{file.format}.name')})"
                yield label, file.address, planner.say(f"dataset.{name}.text")

    yield "danger", pages("help", kind=Situation.KIND)
    yield "numbers", (link for links in (pages(NUMBERS_PAGE), files(numbers=True)) for link in links)
    yield "who", pages(kind=Audience.KIND)
    yield "guides", (_page(plan, planner) for plan in _guides(plans))
    yield "directory", (link for links in (pages(*(once - run)), pages(kind=Region.KIND)) for link in links)
    yield "data", (link for links in (pages("open-data"), files(numbers=False)) for link in links)
    yield "run", pages(*run)


def _above(name: str, planner: Planner) -> Iterator[str]:
    while above := planner.domains.above.get(name):
        yield above
        name = above


def _guides(plans: Iterable[PagePlan]) -> list[PagePlan]:
    """Hand-written pages, each after the one that it stands below. A page told once more says nothing new."""
    chosen = (plan for plan in plans if plan.name.startswith("page:") and plan.kind != EDITION)
    return sorted(chosen, key=lambda plan: plan.name)


def _page(plan: PagePlan, planner: Planner) -> Link:
    home = urljoin(planner.site.partnership.url, "/")
    return plan.title, urljoin(home, plan.url), plan.description
