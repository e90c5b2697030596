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

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from drws.domains.website.parity.alone import problems, said_alone
from drws.domains.website.parity.difference import Difference
from drws.domains.website.parity.exemptions import Exemptions
from drws.domains.website.parity.links import same_pages
from drws.domains.website.parity.pages import PagePair, whole
from drws.domains.website.parity.passages import passage_pairs, written
from drws.domains.website.parity.texts import text_pairs
from drws.domains.website.parity.words import Written
from drws.kernel.authored import AuthoredText
from drws.kernel.entity import Compared, Unlike
from drws.kernel.problem import Place, Problem
from drws.kernel.site import Site
from drws.planning.check import Subject
from drws.say.detection import detector_missing

ID = "parity"

FEWEST_CHARACTERS = 10_000
"""Of the texts of a site, below which nobody can say how long a language usually is beside another."""


def check(subject: Subject) -> Iterator[Problem]:
    """Everything that is not the same, and every exemption that is out of date."""
    site = subject.site
    if len(site.languages) == 1:
        return
    yield from detector_missing()
    languages = tuple(language.code for language in site.languages)
    texts = list(text_pairs(site))
    pages = {path: list(_pairs(page.texts)) for path, page in site.authored.items()}
    passages = list(passage_pairs(site))
    ratios = _ratios(
        chain(
            ((pair.one, pair.two) for pair in texts),
            ((whole(one), whole(two)) for each in pages.values() for one, two in each),
            ((written(pair.one), written(pair.two)) for _, pair in passages),
        )
    )
    same, alone = same_pages(site), said_alone(site)
    by_file: dict[str, list[Difference]] = {}
    for pair in texts:
        ratio = ratios[pair.one.language, pair.two.language]
        if found := list(pair.differences(ratio, languages)):
            by_file.setdefault(pair.one.place.file, []).extend(found)
    for place, passage in passages:
        ratio = ratios[passage.one.language, passage.two.language]
        if found := list(passage.differences(ratio, same, languages)):
            by_file.setdefault(place.file, []).extend(found)
    for record in (site.partnership, *site.entities):
        said = [(unlike, record.at("unlike", index)) for index, unlike in enumerate(record.unlike)]
        yield from _told(by_file.get(record.at().file, ()), Exemptions(said), site)
    yield from problems(site)
    for each in pages.values():
        exemptions = Exemptions(_said({text.file: text for pair in each for text in pair}.values()))
        may_differ = exemptions.names(Compared.HEADINGS)
        differences = [
            difference
            for one, two in each
            for difference in PagePair(one, two, same, languages, alone).differences(
                ratios[one.language, two.language], headings_may_differ=may_differ
            )
        ]
        yield from _told(differences, exemptions, site)


def _pairs(texts: Mapping[str, AuthoredText]) -> Iterator[tuple[AuthoredText, AuthoredText]]:
    """The first language of a page with each other one that has a page of its own."""
    first, *others = [text for code, text in texts.items() if text.language == code]
    yield from ((first, other) for other in others)


def _told(differences: Iterable[Difference], exemptions: Exemptions, site: Site) -> Iterator[Problem]:
    seen: set[tuple[Place, str]] = set()
    for each in differences:
        if not exemptions.covers(each) and (each.place, each.message) not in seen:
            seen.add((each.place, each.message))
            yield each.problem
    yield from exemptions.problems(site.as_of)


def _said(texts: Iterable[AuthoredText]) -> Iterator[tuple[Unlike, Place]]:
    for text in texts:
        for index, unlike in enumerate(text.front_matter.unlike):
            yield unlike, Place(text.file, ("unlike", index))


def _ratios(pairs: Iterable[tuple[Written, Written]]) -> dict[tuple[str, str], float]:
    """How many characters a language has for each of another, over the whole site."""
    totals: dict[tuple[str, str], tuple[int, int]] = {}
    for one, two in pairs:
        first, second = totals.get((one.language, two.language), (0, 0))
        totals[one.language, two.language] = first + len(one.words), second + len(two.words)
    return {pair: one / two if two and one + two >= FEWEST_CHARACTERS else 1.0 for pair, (one, two) in totals.items()}
