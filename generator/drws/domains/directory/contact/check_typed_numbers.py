"""No telephone number is typed into a hand-written page.

The page names the contact instead: `<contact:pont-llinell-gymorth>`. A typed number has no source and no date, is in no list of numbers, and stays when it is too old to trust. One that a contact has grows old
with the contact, and everybody finds it. Short numbers such as 999 are left alone: they may be words as well.

Refused::

    content/cy/index.md: !in-place {old: "[Am y", new: "Ffoniwch 0306 999 0123. [Am y"}
    content/en/index.md: !in-place {old: "[About", new: "Ring 0306 999 0123. [About"}
"""

from collections.abc import Iterator

from drws.domains.directory.contact.record import Contact
from drws.kernel.problem import Place, Problem
from drws.kernel.values import numbers_in
from drws.planning.check import Subject

ID = "typed-numbers"


def check(subject: Subject) -> Iterator[Problem]:
    """Every number, where its block begins, with the contact that has it."""
    country = subject.site.partnership.country
    owners = {_digits(phone.number.text): each.id for each in subject.site.all(Contact) for phone in each.phones}
    texts = {text.file: text for page in subject.site.authored.values() for text in page.texts.values()}
    for text in texts.values():
        for block in text.blocks:
            for number, _ in numbers_in(block.words, country):
                owner = owners.get(_digits(number))
                values = {"value": number, "nearest": f"<{Contact.KIND}:{owner}>" if owner else ""}
                yield Problem(Place(text.file, line=block.line, column=1), "typed-numbers.typed", values)


def _digits(number: str) -> str:
    return "".join(each for each in number if each.isdigit())
