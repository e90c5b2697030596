"""Nothing about one person stands where everybody can read it.

Who works for an organization may leave, and who was adopted must never be found by a page. So texts, telephone numbers and mailboxes are
looked through, in every field of every record, in tables, pages and policies, for what belongs to one person or opens a door:

- `mobile`: a mobile number, a pager. Beside a number for text messages alone (`type: text`) it is the organization’s own line
- `premium_rate`: a number that costs more than a call, also one that follows a person
- `mailbox`: a mailbox where people have their own
- `birth_date`: the day on which somebody was born. That people have to be born before or after a day is a rule, and no such date
- `bank_account`, `iban`, `payment_card`: accounts and cards
- `password`, `token`: passwords, and keys that let a program in
- the numbers by which the country knows a person: `personal_numbers` in `data/site.yml`

A message shows only how it begins, because others read it as well. Where it was pushed already, to delete it is not enough: a password is
changed, and a key is withdrawn.

What is meant for everybody is written down with its reason, who looked at it, and the last day on which that holds, in the record, in the
record of the policy, or in one of the pages; for tables and search, in `data/site.yml`. After that day it is told:

    personal_data:
      - what: mobile
        field: phones
        reason: the charity gives this number on its own website
        reviewed_by: the central team
        until: 2027-11-30

Refused::

    data/contacts/dyffryn-ymholiadau.yml:
      phones: [{number: 07400 123456}]
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from drws.domains.website.personal_data.exemptions import Exemptions
from drws.domains.website.personal_data.search import Search
from drws.domains.website.personal_data.texts import everything, owner_of
from drws.domains.website.settings import WebsiteSettings
from drws.kernel.entity import Disclosure
from drws.kernel.problem import Place, Problem
from drws.kernel.site import Site
from drws.planning.check import Subject

ID = "personal-data"

MESSAGES = {
    "mobile": "personal-data.mobile",
    "premium_rate": "personal-data.premium-rate",
    "mailbox": "personal-data.mailbox",
    "birth_date": "personal-data.birth-date",
    "bank_account": "personal-data.bank-account",
    "iban": "personal-data.iban",
    "payment_card": "personal-data.payment-card",
    "password": "personal-data.password",
    "token": "personal-data.token",
}
"""What is said of each kind that is looked for on every site."""

REMARKS = frozenset(("notes", "note"))
"""Fields that no visitor sees: nobody rings what stands there. They are public all the same, so everything else is looked for."""


def check(subject: Subject) -> Iterator[Problem]:
    """All of it that nobody has reviewed, and every exemption that is out of date."""
    site = subject.site
    settings = site.partnership.settings(WebsiteSettings)
    numbers = settings.personal_numbers if settings else ()
    parts = list(everything(site))
    findings = subject.earlier.of_each(
        parts,
        lambda part: part.files,
        lambda new: Search(site.partnership.country, numbers).look(part.said() for part in new),
        ID,
        site.partnership.country,
        numbers,
    )
    exemptions = {owner: Exemptions(said) for owner, said in _exemptions(site)}
    for said, finding in chain.from_iterable(findings):
        if finding.what == "premium_rate" and REMARKS.intersection(said.path):
            continue
        if not (said.owner in exemptions and exemptions[said.owner].cover(finding.what, said.place)):
            values = {"value": finding.hint, "what": finding.what}
            yield Problem(said.place, MESSAGES.get(finding.what, "personal-data.number"), values)
    known = (*MESSAGES, *(number.id for number in numbers))
    for each in exemptions.values():
        yield from each.problems(site.as_of, known)


def _exemptions(site: Site) -> Iterator[tuple[str, Iterable[tuple[Disclosure, Place]]]]:
    """Those of each record and of each page, with the file that stands for it."""
    for record in (site.partnership, *site.entities):
        if record.personal_data:
            places = (record.at("personal_data", index) for index in range(len(record.personal_data)))
            yield record.at().file, zip(record.personal_data, places, strict=True)
    for page in site.authored.values():
        said = [
            (each, Place(text.file, ("personal_data", index)))
            for text in {text.file: text for text in page.texts.values()}.values()
            for index, each in enumerate(text.front_matter.personal_data)
        ]
        if said:
            yield owner_of(page), said
