"""Every number as two files for programs, in all languages at once: JSON, and a table for spreadsheets (CSV, RFC 4180).

Fields have the names of HSDS where it has them. `null` and an empty cell mean that no source says it, never that it is not so.
"""

import csv
import json
from collections.abc import Iterator
from functools import partial
from io import StringIO
from typing import Any
from urllib.parse import urljoin

from drws.domains.directory.addresses import NUMBERS_JSON, NUMBERS_PAGE, NUMBERS_TABLE
from drws.domains.directory.contact.record import Schedule
from drws.domains.directory.numbers.lines import Line, lines
from drws.domains.directory.queries import assurance_of
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.text import Text
from drws.planning.addresses import Target
from drws.planning.export import File, Publication
from drws.planning.plan import Planner
from drws.read.tables import guarded


def export(publication: Publication) -> Iterator[File]:
    """Both files, where there is a number."""
    if lines(publication.site):
        code = publication.planners[0].code
        numbers = _Numbers(publication.planners)
        yield publication.addresses.path(NUMBERS_JSON, code), partial(_json, numbers)
        yield publication.addresses.path(NUMBERS_TABLE, code), partial(_table, numbers)


class _Numbers:
    """The numbers in the words of every language."""

    def __init__(self, planners: tuple[Planner, ...]) -> None:
        self.planners = planners
        self.site = planners[0].site
        self.codes = tuple(planner.code for planner in planners)

    def whole(self) -> dict[str, Any]:
        """What the file for programs holds."""
        partnership = self.site.partnership
        return {
            "as_of": self.site.as_of.isoformat(),
            "publisher": self.said(partnership.name),
            "licence": self.said(partnership.licence),
            "url": self.addresses(NUMBERS_PAGE),
            "numbers": [self.number(line) for line in lines(self.site)],
        }

    def number(self, line: Line) -> dict[str, Any]:
        """One of them."""
        phone, contact, organization = line.phone, line.contact, line.organization
        charge = phone.cost or (
            self.site.settings(DirectorySettings).call_charge(phone.number) if phone.is_rung else None
        )
        return {
            "id": line.id,
            "number": phone.number.text,
            "uri": phone.uri,
            "type": phone.type.value,
            "extension": phone.extension,
            "option": phone.option,
            "message": phone.message,
            "text_relay": f"{phone.relay_prefix} {phone.number.text}" if phone.relay_prefix else None,
            "description": self.said(phone.description),
            "cost": self.said(charge),
            "languages": list(phone.languages or contact.languages) or None,
            "schedules": [_schedule(each) for each in contact.schedules] or None,
            "always_open": contact.is_always_open,
            "purpose": {"id": line.purpose.id, "name": self.said(line.purpose.name)},
            "contact": {
                "id": contact.id,
                "name": self.said(contact.name),
                "description": self.said(contact.description),
                "area_ids": list(contact.area_ids),
            },
            "organization": {
                "id": organization.id,
                "name": self.said(organization.name),
                "url": self.addresses(organization),
            },
            "assured_date": contact.assured_date.isoformat() if contact.assured_date else None,
            "standing": self.standing(line),
            "source_date": line.source_date.iso if line.source_date else None,
            "sources": list(dict.fromkeys(source.url for source in contact.sources if source.url)),
        }

    def standing(self, line: Line) -> str:
        """How sure the number is: `confirmed`, `confirm_again`, `not_confirmed`, or `doubted`, where a page says that it may be wrong."""
        if assurance := assurance_of(line.contact, self.site):
            return "confirm_again" if assurance.please_confirm else "confirmed"
        return "doubted" if line.doubt else "not_confirmed"

    def row(self, line: Line) -> Iterator[str]:
        """The same in the columns of the table."""
        number = self.number(line)
        yield from (str(number[name] or "") for name in PLAIN)
        yield "; ".join(_opening_hours(each) for each in line.contact.schedules)
        yield from (number["purpose"]["id"], number["contact"]["id"], number["organization"]["id"])
        yield from (number["assured_date"] or "", number["standing"], number["source_date"] or "")
        for code in self.codes:
            yield number["purpose"]["name"].get(code, "")
            yield number["contact"]["name"].get(code, "")
            yield number["organization"]["name"].get(code, "")
            yield (number["description"] or number["contact"]["description"] or {}).get(code, "")
            yield (number["cost"] or {}).get(code, "")
            yield number["organization"]["url"][code]

    def said(self, text: Text | None) -> dict[str, str] | None:
        """Words by their language; a language in which they are not said is left out."""
        if text is None:
            return None
        return {code: text.in_language(code).words for code in self.codes if text.is_in(code)}

    def addresses(self, target: Target) -> dict[str, str]:
        """Where a page is in each language."""
        url = self.site.partnership.url
        return {planner.code: urljoin(url, planner.addresses.path(target, planner.code)) for planner in self.planners}


PLAIN = ("id", "number", "uri", "type", "extension", "option", "message", "text_relay")
"""Columns that are the same in each language and come from the number itself. `uri` is what a machine dials: a spreadsheet leaves it alone,
while it would make a sum of `+44…`."""
RECORD = ("opening_hours", "purpose", "contact", "organization", "assured_date", "standing", "source_date")
IN_LANGUAGES = ("purpose_name", "contact_name", "organization_name", "description", "cost", "url")


def _json(numbers: _Numbers) -> bytes:
    return f"{json.dumps(numbers.whole(), ensure_ascii=False, indent=1)}\n".encode()


def _table(numbers: _Numbers) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow((*PLAIN, *RECORD, *(f"{name}_{code}" for code in numbers.codes for name in IN_LANGUAGES)))
    writer.writerows(map(guarded, numbers.row(line)) for line in lines(numbers.site))
    return text.getvalue().encode("utf-8-sig")


def _schedule(schedule: Schedule) -> dict[str, Any]:
    return {
        "byday": [day.value for day in schedule.byday],
        "opens_at": f"{schedule.opens_at:%H:%M}",
        "closes_at": "24:00" if schedule.is_until_midnight else f"{schedule.closes_at:%H:%M}",
        "closed_on_holidays": schedule.closed_on_holidays,
    }


def _opening_hours(schedule: Schedule) -> str:
    """As schema.org writes it (`openingHours`): `Mo-Fr 09:00-17:00`."""
    days = (first if first == last else f"{first}-{last}" for first, last in schedule.runs)
    hours = _schedule(schedule)
    return f"{','.join(days).title()} {hours['opens_at']}-{hours['closes_at']}"
