"""Markdown of hand-written pages: what it makes, where its problems are, and that no text makes it run away."""

import re
import resource
import subprocess
import sys
from functools import partial

import pytest
from hypothesis import example as also
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.extensions import toc  # type: ignore[import-untyped]  # MkDocs brings it, and pages were made with it
from selectolax.lexbor import LexborHTMLParser

from drws.domains.registry import installed
from drws.kernel.authored import AuthoredLink
from drws.kernel.problem import Problem
from drws.read.markdown import PageText, read_page
from drws.read.markdown.heading_ids import HeadingIds
from drws.render.prose import ALLOWED_TAGS, clean

from .counted_calls import calls

FIRST_LINE = 7
FORMS = tuple(kind.form for kind in installed().blocks.values())
SIGNS = st.lists(
    st.sampled_from(
        [*"#*_`~|->+!&;:\\\"'()[]{}<=/\n \t.aé1", "\n\n", "    ", "```", "---", "===", "&#0;", "&amp;", "<b>", "</p>", "<!--", "<script>",
         "<a href=x onclick='y'>", "javascript:x", "JavaScript&#58;x", "data:text/html,x", "https://pont.example/", "page:about", "[a](", "![a](",
         "[a]: ", "<https://pont.example/>", "<a@b.cy>", "| a | b |\n| --- |:-:|\n", "| <b> | <b> |\n| - | - |\n", "\na\n   <b>", "[a](javascript:x)", "[a](javascript:x(1))", "[a <b>](page:about)", "[a](page:about)", "[a *b* {.c}][d]", "1. ", "- ", "> ", "## ", "\n### a\n", "\n:::\n", "\n::::\n", "\n::: warning\n", "\n:::: steps\n", "\n::: table a\n", "\n::: contact b\n", "::: c=d ", "{: .a onclick=b}", "\x00"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("x<y but z>1 & <3", "<p>x&lt;y but z&gt;1 &amp; &lt;3</p>"),
        ("`<b>[x](page:about){.y}`", "<p><code>&lt;b&gt;[x](page:about){.y}</code></p>"),
        ("```html\n<b>\n[a]: b\n```", "<pre><code>&lt;b&gt;\n[a]: b\n</code></pre>"),
        ("    # <b>", "<pre><code># &lt;b&gt;\n</code></pre>"),
        ("<https://pont.example/?a=1&b=2>", '<p><a href="https://pont.example/?a=1&amp;b=2">https://pont.example/?a=1&amp;b=2</a></p>'),
        ("[a *b*](https://pont.example/Llŷn 'c')", '<p><a href="https://pont.example/Llŷn" title="c">a <em>b</em></a></p>'),
        ("[them](page:about), [a](#b)", '<p><a href="/page:about/">them</a>, <a href="#b">a</a></p>'),
        ("## Tŷ & *gŵyl*: `a_b`?\n## Tŷ & gŵyl: a_b\n### 2", '<h2 id="ty-gwyl-a_b">Tŷ &amp; <em>gŵyl</em>: <code>a_b</code>?</h2>\n<h2 id="ty-gwyl-a_b_1">Tŷ &amp; gŵyl: a_b</h2>\n<h3 id="2">2</h3>'),
        ("| a | b |\n| --- |:-:|\n| 1 | `\\|` |", '<table class="folding">\n<thead>\n<tr>\n<th scope="col">a</th>\n<th scope="col">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td data-label="a">1</td>\n<td data-label="b"><code>|</code></td>\n</tr>\n</tbody>\n</table>'),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("a  \n\\<b> \\[c][d] [e]\\[f]", "<p>a<br>\n&lt;b&gt; [c][d] [e][f]</p>"),
    ],
)  # fmt: skip
def test_markdown_makes_html(text: str, html: str) -> None:
    """CommonMark and tables. In code everything is only text."""
    page, problems = read(text)
    assert problems == []
    assert page
    assert clean(joined(page)) == html


@given(SIGNS)
@also("[a](javascript:x(1))")
@also("[a](java&Tab;script:x)")
@also("[a](https://x/\"onclick='y)")
@also('| a |\n|:-:|\n| <https://"> |')
def test_nothing_gets_out_that_is_not_on_the_list(text: str) -> None:
    """The parser makes no element that cleaning would take out, and no address but of a page, a heading or the web."""
    page, problems = read(text)
    assert page or problems
    if page:
        tree = LexborHTMLParser(f"<main>{joined(page)}</main>").css_first("main")
        assert tree
        nodes = [node for node in tree.traverse() if node.tag != "main"]
        assert {str(node.tag) for node in nodes} <= ALLOWED_TAGS
        assert {name for node in nodes for name in node.attributes} <= {
            "href",
            "id",
            "start",
            "style",
            "class",
            "title",
            "data-label",
            "data-number",
            "scope",
        }
        assert all(re.match(r"https?://|#|/[a-z_]", node.attributes["href"] or "") for node in tree.css("[href]"))
        assert [each.target for each in page.links] == [
            (node.attributes["href"] or "").removeprefix("/").removesuffix("/") for node in tree.css("[href^='/']")
        ]


@given(SIGNS)
@also("> <b>\n\n1. \\\n   a <i\n   b>")
@also("a\n   <b>")
@also("a\r<b>")
@also("- \ta\n\n\t<b>")
def test_every_problem_is_where_it_says(text: str) -> None:
    """At its line and column stands what the message quotes, as far as the first line of it. In a cell a sign may have been escaped."""
    page, problems = read(text)
    lines = re.split("[\n\r]", text.replace("\0", "\ufffd"))
    assert len({(problem.place, problem.message) for problem in problems}) == len(problems)
    for problem in problems:
        rest = lines[problem.place.line - FIRST_LINE][problem.place.column - 1 :]
        quoted = str(problem.values.get("value", "")).split("\n")[0]
        if problem.message in ("content.html", "content.attributes", "content.definition", "content.reference"):
            assert rest.startswith(quoted) or "\\|" in text, (problem, rest)
        elif problem.message == "content.image":
            assert rest.startswith("![") or "\\|" in text, (problem, rest)
    for link in page.links if page else ():
        assert lines[link.line - FIRST_LINE][link.column - 1 :].startswith(link.target) or set("\\&").intersection(text)


@settings(max_examples=50)
@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60),
    st.sampled_from(["page:about", "<b>", "![a](b)", "[a][b]", "{.a}"]),
)
def test_code_is_left_alone(words: str, sign: str) -> None:
    """Whatever stands in it goes out as it was typed."""
    page, problems = read(f"~~~~\n{words}{sign}\n~~~~")
    assert problems == []
    assert page
    assert page.links == ()
    made = LexborHTMLParser(page.html[0]).css_first("code")
    assert made
    assert made.text() == f"{words}{sign}\n"


