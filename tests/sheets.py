"""What stands on each sheet of a PDF."""

import re

import pypdfium2


def sheets_of(pdf: bytes) -> list[str]:
    """The words of each sheet, closed."""
    return [closed(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(pdf)]


def closed(words: str) -> str:
    """Words to look for on a sheet: without spaces and hyphens, which may stand at the end of a line or not."""
    return re.sub(r"[^\w/:.@()]", "", words)
