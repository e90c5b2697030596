"""The search of the real site, asked in Node.js through the site's own script: every form of Welsh words, and words of any kind."""

import gzip
import json
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import fmean
from typing import Any, TypeAlias

import pytest
from selectolax.lexbor import LexborHTMLParser

from cymraeg.keys import Keys, resolve
from cymraeg.mutations import mutated
from cymraeg.words import CLITICS, fold, words
from drws.search.copies import PASSED_OVER
from drws.search.packed import SIGNATURE
from drws.search_test.asking import ask
from drws.search_test.queries import Query, pages_of
from drws.system.node import node
from tests.test_cymraeg import listed

ALL = 1000
"""More results than there are pages."""
LANGUAGES = ("cy", "en")
LISTS = ("families.txt", "unseen.txt")
"""Forms of Welsh words, a word a line; the second was written down when the keys were made."""
IN_A_LIST = {"cy": "rhestr", "en": "list"}
"""A word of what every service has, hidden."""
ENDLESS = ("dal " * 16, "tal dal gwyn môr tân " * 40, "x" * 100_000, "adoption child " * 5000)

Answers: TypeAlias = Mapping[tuple[str, str], tuple[str, ...]]

pytestmark = pytest.mark.node


@pytest.fixture(scope="module")
def site(real_site: Path) -> Path:
    """The real site, with its index."""
    return real_site


