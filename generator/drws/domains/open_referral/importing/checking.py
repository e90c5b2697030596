"""A record that may be made, checked as `drws check` would check it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drws.domains.open_referral.importing.told import Told
from drws.kernel.entity import Entity
from drws.kernel.fact_kind import FactKind
from drws.kernel.ids import mentions
from drws.kernel.problem import Place, Problem
from drws.planning.check import Subject
from drws.read.decode import Context, decode
from drws.read.dump import dumped
from drws.read.tree import Value, parse


@dataclass(frozen=True, slots=True)
class Checker:
    """What records are checked against."""

    subject: Subject
    """The site."""
    planned: frozenset[tuple[str, str]]
    """The folder and the id of every record that may be made: others may name them."""
    context: Context
    lenient: Context
    """The same for records that lack words in a language that no feed has."""

    def problems(self, model: type[Entity], fields: Mapping[str, Value], told: Told) -> Iterator[Problem]:
        """Everything that would be wrong with a record. Words may be missing in a language that no feed has."""
        file = told.first.file.as_posix()
        if _is_withheld(told) and model.model_fields["description"].is_required():
            yield Problem(Place(file), "import-oruk.withheld")
            return
        _, unreadable = parse(dumped(fields), file)
        if unreadable:
            yield Problem(Place(file), unreadable[0].message, unreadable[0].values)
            return
        record, found = decode(model, dict(fields), file, self.lenient)
        yield from found
        for mention in mentions(record) if record else ():
            if not self.subject.knows(mention) and not self.planned & {
                (each, mention.id) for each in mention.collections
            }:
                values = {"id": mention.id, "nearest": self.subject.nearest(mention)}
                yield Problem(Place(file, mention.path), "references.unknown", values)

    def untold(self, model: type[Entity], fields: Mapping[str, Value]) -> set[str]:
        """The languages in which a record without problems lacks words."""
        _, found = decode(model, dict(fields), "", self.context)
        return {str(each.values["language"]) for each in found if each.message == "text.missing-language"}


def _is_withheld(told: Told) -> bool:
    """Was the description too old to be published? Words that say so stand in its place, and are none."""
    withheld = told.first.value.get("x_withheld")
    return isinstance(withheld, list) and FactKind.DESCRIPTION.value in withheld
