"""What WeasyPrint leaves out of the tags of a PDF: which words are in another language (WCAG 3.1.2), so that a voice reads them in it,
and whether the header of a table is that of a row or of a column.

It makes all tags in one function, which this module wraps while a PDF is written. `pyproject.toml` allows no other version than was
tried, and `tests/test_policy_documents.py` fails when something is missing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
from weasyprint.pdf import tags

WHOLE = ("html", "body")
"""Elements without a tag of their own: the language of the whole stands elsewhere."""


@contextmanager
def tags_completed() -> Iterator[None]:
    """Meanwhile the tag of an element with `lang` has its `/Lang`, and that of a header cell its `/Scope`."""
    build = tags._build_box_tree  # noqa: SLF001  there is no public way

    def completed(box: Any, *arguments: Any) -> Iterator[Any]:  # noqa: ANN401  boxes and tags of WeasyPrint
        element = getattr(box, "_box", box).element  # what is placed absolutely is wrapped
        for tag in build(box, *arguments):
            if element is not None:
                _complete(tag, element)
            yield tag

    tags._build_box_tree = completed  # noqa: SLF001  likewise
    try:
        yield
    finally:
        tags._build_box_tree = build  # noqa: SLF001  likewise


def _complete(tag: Any, element: Any) -> None:  # noqa: ANN401  a tag of WeasyPrint, and the element of which it is
    language = element.attrib.get("lang")
    if language and element.tag not in WHOLE and "Lang" not in tag:
        tag["Lang"] = pydyf.String(language)
    if tag["S"] == "/TH":
        tag["A"]["Scope"] = "/Row" if element.attrib.get("scope") == "row" else "/Column"
