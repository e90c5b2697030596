"""What WeasyPrint leaves out of the tags of a PDF, or puts in.

- Which words are in another language, so that a voice reads them in it (WCAG 3.1.2).
- Whether the header of a table is that of a row or of a column.
- Links in links, where the stylesheet adds words to one.
- Heads and feet of sheets: tagged, and then in no place of the tree. They are decoration (ISO 14289-1, 7.8), which a voice passes over.

It tags in one function and marks in another, which this module wraps while a PDF is written. `pyproject.toml` allows no other version
than was tried, and `tests/test_policy_documents.py` fails when something is missing.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pydyf
from weasyprint import Document
from weasyprint.formatting_structure.boxes import MarginBox
from weasyprint.pdf import tags
from weasyprint.pdf.stream import Stream

WHOLE = ("html", "body")
"""Elements without a tag of their own: the language of the whole stands elsewhere."""


@contextmanager
def tags_completed(document: Document) -> Iterator[None]:
    """Meanwhile the tags of a document are as they should be."""
    build, mark = tags._build_box_tree, Stream.marked  # noqa: SLF001  there is no public way
    margins = frozenset(_boxes_in_margins(document))

    def marked(stream: Stream, box: Any, tag: str) -> AbstractContextManager[None]:  # noqa: ANN401  a box of WeasyPrint
        made: AbstractContextManager[None] = stream.artifact() if id(box) in margins else mark(stream, box, tag)
        return made

    def completed(box: Any, *arguments: Any) -> Iterator[Any]:  # noqa: ANN401  boxes and tags of WeasyPrint
        if isinstance(box, MarginBox):
            return
        of = getattr(box, "_box", box)  # what is placed absolutely is wrapped
        for tag in build(box, *arguments):
            if of.element is not None:
                _complete(tag, of.element, of.element_tag)
            yield tag

    tags._build_box_tree, Stream.marked = completed, marked  # noqa: SLF001  likewise
    try:
        yield
    finally:
        tags._build_box_tree, Stream.marked = build, mark  # noqa: SLF001  likewise


def _boxes_in_margins(document: Document) -> Iterator[int]:
    for page in document.pages:
        for margin in page._page_box.children:  # noqa: SLF001  likewise
            if isinstance(margin, MarginBox):
                yield from map(id, margin.descendants())


def _complete(tag: Any, element: Any, name: str) -> None:  # noqa: ANN401  a tag of WeasyPrint, and the element of which it is
    language = element.attrib.get("lang")
    if language and element.tag not in WHOLE and "Lang" not in tag:
        tag["Lang"] = pydyf.String(language)
    if tag["S"] == "/Link" and "::" in name:  # words that the stylesheet puts into a link are no link in it
        tag["S"] = "/Span"
    if tag["S"] == "/TH":
        tag["A"]["Scope"] = "/Row" if element.attrib.get("scope") == "row" else "/Column"
