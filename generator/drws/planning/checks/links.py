"""Every link by name in a hand-written page leads somewhere.

Hand-written pages name what they link to, `[…](service:blwch-llythyrau)`, so that nothing breaks when an address changes. What they show in
a sentence, `<contact:pont-llinell-gymorth>`, they name as well: a number changes in its record, and in no page. So they do with pictures,
`![…](drawing:dau)`. A link to a heading of a hand-written page, `#who-does-what`, is a link to that heading in that language.

Refused::

    content/cy/about.md: !in-place {old: "(service:blwch-llythyrau)", new: "(service:blwch-llythyru)"}
    content/en/about.md: !in-place {old: "(service:blwch-llythyrau)", new: "(service:blwch-llythyru)"}
"""

from collections.abc import Iterator

from drws.kernel.authored import DRAWING, AuthoredText
from drws.kernel.problem import Place, Problem, nearest
from drws.planning.check import Subject

ID = "links"


def check(subject: Subject) -> Iterator[Problem]:
    """Every link by name that names nothing, at its line."""
    yield from _links_by_name(subject)
    yield from _links_to_headings(subject)


def _links_by_name(subject: Subject) -> Iterator[Problem]:
    folders = {entity.KIND: entity.FOLDER for entity in subject.site.records}
    for text in subject.site.prose():
        language = text.language
        for link in text.links:
            name = link.target.partition("#")[0]
            kind, _, id_ = name.partition(":")
            if kind == DRAWING:
                if not subject.exists("drawings", id_):
                    values = {"name": id_, "nearest": nearest(id_, subject.ids("drawings"))}
                    yield Problem(text.place_of(link), "links.unknown-drawing", values)
                continue
            if link.is_shown:
                if not subject.exists(folders[kind], id_):
                    yield Problem(text.place_of(link), "links.unknown-record", _meant(kind, id_, subject))
                continue
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


def _links_to_headings(subject: Subject) -> Iterator[Problem]:
    pages = subject.site.authored
    for prose in subject.site.prose():
        for link in prose.links:
            name, _, id_ = link.target.partition("#")
            kind, _, path = name.partition(":")
            page = pages.get("" if path == "home" else path) if kind == "page" else None
            if id_ and page and prose.language in page.texts:
                yield from _unknown_heading(id_, page.texts[prose.language], prose.place_of(link))
    for page in pages.values():
        for text in page.texts.values():
            for link in text.own_links:
                yield from _unknown_heading(link.target.removeprefix("#"), text, text.place_of(link))


def _unknown_heading(id_: str, text: AuthoredText, place: Place) -> Iterator[Problem]:
    if id_ not in text.heading_ids:
        yield Problem(place, "links.unknown-heading", {"name": id_, "nearest": nearest(id_, text.heading_ids)})


def _meant(kind: str, id_: str, subject: Subject) -> dict[str, str]:
    """A record that is shown but is not there, and the one that was probably meant."""
    model = next(model for model in subject.site.records if kind == model.KIND)
    found = nearest(id_, subject.ids(model.FOLDER))
    return {"name": f"{kind}:{id_}", "folder": model.FOLDER, "nearest": f"{kind}:{found}" if found else ""}


def _known(language: str, subject: Subject) -> list[str]:
    """Every name that a link can have."""
    return [name if ":" in name else f"page:{name}" for name, code in subject.addresses.paths if code == language]
