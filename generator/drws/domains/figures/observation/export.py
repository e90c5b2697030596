"""The figures of each measure as a table for spreadsheets: CSV (RFC 4180), one file for all languages, as `data/observations/` has them."""

import csv
from collections.abc import Iterator
from functools import partial
from io import StringIO

from drws.domains.figures.addresses import table_of
from drws.domains.figures.measure.record import Measure
from drws.domains.figures.observation.queries import tables
from drws.domains.figures.observation.record import Observation, Series
from drws.planning.export import File, Publication
from drws.read.tables import guarded


def export(publication: Publication) -> Iterator[File]:
    """One file for each measure that has figures."""
    site, addresses = publication.site, publication.addresses
    codes = [language.code for language in site.languages]
    for measure in site.all(Measure):
        if series := tables(site).get(measure.id):
            yield addresses.path(table_of(measure), codes[0]), partial(_file, series, codes)


def _file(series: Series, codes: list[str]) -> bytes:
    return table(series, codes).encode("utf-8-sig")


def table(series: Series, codes: list[str]) -> str:
    """The figures in the columns in which they can be read again."""
    columns = [name for name in Observation.model_fields if name != "note"]
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([*columns, *(f"note_{code}" for code in codes)])
    for observation in series.observations:
        cells = [_cell(getattr(observation, name)) for name in columns]
        notes = [observation.note.in_language(code).words if observation.note else "" for code in codes]
        writer.writerow([*cells, *map(guarded, notes)])
    return text.getvalue()


def _cell(value: object) -> str:
    """A value as it is typed in such a table. What has a form of its own cannot be a formula: `-45` is a number."""
    if value is None or value is False:
        return ""
    if isinstance(value, tuple):
        return " ".join(value)
    return "true" if value is True else str(value)
