"""What pages in one language say alone: that a source is in another language is of use only to those who read this one.

`said_alone` in `data/site.yml` names how such an item or paragraph begins. It is left out of the comparison, and everything beside it is compared. One
with a link is not left out: what it leads to has to be in every language.
"""

from collections.abc import Iterator

from drws.domains.website.settings import SaidAlone, WebsiteSettings
from drws.kernel.authored import AuthoredBlock, AuthoredText
from drws.kernel.problem import Problem, Severity
from drws.kernel.site import Site, derived

KINDS = frozenset(("list_item", "paragraph"))


@derived
def said_alone(site: Site) -> tuple[SaidAlone, ...]:
    """What the site's settings say of it."""
    settings = site.partnership.settings(WebsiteSettings)
    return settings.said_alone if settings else ()


def compared(text: AuthoredText, alone: tuple[SaidAlone, ...]) -> tuple[AuthoredBlock, ...]:
    """The blocks of a page that other languages have to have as well."""
    beginnings = tuple(each.begins for each in alone if each.language == text.language)
    return tuple(block for block in text.blocks if not _is_said(block, beginnings)) if beginnings else text.blocks


def problems(site: Site) -> Iterator[Problem]:
    """Of those whose time is over, for which no check fails, and of those that no page says any more, which stop no build."""
    texts = [text for page in site.authored.values() for text in page.texts.values()]
    for index, each in enumerate(said_alone(site)):
        place = site.partnership.at("said_alone", index)
        if not any(len(compared(text, (each,))) < len(text.blocks) for text in texts):
            yield Problem(place, "parity.unneeded", {"what": each.begins}, Severity.WARNING)
        elif each.until < site.as_of:
            yield Problem(place, "parity.expired", {"what": each.begins, "value": each.until}, Severity.NOTICE)


def _is_said(block: AuthoredBlock, beginnings: tuple[str, ...]) -> bool:
    return block.kind in KINDS and not block.targets and block.words.startswith(beginnings)
