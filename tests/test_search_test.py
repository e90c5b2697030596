"""`drws search-test`: what it reads, what it refuses, and how it judges."""

import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from drws.build.output import gather_output
from drws.cli import main
from drws.read.reader import Folder
from drws.say.catalogue import shipped
from drws.say.messages import as_text, sentences
from drws.search import index
from drws.search_test.figures import Outcome, judged
from drws.search_test.queries import Query, folder_of, pages_of, read_queries
from drws.search_test.report import Answered, run
from drws.search_test.targets import missed, read_targets

from .example import AS_OF

if TYPE_CHECKING:
    from tests.conftest import Drws
    from tests.example import Example

PAGES = {
    "cy": {"home": "/cy/", "contact": "/cy/cysylltu/", "service:blwch": "/cy/gwasanaethau/blwch/"},
    "en": {"home": "/en/"},
    "library/cy": {
        "policy:cyswllt": "/cy/polisiau/cyswllt/",
        "policy:cyswllt#llofnodi": "/cy/polisiau/cyswllt/#clause-llofnodi",
    },
}

BEFORE_THE_CLAUSE = date(2024, 6, 1)
"""A day on which a version counts that lacks a clause of today’s."""

WRONG = {
    "queries.list": "lang: cy\n",
    "value.language": "- {lang: fr, q: boîte, expect: [home]}\n",
    "queries.unknown": "- {lang: cy, q: blwch, expect: [elsewhere-altogether, 'service:blwch']}\n",
    "queries.unknown nearest": "- {lang: cy, q: blwch, expect: ['service:blwhc']}\n",
    "queries.collection": "- {lang: cy, q: llofnod, collection: elsewhere-altogether, first: [home]}\n",
    "queries.collection nearest": "- {lang: cy, q: llofnod, collection: libary, first: [home]}\n",
    "queries.nothing": "- {lang: cy, q: blwch}\n",
    "queries.both": "- {lang: cy, q: blwch, expect: [home], never: [home, others]}\n",
    "fields.unknown": "- {lang: cy, query: blwch, expect: [home]}\n",
    "fields.missing": "- {lang: cy, expect: [home]}\n",
    "yaml.syntax": "- {lang: cy\n",
    "yaml.empty": "",
}
SAID = {
    "queries.list": "1:1  there should be a list of queries here  [queries]",
    "value.language": "1:10  [0].lang: ‘fr’ is not a language of this site",
    "queries.unknown": "1:33  [0].expect[0]: there is no page called ‘elsewhere-altogether’ in this site  [queries]",
    "queries.unknown nearest": "did you mean ‘service:blwch’?",
    "queries.collection": "1:38  [0].collection: there is no collection called ‘elsewhere-altogether’ in this site",
    "queries.collection nearest": "did you mean ‘library’?",
    "queries.nothing": "1:3  [0]: this query expects nothing  [queries]",
    "queries.both": "1:48  [0].never[0]: ‘home’ is both expected and ruled out  [queries]",
    "fields.unknown": "there is no field called ‘query’ here",
    "fields.missing": "1:3  [0]: ",
    "yaml.syntax": "the YAML is not right here",
    "yaml.empty": "this file is empty",
}


@pytest.mark.parametrize("what", WRONG)
def test_a_file_that_is_not_right_is_refused_with_its_place(what: str, tmp_path: Path) -> None:
    """Every mistake has its line and its cure."""
    file = tmp_path / "queries.yml"
    file.write_text(WRONG[what], "utf-8")
    queries, problems = read_queries(file, PAGES)
    shown = as_text(sentences(problems, (Folder(tmp_path, "queries"),), "en"))
    assert SAID[what] in shown
    assert queries == () or what == "queries.unknown nearest"


def test_every_file_of_a_folder_is_read(tmp_path: Path) -> None:
    """The problems of all of them are told, each with its file; with none, there are the questions of all."""
    first, second = tmp_path / "a.yml", tmp_path / "b.yml"
    first.write_text("- {lang: en, q: tea, expect: [home]}\n", "utf-8")
    second.write_text("- {lang: en, q: cake}\n", "utf-8")
    queries, problems = read_queries(tmp_path, PAGES)
    assert [query.q for query in queries] == ["tea"]
    assert [problem.place.file for problem in problems] == ["queries/b.yml"]
    second.write_text("- {lang: en, q: cake, never: [home]}\n", "utf-8")
    queries, problems = read_queries(tmp_path, PAGES)
    assert [query.q for query in queries] == ["tea", "cake"]
    assert problems == []


def test_every_message_about_queries_has_a_case() -> None:
    """What can be said of a file of queries is said in one of the cases above, and what is said of targets below."""
    messages = {key for key in shipped() if key.startswith("queries.")}
    assert messages <= {what.partition(" ")[0] for what in WRONG} | {"queries.below", "queries.hurtful"}


def outcome(expect: str, found: str, never: str = "") -> Outcome:
    """An outcome with pages of one letter."""
    return Outcome(
        Query(lang="cy", q="x", expect=tuple(expect.split()), never=tuple(never.split())), tuple(found.split())
    )


