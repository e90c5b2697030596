"""Files of events to records: each row is checked as a record would be, and what is right is written."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from drws.domains.events.event.check import problems_of
from drws.domains.events.event.record import Event
from drws.domains.events.importing.calendar_file import read_calendar
from drws.domains.events.importing.entry import Entry
from drws.domains.events.importing.joining import joined
from drws.domains.events.importing.record_file import write_record
from drws.domains.events.importing.table import read_table
from drws.kernel.ids import mentions
from drws.kernel.problem import Place, Problem, Severity
from drws.kernel.site import Site
from drws.planning.check import Subject
from drws.planning.importing import Imported, Outcome, Target, in_order
from drws.read.decode import Context, decode
from drws.read.reader import Folder, read_text
from drws.read.tree import Value


def import_events(
    files: Sequence[Path], target: Target, *, kind: str = "", region: str = "", source: str = ""
) -> Imported:
    """Read every file, and write a record for each event that has no problem. The kind, the region and the page that is the source are for
    those that do not say theirs.
    """
    said: dict[str, Value] = {"kind_id": kind, "region_ids": [region], "sources": [{"url": source}]}
    defaults = {name: said[name] for name, given in zip(said, (kind, region, source), strict=True) if given}
    imported = Imported()
    subject = Subject(target.site, target.addresses, target.domains, today=target.today)
    entries: list[Entry] = []
    for path in files:
        found, problems = _read(path, target.site, target.context)
        entries += found
        imported.problems += problems
    for entry in joined(entries, imported.problems):
        fields = {**defaults, "translation": "draft", **entry.fields}
        problems = list(_problems(fields, entry, subject, target.context))
        imported.problems += problems
        if not problems:
            outcome = write_record(target.data / Event.FOLDER / f"{entry.id}.yml", _in_order(fields))
            imported.outcomes[outcome] += 1
            if outcome is Outcome.KEPT:
                place = Place(entry.file, line=entry.line, column=1)
                imported.problems.append(Problem(place, "import.kept", {"id": entry.id}, Severity.WARNING))
    return imported


def _read(path: Path, site: Site, context: Context) -> tuple[list[Entry], list[Problem]]:
    folder = Folder(path.parent, path.parent.as_posix())
    file = path.as_posix() if path.parent == Path() else folder.logical(path)
    if path.suffix.lower() not in (".csv", ".ics"):
        return [], [Problem(Place(file, line=1, column=1), "import.ending", {"name": path.name})]
    text, problems = read_text(path, folder)
    if text is None:
        return [], problems
    if path.suffix.lower() == ".csv":
        return read_table(text, file, context.languages)
    return read_calendar(text, file, context.languages, site.partnership.timezone)


def _problems(fields: dict[str, Value], entry: Entry, subject: Subject, context: Context) -> Iterator[Problem]:
    """Everything that would be wrong with the record, where the file has it."""
    event, found = decode(Event, fields, entry.file, context)
    if event:
        for mention in mentions(event):
            if not subject.knows(mention):
                values = {"id": mention.id, "nearest": subject.nearest(mention)}
                found.append(Problem(Place(entry.file, mention.path), "references.unknown", values))
        found += problems_of(event, subject) if not found else ()
    yield from map(entry.placed, found)


def _in_order(fields: dict[str, Value]) -> dict[str, Value]:
    """The fields in the order of every record, and languages in one order, whichever file came first."""
    return {
        name: dict(sorted(value.items())) if isinstance(value, dict) else value
        for name, value in in_order(Event, fields).items()
    }
