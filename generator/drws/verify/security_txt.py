"""`security.txt`, where there is one, can be read by those who look for it: it says whom to tell, until when that holds, in which languages, and that it is of this site (RFC 9116)."""

import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urljoin

from drws.domains.website.security_txt import NAME
from drws.kernel.problem import Problem
from drws.verify.site import BuiltSite, place_of

ID = "security.txt"

CONTACT = re.compile(r"https://\S+|mailto:\S+@\S+|tel:\+?[0-9-]+")
"""Web addresses begin with https:// (RFC 9116, section 2.5.3)."""


def verify(site: BuiltSite) -> Iterator[Problem]:
    """The first field that is missing, is there more often than it may, or says something else."""
    if NAME in site.files and (field := _wrong_field(site)):
        yield Problem(place_of(NAME), "verify.broken-file", {"value": f"security.txt: {field}"})


def _wrong_field(site: BuiltSite) -> str:
    try:
        lines = site.content(NAME).decode().splitlines()
    except UnicodeDecodeError:
        return "UTF-8"
    fields: dict[str, list[str]] = {}
    for line in lines:
        if line and not line.startswith("#"):
            name, _, value = line.partition(": ")
            fields.setdefault(name, []).append(value)
    contacts, expires = fields.get("Contact", []), fields.get("Expires", [])
    languages = [each.strip() for said in fields.get("Preferred-Languages", []) for each in said.split(",")]
    right = {
        "Contact": bool(contacts) and all(CONTACT.fullmatch(each) for each in contacts),
        "Expires": len(expires) == 1 and _is_moment(expires[0]),
        "Preferred-Languages": sorted(languages) == sorted(site.languages),
        "Canonical": fields.get("Canonical") == [urljoin(site.url, NAME)],
        "Policy": all(each.startswith("https://") for each in fields.get("Policy", [])),
    }
    return next((name for name, is_right in right.items() if not is_right), "")


def _is_moment(written: str) -> bool:
    """Is it a moment with its time zone (RFC 3339)?"""
    try:
        return datetime.fromisoformat(written).tzinfo is not None
    except ValueError:
        return False
