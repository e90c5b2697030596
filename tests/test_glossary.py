"""The glossary: hand-written words link to what a term means, once a page and nowhere that they would be in the way."""

import re
from typing import TYPE_CHECKING

import pytest

from drws.build.output import gather_output
from drws.render.first_mentions import once_a_page

if TYPE_CHECKING:
    from tests.example import Example

LETTER = '<a class="term" href="/en/glossary/letter/">{}</a>'
DIRECTORY = '<a class="term" href="/en/glossary/directory/">{}</a>'
LLYTHYR = '<a class="term" href="/cy/geirfa/llythyr/">{}</a>'
CYFEIRIADUR = '<a class="term" href="/cy/geirfa/cyfeiriadur/">{}</a>'

MEANT = "unlike: [{what: language, reason: both pages have the same words, until: 2090-01-01}]\n"


def said(example: "Example", words: str, language: str = "en", front_matter: str = "") -> str:
    """What a page makes of Markdown."""
    for code in ("cy", "en"):
        path = example.root / f"content/{code}/about/people.md"
        before = path.read_text("utf-8").split("---\n")[1]
        path.write_text(f"---\n{before}{MEANT}{front_matter}---\n{words}\n", "utf-8")
    output, problems = gather_output(example.load(), example.work)
    assert output, example.lines(problems)
    text = output.site.authored["about/people"].texts[language]
    return str(output.renderer.prose(text, language)).strip()


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("A letter, a letter.", f"<p>A {LETTER.format('letter')}, a letter.</p>"),
        ("Letters and a letter.", f"<p>{LETTER.format('Letters')} and a letter.</p>"),
        ("The letter’s end.", f"<p>The {LETTER.format('letter')}’s end.</p>"),
        ("A letterbox, a newsletter, a letter-box, a non-letter.", None),
        ("**letter** here", f"<p><strong>{LETTER.format('letter')}</strong> here</p>"),
        ("[a letter](page:about), a letter", f'<p><a href="/en/about/">a letter</a>, a {LETTER.format("letter")}</p>'),
        ("`letter`", None),
        ("## A letter", None),
        ("| letter |\n| --- |\n| none |", None),
    ],
)
def test_the_first_mention_is_a_link(buildable: "Example", words: str, html: str | None) -> None:
    """Whole words alone, in any case, and not in a link, a heading or code."""
    made = said(buildable, words)
    assert made == html if html else 'class="term"' not in made


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("Gair o gyfeiriadur.", f"<p>Gair o {CYFEIRIADUR.format('gyfeiriadur')}.</p>"),
        ("Ei chyfeiriadur a’i llythyrau.", f"<p>Ei {CYFEIRIADUR.format('chyfeiriadur')} a’i {LLYTHYR.format('llythyrau')}.</p>"),
        ("Dau lythyr.", f"<p>Dau {LLYTHYR.format('lythyr')}.</p>"),
        ("A directory.", "<p>A directory.</p>"),
    ],
)  # fmt: skip
def test_a_form_that_the_grammar_makes_is_a_link(buildable: "Example", words: str, html: str) -> None:
    """Where a package knows how first letters change; and forms of one language are none of another."""
    assert said(buildable, words, "cy") == html


def test_the_longest_form_is_meant(buildable: "Example") -> None:
    """A term of several words is itself, across a line's end too, and not the shorter one in it; in a title it is neither."""
    buildable.change({"data/terms/cyfeiriadur.yml": {"name": {"cy": "llyfr llythyrau", "en": "letter book & co"}}})
    made = said(buildable, "A Letter Book & Co of 1900. A letter\nbook & co. A letter.")
    linked = re.findall(r'<a class="term" href="([^"]*)">([^<]*)</a>', made)
    assert linked == [("/en/glossary/letter-book-co/", "letter\nbook &amp; co"), ("/en/glossary/letter/", "letter")]


def test_a_page_can_do_without(buildable: "Example") -> None:
    """One for an emergency."""
    assert said(buildable, "A letter.", front_matter="links_terms: false\n") == "<p>A letter.</p>"


def test_passages_of_one_page_link_a_term_once() -> None:
    """Whichever comes first."""
    letter, other = LETTER.format("letter"), LETTER.format("Letters")
    assert once_a_page(f"<p>{letter}</p>{DIRECTORY.format('x')}<p>{other} {letter}</p>") == (
        f"<p>{letter}</p>{DIRECTORY.format('x')}<p>Letters letter</p>"
    )


def test_a_form_has_one_term(example: "Example") -> None:
    """Two terms with one form in a language, and a term that lists one twice."""
    example.change(
        {
            "data/terms/llythyr.yml": {
                "forms": {"cy": ["llythyrau", "Cyfeiriadur"], "en": ["letters", "Letters", "letter"]}
            }
        }
    )
    said_of = [re.search(r"(forms\.\w+\[\d\]): (.*?)  \[", line) for line in example.lines(example.load().problems)]
    assert [found.groups() for found in said_of if found] == [
        ("forms.cy[1]", "‘Cyfeiriadur’ already belongs to the term ‘cyfeiriadur’"),
        ("forms.en[1]", "‘Letters’ already belongs to the term ‘llythyr’"),
        ("forms.en[2]", "‘letter’ already belongs to the term ‘llythyr’"),
    ]


def test_a_related_term_exists(example: "Example") -> None:
    """Like every id."""
    example.change({"data/terms/llythyr.yml": {"related_ids": ["cyfeiriadurr"]}})
    [line] = example.lines(example.load().problems)
    assert line.startswith("data/terms/llythyr.yml:")
    assert "‘cyfeiriadur’" in line


def test_the_glossary_says_the_other_language(built: "Example") -> None:
    """With its language, in the alphabet's order, and with what the term means in place."""
    page = (built.site / "cy/geirfa/index.html").read_text("utf-8")
    assert re.findall(r'id="?term-(\w+)', page) == ["cyfeiriadur", "llythyr"]
    assert "Geiriau ar bapur." in page
    assert re.search(r'<span lang="?en"?>letter</span>', page)
