"""What has to be done for the website itself to stay right: exemptions that end, links that lead nowhere, words that no translator has read."""

from collections.abc import Iterator
from datetime import timedelta

from drws.domains.website.audits.accessibility import FILE as ACCESSIBILITY_FILE
from drws.domains.website.audits.evidence import evidence
from drws.domains.website.audits.links import TOLD_AFTER, BrokenLinks
from drws.domains.website.exemptions import exemptions, title_of
from drws.domains.website.parity.drafts import drafts
from drws.kernel.problem import Place
from drws.kernel.text import Said
from drws.kernel.values import days_after
from drws.planning.plan import Planner
from drws.planning.upkeep import Task

AUDIT = Place(f"data/{ACCESSIBILITY_FILE}")
"""Where the results of the tests of accessibility stand."""


def ending_exemptions(planner: Planner) -> Iterator[Task]:
    """Every exemption, with the first day on which it no longer holds."""
    for each in exemptions(planner.site):
        name, url = title_of(each.about, planner)
        day = each.until + timedelta(days=1)
        yield Task(name, each.place, url, day=day, detail=Said(f"{each.rule}: {each.what}", None))


def broken_links(planner: Planner) -> Iterator[Task]:
    """Every link to another website that did not answer on several days, at each place where it stands."""
    found = planner.site.dataset(BrokenLinks)
    for link in (each for each in found.links if len(each.failed_on) >= TOLD_AFTER) if found else ():
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


def accessibility_failures(planner: Planner) -> Iterator[Task]:
    """Everything that the tests of accessibility found, with a page on which it shows."""
    for each in planner.once(evidence).found:
        said = (
            f"{planner.say(f'accessibility.check.{each.check}')}: {each.rule}"
            if each.rule
            else planner.say(f"accessibility.check.{each.check}")
        )
        for example in each.examples:
            yield Task(example.title, AUDIT, example.url, detail=Said(said, planner.code))


def untested_pages(planner: Planner) -> Iterator[Task]:
    """Every type of page that the tests have not looked at in every way; all of them once the results are old."""
    shown = planner.once(evidence)
    if shown.audit is None:
        yield Task(Said(AUDIT.file, None), AUDIT)
        return
    yield from (Task(each.example.title, AUDIT, each.example.url) for each in shown.untested)
    day = days_after(shown.audit.day, shown.settings.tests_hold_days + 1)
    yield Task(Said(AUDIT.file, None), AUDIT, day=day)
