"""Parts of records: languages, telephone lines, hours, addresses."""

import re
from collections.abc import Iterable

from drws.domains.open_referral.importing.known import Known
from drws.domains.open_referral.importing.told import Told
from drws.domains.open_referral.importing.trust import filled
from drws.read.tree import Value


def codes(languages: Iterable[Told], known: Known) -> list[Value]:
    """The codes of languages, of those that the site has. The names follow from them."""
    found: list[Value] = []
    for each in languages:
        code = (each.words("code") or "").lower()
        each.taken.add("name")
        if code in {language.code for language in known.site.languages}:
            found.append(code)
        else:
            each.taken.discard("code")
    return found


def phone(told: Told, known: Known) -> dict[str, Value]:
    """A telephone line."""
    kind = told.words("x_type") or told.words("type")
    told.taken |= {"type", "x_uri"}
    return filled(
        {
            "number": told.words("number"),
            "type": None if kind == "voice" else kind,
            "extension": told.words("x_extension") or told.words("extension"),
            "option": told.words("x_option"),
            "message": told.words("x_message"),
            "relay_prefix": told.words("x_relay_prefix"),
            "cost": told.text("x_cost"),
            "description": told.text("description"),
            "languages": codes(told.parts("languages"), known),
        }
    )


RARER = ("interval", "bymonthday", "byweekno", "byyearday", "count", "until", "valid_from", "valid_to")
"""What makes hours of a schedule that do not hold in each week. A record has no place for it."""


def schedules(parts: Iterable[Told]) -> list[Value]:
    """When somebody answers, in each week. Other hours are left: to show them as weekly would send people to a closed door."""
    return [_schedule(each) for each in parts if _is_weekly(each)]


def _is_weekly(told: Told) -> bool:
    value = told.first.value
    days = re.fullmatch(r"[A-Z]{2}(,[A-Z]{2})*", str(value.get("byday") or ""))
    rare = [name for name in RARER if value.get(name) not in (None, "", 1)]
    times = all(re.fullmatch(r"\d\d:\d\d(:\d\d)?Z?", str(value.get(name) or "")) for name in ("opens_at", "closes_at"))
    return value.get("freq", "WEEKLY") == "WEEKLY" and bool(days) and times and not rare


def _schedule(told: Told) -> dict[str, Value]:
    """Times are those of the clock on the wall. `Z` after one, which feeds write all year round, is left out."""
    told.taken |= {"freq", "x_timezone"} | ({"interval"} & told.first.value.keys())
    return filled(
        {
            "byday": list((told.words("byday") or "").split(",")),
            "opens_at": _time(told.words("opens_at")),
            "closes_at": _time(told.words("closes_at")),
            "closed_on_holidays": told.words("x_closed_on_holidays"),
            "description": told.text("description"),
        }
    )


def holiday(told: Told) -> dict[str, Value]:
    """What is different on a public holiday."""
    return filled(
        {
            "date": told.words("date"),
            "opens_at": _time(told.words("opens_at")),
            "closes_at": _time(told.words("closes_at")),
        }
    )


def addresses(told: Told) -> list[Value]:
    """An address as each language writes it, the same one once."""
    found: list[Value] = []
    for part in told.parts("addresses")[:1]:
        for code, each in part.by_language.items():
            one = Told("addresses", {code: each}, told.languages)
            language = one.words("x_language") or code
            said = filled(
                {
                    "address_1": one.words("address_1"),
                    "address_2": one.words("address_2"),
                    "city": one.words("city"),
                    "postal_code": one.words("postal_code"),
                    "country": one.words("country"),
                    "language": language,
                }
            )
            found += [said] if said not in found else []
        part.taken |= {"address_1", "address_2", "city", "postal_code", "country", "x_language", "address_type"}
        if told.is_ours or part.words("state_province") in (part.words("city"), None):
            part.taken.add("state_province")  # it follows from the postcode, or says nothing new
        else:
            part.taken.discard("state_province")
        part.differing.clear()
    return found


def _time(time: str | None) -> str | None:
    """`9:00` of `09:00:00Z`; midnight at the end of a day is `0:00`."""
    if time is None:
        return None
    hours, _, minutes = time.partition(":")
    return f"{0 if hours == '24' else hours.lstrip('0') or '0'}:{minutes[:2]}"
