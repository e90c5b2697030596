"""The policy of the example whose copies are tested, and what stands on each sheet of a PDF."""

import re
from typing import TYPE_CHECKING

import pypdfium2
from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from tests.example import Example

TEXT = "content/policies/cyswllt/1.1.{}.md"
VERSIONS = {"1.0": "@2023-04-01", "1.1": "@2025-04-01"}
"""The versions of the example whose words stand there, and where they are."""
OWN_PAGE = {"cy": "cy/polisiau/cyswllt-drwy-lythyr", "en": "en/policies/contact-by-letter"}


def page_of(example: "Example", name: str) -> LexborHTMLParser:
    """A page of its site."""
    return LexborHTMLParser((example.site / name / "index.html").read_text("utf-8"))


def sheets_of(pdf: bytes) -> list[str]:
    """The words of each sheet, closed."""
    return [closed(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(pdf)]


def closed(words: str) -> str:
    """Words to look for on a sheet: without spaces and hyphens, which may stand at the end of a line or not."""
    return re.sub(r"[^\w/:.@()]", "", words)
