"""Every link by name in a hand-written page leads somewhere.

Hand-written pages name what they link to, `[…](service:blwch-llythyrau)`, so that nothing breaks when an address changes.

Refused::

    content/en/about.md: |
      ---
      title: About
      slug: about
      description: What this is.
      translation: draft
      ---
      See [the letterbox](service:blwch-llythyru).
"""

from collections.abc import Iterator

from drws.kernel.problem import Problem, nearest
from drws.planning.check import Subject

ID = "links"


def check(subject: Subject) -> Iterator[Problem]:
    """Every link by name that names nothing, at its line."""
    folders = {entity.KIND: entity.FOLDER for entity in subject.site.records}
    for page in subject.site.authored.values():
        for language, text in page.texts.items():
            for link in text.links:
                name = link.target.partition("#")[0]
                kind, _, id_ = name.partition(":")
                page_name = id_ if kind == "page" else ""
                if (
                    subject.addresses.has(name, language)
                    or subject.addresses.has(page_name, language)
                    or id_ in subject.unread.get(folders.get(kind, ""), ())
                    or (page_name and page_name in subject.unread_pages)
                ):
                    continue
                known = _known(language, subject)
                yield Problem(text.place_of(link), "links.unknown", {"name": name, "nearest": nearest(name, known)})


def _known(language: str, subject: Subject) -> list[str]:
    """Every name that a link can have."""
    return [name if ":" in name else f"page:{name}" for name, code in subject.addresses.paths if code == language]
