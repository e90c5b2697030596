"""The Markdown that pages may use: CommonMark, tables and blocks. What pages must not use is parsed as well, so that it can be found."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import heading, lheading, paragraph, table
from markdown_it.rules_inline import autolink, image, link
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from drws.read.markdown.block_marks import render_mark
from drws.read.markdown.declined import PARTED, character, declining, definition, is_html, reference
from drws.read.markdown.located import located_block, located_inline

ATTRIBUTES = re.compile(r"\{:?\s*[.#][^{}\n]*\}")


def parse(text: str) -> list[Token]:
    """The tokens of a text. Inline tokens know their lines, and what `page.py` asks about knows its place in them."""
    return _parser().parse(text)


def render(tokens: list[Token]) -> str:
    """The HTML of tokens."""
    parser = _parser()
    return str(parser.renderer.render(tokens, parser.options, {}))


class _Parser(MarkdownIt):
    """Where a link leads is judged by `page.py`, at its line. markdown-it would print as text what it does not like."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  markdown-it calls it so
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False}).enable("table")
    block, inline = parser.block.ruler, parser.inline.ruler
    parser.disable("reference")  # `definition` finds link definitions; this rule would take them out of the text
    block.at("table", located_block(table), {"alt": ["paragraph"]})
    block.at("heading", located_block(heading), {"alt": ["paragraph", "blockquote"]})
    block.at("lheading", located_block(lheading))
    block.at("paragraph", located_block(paragraph))
    container_plugin(parser, "block", validate=lambda *_: True, render=render_mark)
    inline.at("link", located_inline(link))
    inline.at("image", located_inline(image))
    inline.at("autolink", located_inline(autolink))
    inline.before("link", "definition", declining("content.definition", definition))
    inline.after("link", "reference", reference)
    inline.after("link", "parted", declining("content.parted-link", PARTED.match))
    inline.after("autolink", "html", declining("content.html", is_html))
    inline.before("entity", "character", declining("yaml.invisible", character))
    inline.push("attributes", declining("content.attributes", ATTRIBUTES.match))
    return parser
