"""`popolo.json`: all bodies, posts, memberships and meetings, as Popolo has them (popoloproject.com/specs). One file for each language.

A name is one string in Popolo, so each language has a file of its own. Ids are those of the records, and the same in both: `vvc-joint-committee`;
a membership is `<body>:<its own name in the body>`, the second time somebody holds a post `<post>:<person>:2`. They stay when words change. Popolo knows one parent: the first body or organization to which
a body answers. Everything is in it with its dates, what has ended too.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from drws.domains.diary.addresses import POPOLO
from drws.domains.diary.meeting.record import Meeting
from drws.domains.diary.popolo.events import events
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Organization
from drws.domains.directory.queries import providers
from drws.domains.governance.body.record import Body
from drws.domains.governance.hierarchy import answers_to
from drws.domains.governance.post.record import Post
from drws.kernel.entity import Source
from drws.kernel.period import Period
from drws.kernel.site import Site, known
from drws.kernel.text import Text
from drws.planning.addresses import Addresses
from drws.planning.export import File, Publication


def export(publication: Publication) -> Iterator[File]:
    """One file for each language, where there is anything to say in one."""
    site, addresses = publication.site, publication.addresses
    for language in site.languages:
        if addresses.has(POPOLO, language.code):
            yield addresses.path(POPOLO, language.code), _Popolo(site, addresses, language.code).as_json


class _Popolo:
    """A site in the terms of Popolo, in the words of one language."""

    def __init__(self, site: Site, addresses: Addresses, language: str) -> None:
        self.site = site
        self.addresses = addresses
        self.language = language

    def as_json(self) -> bytes:
        """What there is, as the file has it."""
        return f"{json.dumps(self.everything(), ensure_ascii=False, indent=1)}\n".encode()

    def everything(self) -> dict[str, list[dict[str, Any]]]:
        """The classes of Popolo and what there is of each, in the order of the records."""
        bodies, posts = self.site.all(Body), self.site.all(Post)
        organizations = dict.fromkeys(known(providers(self.site), self._named()))
        people = dict.fromkeys(
            name
            for name in (
                *(membership.person for body in bodies for membership in body.memberships),
                *(holder.person for post in posts for holder in post.holders),
            )
            if name
        )
        return {
            "organizations": [
                *(self._body(body) for body in bodies),
                *(self._organization(each) for each in organizations),
            ],
            "posts": [self._post(post) for post in posts],
            "persons": [{"id": _person_id(name), "name": name} for name in people],
            "memberships": [
                *(found for body in bodies for found in self._memberships(body)),
                *(found for post in posts for found in self._holders(post)),
            ],
            "events": list(events(self.site, self.language, self.addresses)),
        }

    def _named(self) -> Iterator[str | None]:
        """The ids of all that bodies, posts and meetings name: those of organizations are among them."""
        records: tuple[Body | Post, ...] = (*self.site.all(Body), *self.site.all(Post))
        for record in records:
            yield from (record.organization_id, *record.answers_to_ids)
        for body in self.site.all(Body):
            yield from (membership.on_behalf_of_id for membership in body.memberships)
        yield from (meeting.holder_id for meeting in self.site.all(Meeting))

    def _body(self, body: Body) -> dict[str, Any]:
        above = (each for each in answers_to(body, self.site) if not isinstance(each, Post))
        parent = next(above, None)
        return _filled(
            id=body.id,
            name=self._words(body.name),
            other_names=[{"name": name} for name in body.alternate_names.in_language(self.language)],
            classification=body.body_type,
            parent_id=parent.id if parent else None,
            description=self._words(body.description),
            founding_date=body.period.start_date.iso if body.period.start_date else None,
            dissolution_date=body.period.end_date.iso if body.period.end_date else None,
            contact_details=self._contacts(known(self.site.of(Contact), body.contact_ids)),
            links=self._links(body),
            sources=_sources(body.sources),
        )

    def _organization(self, organization: Organization) -> dict[str, Any]:
        return _filled(
            id=organization.id,
            name=self._words(organization.name),
            other_names=[{"name": name} for name in organization.alternate_names.in_language(self.language)],
            identifiers=[{"scheme": each.scheme, "identifier": each.identifier} for each in organization.identifiers],
            classification=organization.organization_type,
            description=self._words(organization.description),
            links=self._links(organization),
            sources=_sources(organization.sources),
        )

    def _post(self, post: Post) -> dict[str, Any]:
        return _filled(
            id=post.id,
            label=self._words(post.name),
            organization_id=post.organization_id,
            contact_details=self._contacts(known(self.site.of(Contact), post.contact_ids)),
            links=self._links(post),
            sources=_sources(post.sources),
            **_dates(post.period),
        )

    def _memberships(self, body: Body) -> Iterator[dict[str, Any]]:
        for membership in body.memberships:
            yield _filled(
                id=f"{body.id}:{membership.key}",
                label=self._words(membership.label) if membership.label else None,
                role=membership.role.value,
                organization_id=body.id,
                post_id=membership.post_id,
                person_id=_person_id(membership.person) if membership.person else None,
                on_behalf_of_id=membership.on_behalf_of_id,
                sources=_sources(membership.sources),
                **_dates(membership),
            )

    def _holders(self, post: Post) -> Iterator[dict[str, Any]]:
        times = Counter[str]()
        for holder in post.holders:
            person = _person_id(holder.person)
            times[person] += 1
            yield _filled(
                id=f"{post.id}:{person}" if times[person] == 1 else f"{post.id}:{person}:{times[person]}",
                organization_id=post.organization_id,
                post_id=post.id,
                person_id=person,
                sources=_sources(holder.sources),
                **_dates(holder),
            )

    def _contacts(self, contacts: Iterable[Contact]) -> list[dict[str, Any]]:
        found = []
        for contact in contacts:
            label = self._words(contact.name)
            found += [
                {"label": label, "type": "voice" if phone.is_rung else "text", "value": phone.number.dialled}
                for phone in contact.phones
            ]
            found += [{"label": label, "type": "email", "value": email} for email in contact.emails]
        return found

    def _links(self, record: Body | Post | Organization) -> list[dict[str, Any]]:
        links = [{"url": self.site.partnership.url + self.addresses.path(record, self.language)}]
        if not isinstance(record, Post) and record.website:
            links.append({"url": record.website.in_language(self.language)[0]})
        return links

    def _words(self, text: Text) -> str:
        return text.in_language(self.language).words


def _dates(period: Period) -> dict[str, str | None]:
    return {
        "start_date": period.start_date.iso if period.start_date else None,
        "end_date": period.end_date.iso if period.end_date else None,
    }


def _sources(sources: Iterable[Source]) -> list[dict[str, str]]:
    """Those that have an address: in Popolo a source is a link."""
    return [{"url": source.url} for source in sources if source.url]


def _person_id(name: str) -> str:
    return "-".join(re.findall(r"\w+", name.casefold())) or name


def _filled(**values: Any) -> dict[str, Any]:  # noqa: ANN401
    """What holds something: absent, not null."""
    return {name: value for name, value in values.items() if value}
