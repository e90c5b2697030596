"""Markdown of hand-written pages. Nothing outside this package knows the parser, markdown-it-py (docs/decisions/0025)."""

from drws.read.markdown.fences import fenced_lines
from drws.read.markdown.page import Block, PageText, read_page

__all__ = ["Block", "PageText", "fenced_lines", "read_page"]