@pytest.mark.parametrize(
    ("judged_outcome", "recall", "precision", "rank", "is_right"),
    [
        (outcome("a", "a b c"), 1, 1, 1, True),
        (outcome("a b", "c a d e f b"), 0.5, 1, 0.5, False),
        (outcome("a", "b a", never="b"), 1, 0.5, 0.5, False),
        (outcome("a b", "a b c d", never="others"), 1, 0.5, 1, False),
        (outcome("a b c d e f", "b c d e f"), 1, 1, 1, True),
        (outcome("a", ""), 0, 0, 0, False),
        (outcome("", "", never="others"), 1, 1, None, True),
        (outcome("", "a", never="others"), 1, 0, None, False),
    ],
)
def test_how_an_answer_is_judged(
    judged_outcome: Outcome, recall: float, precision: float, rank: float | None, *, is_right: bool
) -> None:
    """Recall and precision at five, the reciprocal rank, and whether anything is amiss."""
    assert (judged_outcome.recall, judged_outcome.precision, judged_outcome.reciprocal_rank) == (
        recall,
        precision,
        rank,
    )
    assert judged_outcome.is_right is is_right


@pytest.mark.parametrize(
    ("first", "never", "found", "judgement"),
    [
        ("a b", "", "c b", (True, False, True)),
        ("a b", "", "c d a", (False, False, False)),
        ("a", "c", "c a", (True, True, False)),
        ("a", "c", "b c a", (False, False, False)),
        ("", "c", "b", (True, False, True)),
    ],
)
def test_what_comes_first_counts_most(first: str, never: str, found: str, judgement: tuple[bool, bool, bool]) -> None:
    """One of the pages that answer is first or second, and the first one is none that hurts."""
    query = Query(lang="en", q="x", first=tuple(first.split()), never=tuple(never.split()))
    of = Outcome(query, tuple(found.split()))
    assert (of.is_in_first_two, of.is_hurtful, of.is_right) == judgement
    figures = judged([of])["en"]
    assert (figures.first_two, figures.hurtful) == judgement[:2]


def test_figures_are_means() -> None:
    """Of each language, and of all."""
    figures = judged([outcome("a", "a"), outcome("a", "b a")])
    assert figures["cy"] == figures[""]
    assert (figures[""].recall, figures[""].mean_reciprocal_rank) == (1, 0.75)


ANSWERS = [outcome("a", "a"), outcome("a", "b a", never="b"), outcome("a", "c")]
"""A third is answered as it should be, and a third hurts."""
IN_A_COLLECTION = [
    Outcome(Query(lang="en", q="x", collection="library", first=("a#b",), never=never), found)
    for never, found in (((), ("a#c",)), (("a#c",), ("a#c", "a#b")))
]
"""The right document each time. The right part of it is found once, below one that hurts."""
BELOW = """\
queries/targets.yml:1:1  cy: the first page hurts, number of queries: 1  [queries]
queries/targets.yml:1:1  library/en: the first page hurts, number of queries: 1  [queries]
queries/targets.yml:1:12  first_two: cy: 66.6 per cent is reached, and the target is 67  [queries]
queries/targets.yml:2:9  recall: cy: 66.6 per cent is reached, and the target is 95  [queries]
queries/targets.yml:4:16  part_in_three: library/en: 50.0 per cent is reached, and the target is 51  [queries]"""


def folder_with(targets: str, path: Path) -> Folder:
    """A folder of queries that says how well they have to be answered."""
    (path / "targets.yml").write_text(targets, "utf-8")
    return folder_of(path)


def test_targets_that_are_not_reached_are_told(tmp_path: Path) -> None:
    """Each where it stands, for each language and each collection that misses it; and that something hurts, whatever the targets are."""
    folder = folder_with("first_two: 67\nrecall: 95\ndocument_first: 100\npart_in_three: 51\nprecision: 50\n", tmp_path)
    targets, problems = read_targets(tmp_path, folder)
    assert targets
    assert problems == []
    found = sentences(missed(targets, [*ANSWERS, *IN_A_COLLECTION], folder), (folder,), "en")
    told = as_text(found).replace(str(tmp_path), "queries")
    assert "\n".join(line for line in told.splitlines() if not line.startswith(" ")) == BELOW
    assert told.count("look above") == len(BELOW.splitlines())


def test_targets_that_are_reached_are_enough(tmp_path: Path) -> None:
    """Although some questions are not answered as they should be. Without targets every question counts."""
    folder = folder_with("first_two: 50\n", tmp_path)
    targets, _ = read_targets(tmp_path, folder)
    assert targets
    harmless = [*ANSWERS[::2], *IN_A_COLLECTION[:1]]
    assert [*missed(targets, harmless, folder)] == []
    assert Answered(harmless, []).is_enough
    assert not Answered(harmless, None).is_enough
    assert Answered(harmless[:1], None).is_enough


