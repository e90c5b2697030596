"""Addresses on the internet."""

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator

from drws.kernel.characters import INVISIBLE
from drws.kernel.values.hosts import check_host, check_letters
from drws.kernel.values.words import Words, refused

_NEVER = re.compile(r"[\s<>\"'\\^`{|}]")
"""What stands in no address as it is: it is written as `%` and two digits."""

_MEANS_MORE = re.compile(r"[?#/%]")
"""What an address of an email may hold before its @ (RFC 5322), and what a link that begins one would not take as part of it (RFC 6068):
`mailto:help?bcc=somebody@pont.example` writes to others. `&` means something only after `?`, and real addresses have it.
"""


def _email(value: str) -> str:
    # Where every record is as it was, `drws check` reads no address, and starts the sooner without the patterns of this package.
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415

    try:
        address = validate_email(value, check_deliverability=False)
    except EmailNotValidError:
        raise refused("value.email", value) from None
    if _MEANS_MORE.search(address.local_part):
        raise refused("value.email", value)
    check_letters(address.local_part, value)
    check_host(address.domain, value, "value.email")
    return address.normalized


def parse_web_address(value: str) -> str:
    """The address of a page, wherever it is written: in a record, or in a hand-written page. Raises `PydanticCustomError` for anything else."""
    try:
        parts = urlsplit(value)
        host, _ = parts.netloc.partition(":")[0], parts.port
    except ValueError:  # brackets without an end, a port that is none, a sign that would become several
        raise refused("value.web-address", value) from None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or _NEVER.search(value) or INVISIBLE.search(value):
        raise refused("value.web-address", value)
    check_host(host, value, "value.web-address")
    return value


def _site_address(value: str) -> str:
    if not value.endswith("/") or re.search(r"[?#]", value):
        raise refused("value.site-address", value)
    return value


Email = Annotated[Words, AfterValidator(_email)]
"""An email address (RFC 5322), without what would lead a link to another one. Whether anyone reads it is not asked."""
WebAddress = Annotated[Words, AfterValidator(parse_web_address)]
"""An address that starts with http:// or https://, with no name or password in it. In the name of the site stand letters from a to z, with
marks perhaps."""
SiteAddress = Annotated[WebAddress, AfterValidator(_site_address)]
"""Where a site is published: a web address with a slash at the end, and nothing after it."""
