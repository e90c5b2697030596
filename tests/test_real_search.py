"""The search of the real site, asked in Node.js through the site's own script: what visitors ask, and every form of Welsh words."""

import gzip
import json
import re
import subprocess
from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from statistics import fmean

import pytest
from selectolax.lexbor import LexborHTMLParser

from cymraeg.keys import Keys, resolve
from cymraeg.mutations import mutated
from cymraeg.words import CLITICS, fold, words
from drws.search.copies import PASSED_OVER
from drws.search.packed import SIGNATURE
from drws.search_test.asking import ask
from drws.search_test.figures import Outcome, judged, judged_collections
from drws.search_test.queries import Query, pages_of
from drws.search_test.report import run
from drws.system.node import node
from tests.test_cymraeg import listed

ROOT = Path(__file__).parent.parent
QUERIES = ROOT / "data" / "search" / "queries"
ALL = 1000
"""More results than there are pages."""

pytestmark = pytest.mark.node


@pytest.fixture(scope="module")
def site(real_site: Path) -> Path:
    """The real site, with its index."""
    return real_site


@pytest.fixture(scope="module")
def outcomes(site: Path) -> list[Outcome]:
    """What came of every query of the site."""
    found, problems = run(QUERIES, site)
    assert problems == []
    return found


def test_welsh_questions_are_answered(outcomes: list[Outcome]) -> None:
    """Recall and precision at five, over all Welsh questions."""
    figures = judged(outcomes)["cy"]
    assert figures.recall >= 0.97
    assert figures.precision >= 0.95


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_first_or_the_second_page_is_right(language: str, outcomes: list[Outcome]) -> None:
    """For nineteen of twenty questions, distress in every form among them. The first one never hurts."""
    figures = judged(outcomes)[language]
    assert figures.first_two >= 0.95
    assert [outcome.query.q for outcome in outcomes if outcome.is_hurtful] == []


@pytest.mark.parametrize("language", ["cy", "en"])
def test_staff_find_the_document_and_the_clause(language: str, outcomes: list[Outcome]) -> None:
    """For nine of ten questions the first document is right, and for six of seven the clause is among the first three."""
    figures = judged_collections(outcomes)[f"policies/{language}"]
    assert figures.document_first >= 0.9
    assert figures.part_in_three >= 0.85


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_link_cannot_make_endless_work(language: str, site: Path) -> None:
    """A question of any length, of words with several readings, is answered: it would not be if every combination were made."""
    typed = ("dal " * 16, "tal dal gwyn môr tân " * 40, "x" * 100_000, "adoption child " * 5000)
    answers = ask(site, [Query(lang=language, q=each) for each in typed], {language: f"/{language}/"})
    assert len(answers) == len(typed)


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("cy", "gafael"),
        ("cy", "Llanelli"),
        ("cy", "suicide"),
        ("en", "attacking"),
        ("en", "adhd"),
        ("en", "hunanladdiad"),
        ("en", "Aberystwyth"),
    ],
)
def test_a_word_of_any_language_is_not_mended(language: str, typed: str, site: Path) -> None:
    """A word that the dictionary of either language has, an abbreviation and a name are searched for as they are."""
    script = """
      const [engine, site, language, typed] = JSON.parse(process.argv[1]);
      import { readFile } from "node:fs/promises";
      globalThis.fetch = async (address) => new Response(await readFile(new URL(address)));
      const root = { lang: language, getAttribute: () => root.lang };
      globalThis.document = { documentElement: root, currentScript: null, querySelector: () => root };
      const { openSearch } = await import(engine);
      const search = await openSearch({ site: new URL(site), base: "/", language });
      const { mended, offered } = await search.ask(typed);
      process.stdout.write(JSON.stringify([mended, offered]));
    """
    engine = next((site / "assets").glob("search-engine.*.js")).as_uri()
    argument = json.dumps([engine, f"{site.as_uri()}/", language, typed])
    command = [node(), "--no-warnings", "--input-type=module", "--eval", script, argument]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == ["", ""]


def test_english_questions_are_answered_first(outcomes: list[Outcome]) -> None:
    """For nine of ten the first page is one that the visitor needs."""
    ours = [outcome for outcome in outcomes if outcome.query.lang == "en" and not outcome.query.collection]
    first = [outcome.query.q for outcome in ours if outcome.reciprocal_rank not in (None, 1)]
    assert len(first) <= len(ours) / 10, first


def test_the_grammar_of_a_language_comes_with_its_tables(site: Path) -> None:
    """Clitics and endings are those of the language, from its package or its own file, and none where it says nothing of them."""
    tables = {code: json.loads((site / "search" / f"{code}.json").read_text("utf-8")) for code in ("cy", "en")}
    assert set(tables["cy"]["clitics"]) == CLITICS
    assert tables["cy"]["endings"] == []
    assert {"ll", "ve"} <= set(tables["en"]["clitics"])
    assert "ch" not in tables["en"]["clitics"]
    assert "ing" in tables["en"]["endings"]


@pytest.mark.parametrize("language", ["cy", "en"])
def test_no_page_is_an_answer_twice(site: Path, language: str) -> None:
    """Whatever a best bet is for, the page that people chose is not found once more below. Three questions of each are asked."""
    table = json.loads((site / "search" / f"{language}.json").read_text("utf-8"))
    queries = [Query(lang=language, q=query) for said, *_ in table["best_bets"] for query in said[:3]]
    answers = ask(site, queries, {language: f"/{language}/"}, first=ALL)
    assert queries
    assert [query.q for query, found in zip(queries, answers, strict=True) if len(found) > len(set(found))] == []


