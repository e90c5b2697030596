"""A page in the familiar form has everything that it says in that form.

A page for children calls its reader *ti*. What it shows of a contact, and what its finder says of other nations, is written for everybody
and says *chi*. So these words are there in the familiar form as well, in every language that has one. Words that call nobody anything are
repeated: then somebody has looked at them.

Refused::

    data/audiences/oedolion.yml: {contact_ids: [pont-llinell-gymorth]}
"""

from collections.abc import Iterator

from drws.domains.directory.audience.record import Audience
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.contact.spoken_page import SpokenPage
from drws.domains.directory.finder.geography import Geography
from drws.kernel.form_of_address import FormOfAddress
from drws.kernel.problem import Place, Problem
from drws.kernel.site import known
from drws.kernel.text import Text
from drws.planning.check import Subject

ID = "familiar"


def check(subject: Subject) -> Iterator[Problem]:
    """Every text, on a page in the familiar form, that is not there in this form."""
    site = subject.site
    languages = [each.code for each in site.languages if each.has_familiar_form]
    found = {place: (text, page) for page in _pages(subject) for place, text in _said_on(page, subject)}
    for place, (text, page) in found.items():
        for language in languages:
            if language in text.words and language not in (text.familiar or ()):
                yield Problem(place, "familiar.missing", {"language": language, "page": f"{page.KIND}:{page.id}"})


def _pages(subject: Subject) -> list[SpokenPage]:
    records = (record for each in subject.site.records.values() for record in each.values())
    pages = (record for record in records if isinstance(record, SpokenPage))
    return [page for page in pages if page.form_of_address is FormOfAddress.FAMILIAR]


def _said_on(page: SpokenPage, subject: Subject) -> Iterator[tuple[Place, Text]]:
    for contact in known(subject.site.of(Contact), page.contact_ids):
        for field, text in (("description", contact.description), ("what_happens", contact.what_happens)):
            if text:
                yield contact.at(field), text
        for index, phone in enumerate(contact.phones):
            if phone.description:
                yield contact.at("phones", index, "description"), phone.description
    geography = subject.site.dataset(Geography)
    if geography and isinstance(page, Audience):
        for index, nation in enumerate(geography.finder.nations):
            yield geography.finder.at("nations", index, "advice"), nation.advice
