"""Hand-written pages for programs: the questions that they answer (schema.org `Question`), and the site, which begins with the home page."""

from collections.abc import Iterator

from drws.domains.directory.organization.linked_data import organization_reference
from drws.domains.directory.queries import provider
from drws.domains.directory.settings import DirectorySettings
from drws.domains.guidance.blocks import QUESTIONS
from drws.kernel.authored import AuthoredBlock, AuthoredText
from drws.kernel.page_block import FENCE
from drws.planning.linked_data import Node, id_of, node, question, web_address
from drws.planning.plan import Planner

BEGINS = f"{FENCE} {QUESTIONS.form.kind}"
"""What the outline of a page has where questions begin."""
ASKED = "h3"
"""What a question is in it."""
WEBSITE = "website"
"""What programs know the site by."""


def questions(text: AuthoredText) -> Iterator[Node]:
    """Each question of a page whose answer is all in words. One that shows a record in its answer is left out: a program would have a gap."""
    shown = {link.target for link in text.links if link.is_shown}
    for part in _asked(text):
        asked, *answer = part
        is_in_words = not any(each.kind.startswith(FENCE) or shown & set(each.targets) for each in answer)
        if is_in_words and answer:
            yield question(asked.words, " ".join(each.words for each in answer if each.words))


def _asked(text: AuthoredText) -> Iterator[list[AuthoredBlock]]:
    """Each question with what stands below it."""
    depth = 0
    parts: list[list[AuthoredBlock]] = []
    for block in text.blocks:
        begins = block.kind.startswith(FENCE) and block.kind != FENCE
        if depth or block.kind == BEGINS:
            depth += 1 if begins else -1 if block.kind == FENCE else 0
            if depth == 1 and block.kind == ASKED:
                parts.append([block])
            elif depth and parts and block.kind != BEGINS:
                parts[-1].append(block)
    return iter(parts)


def of_site(planner: Planner) -> tuple[Node, ...]:
    """The site: what it is called, who publishes it, and where it is searched."""
    site = planner.site
    publisher = provider(site.settings(DirectorySettings).organization_id, site)
    search = {"@type": "EntryPoint", "urlTemplate": f"{web_address('search', planner)}?q={{query}}"}
    said = {
        "name": planner.plain(site.partnership.name),
        "alternateName": planner.plain(site.partnership.short_name),
        "url": site.partnership.url,
        "inLanguage": [language.code for language in site.languages],
        "publisher": organization_reference(publisher, planner) if publisher else None,
        "potentialAction": {"@type": "SearchAction", "target": search},
    }
    return (node("WebSite", said, id_of(WEBSITE, planner)),)