@pytest.mark.parametrize(("language", "query", "shown"), [("cy", "rhestr", "rh?estr"), ("en", "list", "list")])
def test_words_that_are_not_shown_find_nothing(site: Path, language: str, query: str, shown: str) -> None:
    """“Keep in my list” stands in every service and is hidden until a script shows it: no service is found by it."""
    found = ask(site, [Query(lang=language, q=query)], {language: f"/{language}/"}, first=ALL)[0]
    unasked = []
    for page in found:
        main = LexborHTMLParser((site / page.lstrip("/") / "index.html").read_text("utf-8")).css("main")[0]
        for hidden in main.css("[hidden]"):
            hidden.decompose()
        if not re.search(shown, main.text(separator=" ").lower()):
            unasked.append(page)
    assert unasked == []


@pytest.fixture(scope="module")
def texts(site: Path) -> Mapping[str, frozenset[str]]:
    """The folded words of every Welsh page that search finds, read from the page and not from the index, without parts that are found by themselves."""
    found = {}
    parts = [url.partition("#") for url in pages_of(site).get("policies/cy", {}).values()]
    entry = Query(lang="cy", q="x", never=("others",))
    known = {page for page in pages_of(site)["cy"].values() if (site / page.lstrip("/") / "index.html").is_file()}
    searchable = set(ask(site, [entry.model_copy(update={"q": "Cymru"}), entry], {"cy": "/cy/"}, first=ALL)[0])
    for page in known & (searchable | {"/cy/cysylltu/"}):
        main = LexborHTMLParser((site / page.lstrip("/") / "index.html").read_text("utf-8")).css("main")[0]
        own = [f'[id="{anchor}"]' for url, _, anchor in parts if url == page and anchor]
        for node_ in main.css(", ".join((PASSED_OVER, *own))):
            node_.decompose()
        found[page] = frozenset(re.findall(r"\w+", fold(main.text(separator=" "))))
    return found


def page_of(site: Path, id_: str) -> str:
    """The address of the page that the index calls so."""
    fragment = gzip.decompress((site / "pagefind" / "fragment" / f"{id_}.pf_fragment").read_bytes())
    return str(json.loads(fragment.removeprefix(SIGNATURE))["url"])


@pytest.mark.parametrize("name", ["families.txt", "unseen.txt"])
def test_any_form_finds_every_other(name: str, site: Path, texts: Mapping[str, frozenset[str]]) -> None:
    """Each form of each word finds the pages that have any form of it, and hardly any others."""
    asked: list[tuple[str, set[str]]] = []
    for family in listed(name):
        forms = {fold(form) for word in family for form in (word, *mutated(word))}
        if holding := {page for page, text in texts.items() if text & forms}:
            asked += [(form, holding) for form in family]
    queries = [Query(lang="cy", q=form) for form, _ in asked]
    table = json.loads((site / "search" / "cy.json").read_text("utf-8"))
    lists = (table["best_bets"], table["topics"])
    by_people = {id_ for each in lists for _, pages, _ in each for id_ in pages} | set(chain(*table["areas"].values()))
    chosen = {url for url, *_ in table["pages"].values()} | {
        page_of(site, id_) for id_ in by_people - table["pages"].keys()
    }
    answers = [
        {page for page in found if page in texts and (page in holding or page not in chosen)}
        for (_, holding), found in zip(asked, ask(site, queries, {"cy": "/cy/"}, first=ALL), strict=True)
    ]
    recall = fmean(len(found & holding) / len(holding) for (_, holding), found in zip(asked, answers, strict=True))
    precision = fmean(
        len(found & holding) / len(found) if found else 0 for (_, holding), found in zip(asked, answers, strict=True)
    )
    assert asked
    assert recall >= 0.97
    assert precision >= 0.95


def test_the_page_resolves_words_as_the_tables_expect(site: Path) -> None:
    """`search-keys.js` finds the keys that `cymraeg.keys.resolve` finds: for words of the site, their forms, and words of no language."""
    table = json.loads((site / "search" / "cy.json").read_text("utf-8"))["keys"]
    folder = site / "search" / table["files"]["folder"]
    shards = [json.loads((folder / f"{name}.json").read_text("utf-8")) for name in table["files"]["names"].split()]
    forms = {form: frozenset(keys.split()) for shard in shards for form, keys in shard["forms"].items()}
    keys = frozenset(key for shard in shards for key in shard["keys"].split())
    asked = [
        *sorted(forms)[::40],
        *sorted(keys)[::20],
        "fabwysiadau",
        "cardd",
        "ngharedd",
        "hawliau",
        "xyzw",
        "constructor",
        "123",
    ]
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
    argument = json.dumps([module, str(site / "search"), asked])
    command = [node(), "--no-warnings", "--input-type=module", "--eval", script, argument]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert {word: told[word] for word in asked} == {word: sorted(resolve(word, forms, keys)) for word in asked}


def test_the_tables_know_every_word_of_the_pages(texts: Mapping[str, frozenset[str]]) -> None:
    """Asked for as it stands on a page, a word leads to the keys under which the page is filed."""
    site_words = {word for text in texts.values() for found in text for word in words(found)}
    keys = Keys.for_words(site_words)
    apart = [word for word in sorted(site_words) if not resolve(fold(word), keys.forms, keys.all) >= keys.of[word]]
    assert apart == []
