"""Pages and records say the same in every language.

A reader of one language must not miss a number, a link or half of a page that readers of the other have. The check compares each text of a
record, each hand-written page and each clause of a policy in two languages: the language that they are written in, and their numbers and
dates; of pages also their headings, lists, blocks and links, part by part, and of clauses their links and the number of their paragraphs. What is named is the same: a link by name, a contact that is shown. Links to the rest of the
web lead to the same page, which may have an address in each language: `same_pages` in `data/site.yml` says which addresses are one page.

A difference that is meant is written down with its reason and the last day on which it holds, in the record or in one of the two pages.
Of the text of a policy it is said in the record of the policy. After that day it is told, and so is one that is no longer there:

    unlike:
      - what: numbers
        reason: only the English form has a reference number
        until: 2027-11-30

What pages in one language say alone, such as that a source is in another language, is named once for the site (`said_alone` in
`data/site.yml`): how an item or a paragraph begins that the others do not have. Everything beside it is compared.

A text that is much shorter than the other, beside what is usual on the site, is only warned about. Short words and names may be the same
everywhere. In a language that is there in part nothing is compared that is borrowed.
[Decision 0038](decisions/0038-the-languages-are-compared.md) says how a language is told.

Refused::

    data/services/grwp-rhieni.yml:
      summary:
        cy: Mae’r grŵp yn cwrdd bob 10 diwrnod.
        en: The group meets every 100 days.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from drws.domains.policies.policy.record import Policy
from drws.domains.website.parity.alone import problems, said_alone
from drws.domains.website.parity.comparison import (
    Terms,
    compared_page,
    compared_record,
    compared_text,
    texts_of,
    unlike_of,
)
from drws.domains.website.parity.difference import Difference
from drws.domains.website.parity.exemptions import Exemptions
from drws.domains.website.parity.extent import compared_texts
from drws.domains.website.parity.lengths import judged, ratios
from drws.domains.website.parity.links import same_pages
from drws.kernel.problem import Problem
from drws.kernel.site import Site
from drws.planning.check import Subject
from drws.say.detection import detector_missing

if TYPE_CHECKING:
    from drws.domains.website.parity.comparison import Comparison
    from drws.kernel.problem import Place

ID = "parity"


def check(subject: Subject) -> Iterator[Problem]:
    """Everything that is not the same, and every exemption that is out of date."""
    site = subject.site
    if len(site.languages) == 1:
        return
    yield from detector_missing()
    languages, same, alone = tuple(language.code for language in site.languages), same_pages(site), said_alone(site)
    by = Terms(languages, same, alone)
    records = (site.partnership, *site.entities)
    of_records = subject.earlier.of_each(
        records,
        lambda record: (record.at().file,),
        lambda new: [compared_record(each, by) for each in new],
        ID,
        languages,
    )
    texts = compared_texts(site)
    of_texts = subject.earlier.of_each(
        texts,
        lambda text: [passage.file for passage in text.opening.values()],
        lambda new: [compared_text(each, by) for each in new],
        ID,
        languages,
        same.as_written,
    )
    pages = tuple(site.authored.values())
    of_pages = subject.earlier.of_each(
        pages,
        lambda page: [text.file for text in texts_of(page)],
        lambda new: [compared_page(each, by) for each in new],
        ID,
        languages,
        same.as_written,
        alone,
    )
    usual = ratios(each.totals for each in (*of_records, *of_texts, *of_pages))
    by_file: dict[str, list[Comparison]] = {}
    for record, comparison in zip(records, of_records, strict=True):
        by_file.setdefault(record.at().file, []).append(comparison)
    for text, comparison in zip(texts, of_texts, strict=True):
        by_file.setdefault(site.of(Policy)[text.policy_id].at().file, []).append(comparison)
    for record in records:
        meant = Exemptions((unlike, record.at("unlike", index)) for index, unlike in enumerate(record.unlike))
        found = (each for comparison in by_file[record.at().file] for each in comparison.found)
        yield from _told(judged(found, usual), meant, site)
    yield from problems(site)
    for page, comparison in zip(pages, of_pages, strict=True):
        yield from _told(judged(comparison.found, usual), Exemptions(unlike_of(page)), site)


def _told(differences: Iterable[Difference], exemptions: Exemptions, site: Site) -> Iterator[Problem]:
    seen: set[tuple[Place, str]] = set()
    for each in differences:
        if not exemptions.covers(each) and (each.place, each.message) not in seen:
            seen.add((each.place, each.message))
            yield each.problem
    yield from exemptions.problems(site.as_of)