def told_by(script: str, given: object) -> Any:
    """What a script writes in Node.js, as JSON; `given` is its argument."""
    command = [node(), "--no-warnings", "--input-type=module", "--eval", script, json.dumps(given)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def table_of(site: Path, language: str) -> dict[str, Any]:
    """What the page of search gets of a language before anything is asked."""
    table: dict[str, Any] = json.loads((site / "search" / f"{language}.json").read_text("utf-8"))
    return table


def bets(site: Path, language: str) -> list[str]:
    """A question of each best bet."""
    return [said[0] for said, *_ in table_of(site, language)["best_bets"] if said]


@pytest.fixture(scope="module")
def answers(site: Path) -> Answers:
    """Every page that is found for what the tests below ask, by language and question. All of it is asked in one process."""
    forms = [("cy", form) for name in LISTS for family in listed(name) for form in family]
    others = [
        (language, question)
        for language in LANGUAGES
        for question in (*bets(site, language), *ENDLESS, IN_A_LIST[language])
    ]
    asked = list(dict.fromkeys((*forms, *others)))
    queries = [Query(lang=language, q=question) for language, question in asked]
    return dict(zip(asked, ask(site, queries, {each: f"/{each}/" for each in LANGUAGES}, first=ALL), strict=True))


def test_a_link_cannot_make_endless_work(answers: Answers) -> None:
    """A question of any length, of words with several readings, is answered: it would not be if every combination were made."""
    assert {(language, typed) for language in LANGUAGES for typed in ENDLESS} <= answers.keys()


def test_a_word_of_any_language_is_not_mended(site: Path) -> None:
    """A word that the dictionary of either language has, an abbreviation and a name are searched for as they are."""
    typed = {
        "cy": ["gafael", "Llanelli", "suicide"],
        "en": ["attacking", "adhd", "hunanladdiad", "Aberystwyth"],
    }
    script = """
      import { readFile } from "node:fs/promises";
      const [engine, site, typed] = JSON.parse(process.argv[1]);
      globalThis.fetch = async (address) => new Response(await readFile(new URL(address)));
      const root = { lang: "", getAttribute: () => root.lang };
      globalThis.document = { documentElement: root, currentScript: null, querySelector: () => root };
      const { openSearch } = await import(engine);
      const changed = {};
      for (const [language, words] of Object.entries(typed)) {
        const search = await openSearch({ site: new URL(site), base: "/", language });
        for (const word of words) {
          const { mended, offered } = await search.ask(word);
          changed[word] = mended + offered;
        }
      }
      process.stdout.write(JSON.stringify(changed));
    """
    engine = next((site / "assets").glob("search-engine.*.js")).as_uri()
    changed = told_by(script, [engine, f"{site.as_uri()}/", typed])
    assert changed == dict.fromkeys(chain(*typed.values()), "")


def test_the_grammar_of_a_language_comes_with_its_tables(site: Path) -> None:
    """Clitics and endings are those of the language, from its package or its own file, and none where it says nothing of them."""
    tables = {code: table_of(site, code) for code in LANGUAGES}
    assert set(tables["cy"]["clitics"]) == CLITICS
    assert tables["cy"]["endings"] == []
    assert {"ll", "ve"} <= set(tables["en"]["clitics"])
    assert "ch" not in tables["en"]["clitics"]
    assert "ing" in tables["en"]["endings"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_an_answer_twice(site: Path, language: str, answers: Answers) -> None:
    """Whatever a best bet is for, the page that people chose is not found once more below."""
    found = {question: answers[language, question] for question in bets(site, language)}
    assert found
    assert [question for question, pages in found.items() if len(pages) > len(set(pages))] == []


@pytest.mark.parametrize(("language", "shown"), [("cy", "rh?estr"), ("en", "list")])
def test_words_that_are_not_shown_find_nothing(site: Path, language: str, shown: str, answers: Answers) -> None:
    """“Keep in my list” stands in every service and is hidden until a script shows it: no service is found by it."""
    unasked = []
    for page in answers[language, IN_A_LIST[language]]:
        main = LexborHTMLParser((site / page.lstrip("/") / "index.html").read_text("utf-8")).css("main")[0]
        for hidden in main.css("[hidden]"):
            hidden.decompose()
        if not re.search(shown, main.text(separator=" ").lower()):
            unasked.append(page)
    assert unasked == []


@pytest.fixture(scope="module")
def pages(site: Path) -> Mapping[str, str]:
    """The address of every Welsh page of the index, by what the index calls it."""
    fragments = {file.stem: gzip.decompress(file.read_bytes()) for file in site.glob("pagefind/fragment/cy_*")}
    return {id_: json.loads(fragment.removeprefix(SIGNATURE))["url"] for id_, fragment in fragments.items()}


@pytest.fixture(scope="module")
def texts(site: Path, pages: Mapping[str, str]) -> Mapping[str, str]:
    """What stands on every Welsh page that search finds, read from the page and not from the index, without parts that are found by themselves."""
    found = {}
    parts = [url.partition("#") for url in pages_of(site).get("policies/cy", {}).values()]
    for page in pages.values():
        main = LexborHTMLParser((site / page.lstrip("/") / "index.html").read_text("utf-8")).css("main")[0]
        own = [f'[id="{anchor}"]' for url, _, anchor in parts if url == page and anchor]
        for node_ in main.css(", ".join((PASSED_OVER, *own))):
            node_.decompose()
        found[page] = main.text(separator=" ")
    return found


@pytest.fixture(scope="module")
def folded(texts: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """The folded words of each of these pages."""
    return {page: frozenset(re.findall(r"\w+", fold(text))) for page, text in texts.items()}


@pytest.fixture(scope="module")
def chosen(site: Path, pages: Mapping[str, str]) -> set[str]:
    """The addresses of the Welsh pages that people chose for some question: one is found whatever stands on it."""
    table = table_of(site, "cy")
    ids = {id_ for each in (table["best_bets"], table["topics"]) for _, chosen_ids, _ in each for id_ in chosen_ids}
    named = {**pages, **{id_: url for id_, (url, *_) in table["pages"].items()}}
    return {named[id_] for id_ in ids.union(table["pages"], *table["areas"].values())}


@pytest.mark.parametrize("name", LISTS)
def test_any_form_finds_every_other(
    name: str, folded: Mapping[str, frozenset[str]], chosen: set[str], answers: Answers
) -> None:
    """Each form of each word finds the pages that have any form of it, and hardly any others."""
    recall, precision, others = [], [], folded.keys() - chosen
    for family in listed(name):
        forms = {fold(form) for word in family for form in (word, *mutated(word))}
        holding = {page for page, held in folded.items() if held & forms}
        for form in family if holding else ():
            found = {page for page in answers["cy", form] if page in holding or page in others}
            recall.append(len(found & holding) / len(holding))
            precision.append(len(found & holding) / len(found) if found else 0)
    assert fmean(recall) >= 0.97
    assert fmean(precision) >= 0.95


@dataclass(frozen=True)
class Tables:
    """What the page of search has to turn Welsh words into keys."""

    forms: Mapping[str, frozenset[str]]
    keys: frozenset[str]


@pytest.fixture(scope="module")
def tables(site: Path) -> Tables:
    """All that the site has of them."""
    files = table_of(site, "cy")["keys"]["files"]
    read = [
        json.loads((site / "search" / files["folder"] / f"{name}.json").read_text("utf-8"))
        for name in files["names"].split()
    ]
    return Tables(
        {form: frozenset(keys.split()) for each in read for form, keys in each["forms"].items()},
        frozenset(key for each in read for key in each["keys"].split()),
    )


def test_the_page_resolves_words_as_the_tables_expect(site: Path, tables: Tables) -> None:
    """`search-keys.js` finds the keys that `cymraeg.keys.resolve` finds: for words of the site, their forms, and words of no language."""
    others = ("fabwysiadau", "cardd", "ngharedd", "hawliau", "xyzw", "constructor", "123")
    asked = [*sorted(tables.forms)[::40], *sorted(tables.keys)[::20], *others]
    script = """
      import { readFile } from "node:fs/promises";
      const [module, folder, words] = JSON.parse(process.argv[1]);
      const { Keys } = await import(module);
      const read = async (file) => JSON.parse(await readFile(`${folder}/${file}`, "utf8"));
      const table = (await read("cy.json")).keys;
      const files = Object.fromEntries(table.files.names.split(" ").map((name) => [name, `${table.files.folder}/${name}.json`]));
      const keys = new Keys({ ...table, files }, read);
      const answers = {};
      for (const word of words) answers[word] = (await keys.of(word)).map((key) => key.slice(0, -2)).sort();
      process.stdout.write(JSON.stringify(answers));
    """
    module = next((site / "assets").glob("search-keys.*.js")).as_uri()
    told = told_by(script, [module, str(site / "search"), asked])
    assert {word: told[word] for word in asked} == {
        word: sorted(resolve(word, tables.forms, tables.keys)) for word in asked
    }


def test_the_tables_know_every_word_of_the_pages(texts: Mapping[str, str], tables: Tables) -> None:
    """Asked for as it stands on a page, a word leads to the keys under which the page is filed."""
    filed = Keys.for_words(word for text in texts.values() for word in words(text)).of
    apart = [word for word in sorted(filed) if not resolve(fold(word), tables.forms, tables.keys) >= filed[word]]
    assert filed
    assert apart == []