def test_mistakes_in_targets_are_told_with_those_of_the_questions(tmp_path: Path) -> None:
    """In one run, before anything is asked. A single file of questions has no targets."""
    queries, search = tmp_path / "queries", tmp_path / "site" / "search"
    queries.mkdir()
    search.mkdir(parents=True)
    folder_with("recal: 97\nprecision: 0.95\n", queries)
    file = queries / "queries.yml"
    file.write_text("- {lang: fr, q: boîte, expect: [home]}\n", "utf-8")
    (search / "en-pages.json").write_text('{"home": "/en/"}', "utf-8")
    answered, problems = run(queries, search.parent)
    assert answered is None
    assert {problem.message for problem in problems} == {"value.language", "fields.unknown", "value.number"}
    assert {problem.message for problem in run(file, search.parent)[1]} == {"value.language"}


def asked(queries: Path, site: Path, *options: str) -> tuple[int, str]:
    """How the command ends, and what it says: without a process of its own."""
    done = CliRunner().invoke(main, ["search-test", str(queries), "--site", str(site), *options])
    return done.exit_code, done.output


@pytest.mark.node
def test_a_built_site_is_asked(searched: Path, drws: "Drws", tmp_path: Path) -> None:
    """The command asks the site with the site's own script: 0 when all is well, 1 when an answer is wrong, and 2 when it makes no sense."""
    names = pages_of(searched)["cy"]
    file = tmp_path / "queries.yml"
    file.write_text(
        "- {lang: cy, q: flychau llythyr, expect: ['service:blwch-llythyrau']}\n- {lang: en, q: letterbox, expect: ['service:blwch-llythyrau']}\n"
    )
    done = drws("search-test", file, "--site", searched, "--format", "json")
    told = json.loads(done.stdout)
    assert done.returncode == 0, done.stdout
    assert told["queries"][0]["found"][0] == names["service:blwch-llythyrau"]
    assert told["total"]["recall"] == 1
    file.write_text("- {lang: cy, q: xylophonequartz, expect: [contact]}\n")
    ended, said = asked(file, searched, "--lang", "cy")
    assert ended == 1
    assert "nid yw /cy/cysylltu/ ymysg y pump cyntaf" in said
    (tmp_path / "targets.yml").write_text("recall: 1\n")
    ended, said = asked(tmp_path, searched)
    assert ended == 1
    assert "recall: cy: 0.0 per cent is reached, and the target is 1" in said
    assert json.loads(asked(tmp_path, searched, "--format", "json")[1])["missed"] == [
        {"target": "recall", "what": "cy", "reached": 0.0, "least": 1}
    ]
    (tmp_path / "targets.yml").write_text("precision: 0\n")
    ended, said = asked(tmp_path, searched, "--lang", "cy")
    assert ended == 0
    assert "targets.yml" in said
    assert asked(file, tmp_path / "nowhere")[0] == 1
    assert CliRunner().invoke(main, ["search-test"]).exit_code == 2


@pytest.mark.node
def test_a_collection_is_asked_for_its_parts(searched: Path, buildable: "Example", tmp_path: Path) -> None:
    """A clause is found by what staff ask for it, and by its own words; one that is not in the version of the day is not."""
    file = tmp_path / "queries.yml"
    questions = [
        ("en", "who puts their name to it", "llofnodi"),
        ("en", "talk before you begin", "cyn-dechrau"),
        ("cy", "ysgrifennu’r cytundeb", "ysgrifennu"),
    ]
    file.write_text(
        "\n".join(
            f"- {{lang: {lang}, collection: policies, q: {q}, first: ['policy:cyswllt#{clause}']}}"
            for lang, q, clause in questions
        )
    )
    ended, said = asked(file, searched, "--format", "json")
    assert ended == 0, said
    told = json.loads(said)
    assert told["collections"]["policies/en"] == {"queries": 2, "document_first": 1, "part_in_three": 1}
    assert told["total"] is None
    output, _ = gather_output(buildable.load(BEFORE_THE_CLAUSE, AS_OF), buildable.work)
    assert output
    buildable.show(as_of=BEFORE_THE_CLAUSE, today=AS_OF)
    assert index(buildable.site, output.every_plan, output.site, buildable.work) == []
    file.write_text("- {lang: en, collection: policies, q: talk before you begin, first: ['policy:cyswllt']}\n")
    found = json.loads(asked(file, buildable.site, "--format", "json")[1])["queries"][0]["found"]
    assert not [address for address in found if address.endswith("#clause-cyn-dechrau")]


@pytest.mark.node
def test_a_term_is_among_the_first_for_its_name(searched: Path, tmp_path: Path) -> None:
    """Also in another form. What helps stays first."""
    questions = [("en", "directory"), ("en", "letters"), ("cy", "lythyrau")]
    file = tmp_path / "queries.yml"
    file.write_text("".join(f"- {{lang: {lang}, q: {q}, expect: [home]}}\n" for lang, q in questions))
    told = json.loads(asked(file, searched, "--format", "json")[1])["queries"]
    for each in told:
        terms = [
            place for place, address in enumerate(each["found"], 1) if re.match("/(en/glossary|cy/geirfa)/", address)
        ]
        assert terms[0] == 3, each
