"""Every contact that a hand-written page shows has a number to ring.

`<contact:pont-llinell-gymorth>` in a sentence becomes a telephone number. A contact that has none leaves a hole in the sentence.

Refused::

    data/contacts/pont-ebost.yml:
      id: pont-ebost
      translation: draft
      organization_id: pont
      name: {cy: E-bost Pont, en: Email to Pont}
      purpose: enquiries
      emails: [helo@pont.example]
      sources: [{url: https://pont.example/}]
    content/cy/index.md: !in-place {old: "[Am y", new: "Ffoniwch <contact:pont-ebost>. [Am y"}
    content/en/index.md: !in-place {old: "[About", new: "Ring <contact:pont-ebost>. [About"}
"""

from collections.abc import Iterator

from drws.domains.directory.contact.record import Contact
from drws.kernel.problem import Problem, nearest
from drws.planning.check import Subject

ID = "in-prose"


def check(subject: Subject) -> Iterator[Problem]:
    """Every contact without a line to talk on, where a page shows it."""
    contacts = subject.site.of(Contact)
    rung = [id_ for id_, contact in contacts.items() if contact.is_rung]
    for text in subject.site.prose():
        for link in text.links:
            kind, _, id_ = link.target.partition(":")
            if link.is_shown and kind == Contact.KIND and id_ in contacts and not contacts[id_].is_rung:
                found = nearest(id_, rung)
                values = {"name": link.target, "nearest": f"{kind}:{found}" if found else ""}
                yield Problem(text.place_of(link), "in-prose.no-number", values)
