"""Every object of the feeds that becomes a record, in the order in which records need one another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drws.domains.open_referral.importing.contacts import contact, contact_of_service, told_of_service
from drws.domains.open_referral.importing.defaults import Defaults
from drws.domains.open_referral.importing.found import KINDS, Feed
from drws.domains.open_referral.importing.known import Known
from drws.domains.open_referral.importing.naming import record_names
from drws.domains.open_referral.importing.organizations import location, organization, term
from drws.domains.open_referral.importing.services import service
from drws.domains.open_referral.importing.told import Told
from drws.domains.open_referral.importing.trust import Fields
from drws.kernel.site import Site


@dataclass(frozen=True, slots=True)
class Converted:
    """A record that may be made."""

    kind: str
    id: str
    fields: Fields
    told: Told


def converted(feeds: Mapping[str, Feed], site: Site, defaults: Defaults, languages: tuple[str, ...]) -> list[Converted]:
    """A record for each organization, place, contact and service, and for each term that a site of ours made of one."""
    keys = dict.fromkeys(key for feed in feeds.values() for key in feed)
    everything = [
        Told(key[0], {code: feed[key] for code, feed in feeds.items() if key in feed}, languages) for key in keys
    ]
    names = record_names(each for each in everything if not _is_nowhere(each))
    known = Known(site, defaults, {(each.kind, each.id): id_ for each, (_, id_) in names.items()})
    return list(_Converter(names, known).records())


class _Converter:
    """One pass over all objects."""

    def __init__(self, names: Mapping[Told, tuple[str, str]], known: Known) -> None:
        self.names = names
        self.known = known
        self.owners = dict(self._owners())

    def records(self) -> Iterator[Converted]:
        """Terms first, then who provides, where, whom to ask, and what there is."""
        for told in self._of("taxonomy_term"):
            yield self._record(told, term(told, self.known))
        for told in self._of("organization"):
            fields = organization(told, self.known)
            if name := fields["name"]:
                self.known.names[self.names[told][1]] = name
            yield self._record(told, fields)
        for told in self._of("location"):
            yield self._record(told, location(told, self.known, self.owners.get(("location", told.id))))
        services = [
            (told, service(told, self.known, self.owners.get(("service", told.id)))) for told in self._of("service")
        ]
        contacts = [
            self._record(told, contact(told, self.known, self.owners.get(("contact", told.id))))
            for told in self._of("contact")
        ]
        by_id = {each.id: each for each in contacts}
        lent = (self._lent(told, fields, by_id) for told, fields in services if not told.is_ours)
        contacts += [each for each in lent if each]
        yield from contacts
        yield from (self._record(told, fields) for told, fields in services)

    def _lent(self, told: Told, fields: Fields, contacts: Mapping[str, Converted]) -> Converted | None:
        """Others say at a service when somebody answers and where. Here its contact says so, where it has one and no more. A contact that is made
        of the service, where it has none.
        """
        ids = fields["contact_ids"]
        own = [each for each in ids if each in contacts] if isinstance(ids, list) else []
        if not own and any(map(told.has, ("phones", "email"))):
            kind, id_ = self.names[told]
            owner = self.owners.get((kind, told.id))
            fields["contact_ids"] = [id_]
            return Converted("contact", id_, contact_of_service(told, self.known, owner), told)
        if len(own) == 1:
            there = contacts[str(own[0])].fields
            there.update(
                {name: value for name, value in told_of_service(told, self.known).items() if not there.get(name)}
            )
        return None

    def _of(self, kind: str) -> list[Told]:
        return sorted((each for each in self.names if each.kind == kind), key=lambda each: self.names[each])

    def _record(self, told: Told, fields: Fields) -> Converted:
        return Converted(*self.names[told], fields, told)

    def _owners(self) -> Iterator[tuple[tuple[str, str], str]]:
        """Whose each contact, place and service is: whose organization it stands in, or names."""
        for told in (*self._of("organization"), *self._of("service")):
            yield from self._owned(told.kind, told.first.value, None)

    def _owned(
        self, kind: str, value: Mapping[str, object], above: str | None
    ) -> Iterator[tuple[tuple[str, str], str]]:
        inner = value.get("organization")
        named = value.get("id") if kind == "organization" else value.get("organization_id")
        uuid = named or (inner.get("id") if isinstance(inner, dict) else "")
        owner = self.known.id_of("organization", uuid) or above
        if owner:
            yield (kind, str(value.get("id"))), owner
        for name in ("services", "contacts", "locations", "service_at_locations", "location"):
            parts = value.get(name)
            for each in parts if isinstance(parts, list) else [parts]:
                if isinstance(each, dict):
                    yield from self._owned(KINDS.get(name, name), each, owner)


def _is_nowhere(told: Told) -> bool:
    """A virtual location without a record is no place: it says that a service is given by telephone or online."""
    return told.kind == "location" and not told.is_ours and told.words("location_type") == "virtual"
