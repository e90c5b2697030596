"""What is known while objects become records: which record each object is, what the site has, and what the import was told."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.organization.record import Authority
from drws.domains.directory.settings import DirectorySettings
from drws.domains.open_referral.importing.defaults import Defaults
from drws.domains.open_referral.importing.told import Told
from drws.domains.open_referral.taxonomy import Taxonomy
from drws.kernel.site import Site
from drws.kernel.text import Text
from drws.read.tree import Value


@dataclass(frozen=True, slots=True)
class Known:
    """What a converter may ask."""

    site: Site
    defaults: Defaults
    ids: Mapping[tuple[str, str], str]
    """By the kind and the UUID of an object, the id of its record."""
    names: dict[str, Value] = field(default_factory=dict)
    """The names of organizations that have become records, by their ids."""

    def id_of(self, kind: str, uuid: object) -> str | None:
        """The id of the record of an object."""
        return self.ids.get((kind, str(uuid)))

    def terms(self, told: Told, taxonomy: Taxonomy, *, usual: Iterable[str] = ()) -> list[str]:
        """The ids of the terms that something has: by their codes where a site of ours made them, or else by their names."""
        return list(dict.fromkeys(self._terms(told, taxonomy))) or list(filter(None, usual))

    def area(self, name: str, uri: str) -> str | None:
        """The area of the site with a name or a code."""
        site = self.site
        codes = {each.code: each.id for each in site.all(Authority)}
        return codes.get(uri.rstrip("/").rpartition("/")[2]) or _by_name(
            name,
            [
                *((each.id, each.name) for each in site.settings(DirectorySettings).areas),
                *((each.id, text) for each in site.all(Authority) for text in (each.place, each.name)),
            ],
        )

    def _terms(self, told: Told, taxonomy: Taxonomy) -> Iterator[str]:
        for attribute in told.parts("attributes"):
            if told.is_ours and attribute.words("link_type") != taxonomy.value:
                continue
            attribute.taken |= {"link_id", "link_type", "link_entity", "taxonomy_term_id"}
            was_taken = "taxonomy_term" in attribute.taken
            term = attribute.part("taxonomy_term")
            found = (term.words("code") if told.is_ours else self._by_name(term, taxonomy)) if term else None
            if found:
                yield found
            elif not was_taken:
                attribute.taken.discard("taxonomy_term")  # nobody knows what it is, and the import says so

    def _by_name(self, term: Told, taxonomy: Taxonomy) -> str | None:
        names = {
            Taxonomy.AUDIENCE: [(each.id, each.name) for each in self.site.all(Audience)],
            Taxonomy.KIND_OF_HELP: [(each.id, each.name) for each in self.site.all(KindOfHelp)],
        }
        return _by_name(term.words("name") or "", names.get(taxonomy, ()))


def reference(name: str | None) -> str | None:
    """The id in a name of a record: `dyffryn` of `region:dyffryn`."""
    return name.partition(":")[2] or None if name else None


def _by_name(name: str, named: Iterable[tuple[str, Text]]) -> str | None:
    wanted = name.casefold().strip()
    for id_, text in named:
        if wanted and wanted in {each.casefold() for each in (text.same, *text.words.values())}:
            return id_
    return None
