"""Feeds to records: each object is checked as a record would be, and what is right is written."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.location.record import Location
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.service.record import Service
from drws.domains.open_referral.importing import report
from drws.domains.open_referral.importing.checking import Checker
from drws.domains.open_referral.importing.converting import Converted, converted
from drws.domains.open_referral.importing.defaults import Defaults
from drws.domains.open_referral.importing.feeds import read_feeds
from drws.domains.open_referral.importing.placed import placed, warning
from drws.domains.open_referral.importing.record_file import write_record
from drws.kernel.entity import Entity
from drws.planning.check import Subject
from drws.planning.importing import Imported, Outcome, Target, in_order
from drws.read.tree import Places, Value, places

if TYPE_CHECKING:
    from drws.domains.open_referral.importing.found import Found

MODELS: Mapping[str, type[Entity]] = {
    model.KIND: model for model in (Audience, KindOfHelp, Organization, Region, Authority, Location, Contact, Service)
}
"""The types of record that are made, by their kinds."""


def import_feeds(
    folder: Path, target: Target, defaults: Defaults, *, language: str = "", overwrite: bool = False
) -> Imported:
    """Read the feeds in a folder, and write a record for each object that has no problem. `language` is that of a feed that does not say its
    own. A record that is there already stays, unless `overwrite` says otherwise.
    """
    feeds, problems = read_feeds(folder, target.context.languages, language)
    imported = Imported(problems=problems)
    if feeds:
        everything = converted(feeds, target.site, defaults, target.context.languages)
        _Import(target, frozenset(feeds), imported).run(everything, overwrite=overwrite)
    return imported


class _Import:
    """One run."""

    def __init__(self, target: Target, languages: frozenset[str], imported: Imported) -> None:
        self.target = target
        self.missing = tuple(code for code in target.context.languages if code not in languages)
        """The languages of the site that no feed has."""
        self.imported = imported
        self.places_in = cache(_places_in)

    def run(self, everything: list[Converted], *, overwrite: bool) -> None:
        """Write what can be written, and tell the rest. Of what would be one record nothing is written: whatever names it may mean either."""
        times = Counter((each.kind, each.id) for each in everything)
        single = [each for each in everything if times[each.kind, each.id] == 1]
        self.imported.problems += report.twice(
            [each for each in everything if times[each.kind, each.id] > 1], self.places_in
        )
        checker = self._checker(single)
        untold: dict[str, list[Found]] = {}
        for each in single:
            model = MODELS[each.kind]
            fields = in_order(model, {**each.fields, "id": each.id})
            found = list(checker.problems(model, fields, each.told))
            self.imported.problems += (placed(problem, each.told, self.places_in) for problem in found)
            if not found:
                for code in checker.untold(model, fields):
                    untold.setdefault(code, []).append(each.told.first)
                self._write(model, fields, each, overwrite=overwrite)
        self.imported.problems += report.untold(untold, self.places_in)
        self.imported.problems += report.left_and_unlike(
            dict.fromkeys(each.told for each in everything), self.places_in
        )

    def _checker(self, everything: list[Converted]) -> Checker:
        target, context = self.target, self.target.context
        return Checker(
            Subject(target.site, target.addresses, target.domains, today=target.today),
            frozenset((MODELS[each.kind].FOLDER, each.id) for each in everything),
            context,
            replace(context, partial=(*context.partial, *self.missing)),
        )

    def _write(self, model: type[Entity], fields: Mapping[str, Value], each: Converted, *, overwrite: bool) -> None:
        path = self.target.data / model.FOLDER / f"{each.id}.yml"
        outcome = write_record(path, fields, overwrite=overwrite)
        self.imported.outcomes[outcome] += 1
        if outcome is Outcome.KEPT:
            told = warning("import-oruk.kept", each.told.first, self.places_in, name=f"{model.FOLDER}/{path.name}")
            self.imported.problems.append(told)


def _places_in(file: Path) -> Places:
    """JSON is YAML, as far as places go."""
    return places(file.read_text("utf-8-sig", errors="replace"))
