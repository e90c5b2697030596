"""Addresses on the internet."""

import re
from typing import Annotated
from urllib.parse import urlsplit

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator

from drws.kernel.values.words import Words, refused


def _email(value: str) -> str:
    try:
        return validate_email(value, check_deliverability=False).normalized
    except EmailNotValidError:
        raise refused("value.email", value) from None


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        sound = (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and "." in (parts.hostname or "")
            and not parts.username
        )
        _ = parts.port
    except ValueError:
        sound = False
    if not sound or re.search(r"[\s<>\"'\\^`{|}]", value):
        raise refused("value.web-address", value)
    return value


def _site_address(value: str) -> str:
    if not value.endswith("/") or re.search(r"[?#]", value):
        raise refused("value.site-address", value)
    return value


Email = Annotated[Words, AfterValidator(_email)]
"""An email address (RFC 5322). Whether anyone reads it is not asked."""
WebAddress = Annotated[Words, AfterValidator(_web_address)]
"""An address that starts with http:// or https://, with no name or password in it."""
SiteAddress = Annotated[WebAddress, AfterValidator(_site_address)]
"""Where a site is published: a web address with a slash at the end, and nothing after it."""
