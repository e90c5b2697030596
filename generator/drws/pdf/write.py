"""The HTML of a document as a tagged PDF (PDF/UA-1, ISO 14289-1). The same HTML gives the same bytes."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from weasyprint import CSS, DEFAULT_OPTIONS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from drws.kernel.problem import Place, Problem, Refused
from drws.pdf.tags import tags_completed

FILES = "https://theme.invalid/"
"""What the stylesheet's own addresses stand below: `url(letters.woff2)`. No host can have that name (RFC 6761), and it is never asked for."""

OPTIONS = {
    "pdf_variant": "pdf/ua-1",
    "pdf_identifier": True,  # made of the content, so that it can be made again
}


def as_pdf(html: str, stylesheet: str, *, style_file: str, address: str, files: Mapping[str, bytes]) -> bytes:
    """A PDF. `address` is that of the page, for its links; `files` are those of the theme, and nothing else is fetched.

    Raises Refused when the stylesheet or the HTML asks for anything else.
    """
    fetcher = _OnlyTheseFiles(files)
    try:
        fonts = FontConfiguration()
        with _at_no_time():
            styles = CSS(string=stylesheet, base_url=FILES, url_fetcher=fetcher, font_config=fonts)
            page = HTML(string=html, base_url=address, url_fetcher=fetcher)
            document = page.render(fonts, stylesheets=[styles], **OPTIONS)
            with tags_completed(document):
                made = document.write_pdf(**DEFAULT_OPTIONS | OPTIONS)
    except FatalURLFetchingError:
        raise Refused(Problem(Place(style_file), "tools.pdf-file", {"name": fetcher.refused})) from None
    assert isinstance(made, bytes)  # noqa: S101  what it gives where it is to write to no file
    return made


@contextmanager
def _at_no_time() -> Iterator[None]:
    """Fonts are made smaller meanwhile, and would say when (https://reproducible-builds.org/specs/source-date-epoch/)."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before


class _OnlyTheseFiles(URLFetcher):  # type: ignore[misc]  # the package has no types
    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=())
        self.files = files
        self.refused = ""

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:  # noqa: ANN401, ARG002  as it calls it
        name = url.removeprefix(FILES)
        if name not in self.files or name == url:
            self.refused = name
            raise FatalURLFetchingError(name)
        return URLFetcherResponse(url, self.files[name])
