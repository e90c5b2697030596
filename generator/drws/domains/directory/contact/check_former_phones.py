"""A former number is nobody's today.

`former_phones` of a contact are numbers that people may still have, and that lead them to the contact when they search. Where a record says
that one of them is rung, one of the two is wrong.

Refused::

    data/contacts/dyffryn-ymholiadau.yml:
      former_phones: [{number: 0808 157 0123, sources: [{url: https://dyffryn.example/en/contact}]}]
"""

from collections.abc import Iterator

from drws.domains.directory.contact.record import Contact
from drws.kernel.problem import Problem
from drws.kernel.values import national
from drws.planning.check import Subject

ID = "former-phones"


def check(subject: Subject) -> Iterator[Problem]:
    """Every former number that a contact has."""
    site, country = subject.site, subject.site.partnership.country
    contacts = site.all(Contact)
    if not any(contact.former_phones for contact in contacts):
        return
    rung = {national(phone.number.text, country): contact for contact in contacts for phone in contact.phones}
    for contact in contacts:
        for index, phone in enumerate(contact.former_phones):
            if found := rung.get(national(phone.number, country)):
                values = {"number": phone.number, "file": found.at().file}
                yield Problem(contact.at("former_phones", index, "number"), "former-phones.rung", values)