@given(st.lists(st.text("aÂŵ1_ -#é’.\u0660", max_size=5) | st.sampled_from(["a_1", "a_2", "a_01", "a"]), max_size=20))
def test_headings_keep_their_ids(headings: list[str]) -> None:
    """Those that Python-Markdown gave: published links name them."""
    ids, taken = HeadingIds(), set[str]()
    assert [ids.id_for(words) for words in headings] == [
        toc.unique(toc.slugify(words, "-"), taken) for words in headings
    ]


def test_only_what_is_on_the_list_is_left() -> None:
    """Pages with more are refused when they are read; should something get past that, it is taken out here."""
    made = '<p onclick="x" class="y">a <img src="https://x.example/y.png"><a href="javascript:x">b</a><script>alert(1)</script></p>'
    assert clean(made) == '<p class="">a <img><a>b</a></p>'
    kept = '<h2 id="x">a</h2><ol start="3"><li><a href="/cy/">b</a> <strong>c</strong> <code>&lt;d&gt;</code></li></ol>'
    assert clean(kept) == kept


RUNAWAYS = [
    "#\n", "## a\n", "## a_1\n", "---\n", "a\n===\n", ">", "> ", "- ", "- a\n", "-\n", "1.\n", "> - a\n", "- - - a\n\n", "[", "![", "[]", "][", "[a](", "[a](\n",
    "[a](<b", '[a](b "', "[a](page:a) ", "[a][b]", "[a]: b\n", "<", "<b>", "<b\n", "<!--", "<?", "</", '<a b="', "<a b ", "<a@b.cy>", "&", "&amp;", "&shy;", "\\",
    "`", "``a`", "*", "*a ", "**a", "a**b", "*a _b ", "_*", "{.", "{.a} ", "|", "|-\n", "a|\n", "(", "a\n", "a  \n", "    a\n", "```\n", " ", "\t", "\n",
    ":::", ":::\n", "::: a\n", "::: warning\n", "::: warning\na\n:::\n", ":::: steps\n### a\n", "- ::: warning\n", "::: services a=b ", "::: table a\n|b|\n|-|\n|c|\n:::\n",
]  # fmt: skip


@pytest.mark.parametrize("text", RUNAWAYS, ids=repr)
def test_twice_the_text_is_twice_the_work(text: str) -> None:
    """Counted in calls of functions. Work that grows with the square would be four times as much."""
    read("a")
    short, long = (calls(partial(read, text * (length // len(text)))) for length in (500, 1_000))
    assert long < 2.6 * short + 1_000


@pytest.mark.slow
def test_a_large_page_is_read_in_the_end() -> None:
    """Of half the largest size: what took Python-Markdown eight seconds each. The system ends a process that needs half of that for all."""
    texts = [text * (50_000 // len(text)) for text in ("#\n", "---\n", "a\n===\n", "[")]
    program = f"from drws.read.markdown import read_page\nfor text in {texts!r}: read_page(text, 'content/x.md', 1)"
    limited = lambda: resource.setrlimit(resource.RLIMIT_CPU, (16, 16))  # noqa: E731
    done = subprocess.run([sys.executable, "-"], input=program, text=True, check=False, preexec_fn=limited)
    assert done.returncode == 0


def read(text: str) -> tuple[PageText | None, list[Problem]]:
    """Read a page's Markdown."""
    return read_page(text, "content/en/x.md", FIRST_LINE, forms=FORMS)


def joined(page: PageText) -> str:
    """The HTML of a page in which a link by name leads to a page of that name."""
    assert len(page.html) == len(page.links) + 1
    return page.html[0] + "".join(
        f"{_address(link)}{html}" for link, html in zip(page.links, page.html[1:], strict=True)
    )


def _address(link: AuthoredLink) -> str:
    return f"/{link.target}/"
