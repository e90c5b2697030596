r"""An address that was published never dies.

`data/addresses.yml` says what was published, and where; `drws addresses` writes it. A page whose name or `slug` changed is led to by itself.
What else is no longer there needs a word: the record that has taken its place says `former_ids`, a hand-written page `former_paths`; where
nothing has, a file in `data/withdrawals/` says when it was withdrawn, why, and what to read instead. Pages that are not in the file yet are
new, and no problem. A list that was narrowed down, a version, a page of a subject without records: these lead to the page above them by
themselves.

Refused::

    data/addresses.yml: "addresses: {service:hen-glwb: {cy: cy/gwasanaethau/hen-glwb/, en: en/services/old-club/}}\n"
"""

from collections.abc import Iterator

from drws.domains.website.ledger.answers import Answers, answers
from drws.domains.website.ledger.read import ledger_of
from drws.domains.website.ledger.record import Ledger, Published
from drws.domains.website.withdrawal.record import Withdrawal
from drws.kernel.problem import Problem, nearest
from drws.planning.check import Subject

ID = "ledger"


def check(subject: Subject) -> Iterator[Problem]:
    """Every page that is lost, every address that two pages have had, and withdrawals of what is there, or never was."""
    ledger = ledger_of(subject.site)
    found = answers(ledger or (), subject.site, subject.addresses, subject.domains)
    yield from _lost(found, subject, ledger)
    for published, other in found.taken:
        yield Problem(
            published.place, "ledger.taken", {"address": published.address, "name": published.name, "other": other}
        )
    yield from _withdrawals(ledger, subject)


def _lost(found: Answers, subject: Subject, ledger: Ledger | None) -> Iterator[Problem]:
    """Each page once. What cannot be read is there, and so may be what has taken its place, or says why it is gone."""
    folders = {model.KIND: model.FOLDER for model in subject.site.records}
    if subject.unread.get(Withdrawal.FOLDER):
        return
    for published in {each.name: each for each in reversed(found.lost)}.values():
        kind, _, id_ = published.name.partition(":")
        if kind == "page":
            if not subject.unread_pages:
                values = {**_of(published), "path": id_, "id": id_.replace("/", "-")}
                new = [path for path in subject.site.authored if path and f"page:{path}" not in _names(ledger)]
                yield Problem(published.place, "ledger.lost-page", {**values, "nearest": nearest(id_, new)})
        elif not subject.unread.get(folders[kind]):
            values = {**_of(published), "id": id_, "folder": folders[kind]}
            new = [each for each in subject.ids(folders[kind]) if f"{kind}:{each}" not in _names(ledger)]
            yield Problem(published.place, "ledger.lost-record", {**values, "nearest": nearest(id_, new)})


def _of(published: Published) -> dict[str, object]:
    return {"name": published.name, "address": published.address}


def _names(ledger: Ledger | None) -> dict[str, object]:
    return dict(ledger.addresses) if ledger else {}


def _withdrawals(ledger: Ledger | None, subject: Subject) -> Iterator[Problem]:
    names, seen = _names(ledger), dict[str, Withdrawal]()
    language = subject.site.languages[0].code
    for withdrawal in subject.site.all(Withdrawal):
        for index, name in enumerate(withdrawal.pages):
            place = withdrawal.at("pages", index)
            if subject.addresses.has(name, language):
                yield Problem(place, "ledger.not-withdrawn", {"name": name})
            elif name not in names:
                yield Problem(place, "ledger.unknown", {"name": name, "nearest": nearest(name, names)})
            elif name in seen:
                yield Problem(place, "ledger.withdrawn-twice", {"name": name, "file": seen[name].at().file})
            seen.setdefault(name, withdrawal)
