"""The whole test, and its outcome in words or for programs."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from drws.kernel.problem import Place, Problem, Refused
from drws.say.messages import tool_words
from drws.search_test.asking import ask
from drws.search_test.figures import Figures, Outcome, judged, judged_collections
from drws.search_test.queries import folder_of, pages_of, read_queries
from drws.search_test.targets import missed, read_targets


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of every query, and of what is asked of all of them."""

    outcomes: Sequence[Outcome]
    missed: Sequence[Problem] | None
    """Which targets are not reached. None where nobody says how well queries have to be answered."""

    @property
    def wrong(self) -> int:
        """How many queries are not answered as they should be."""
        return sum(not outcome.is_right for outcome in self.outcomes)

    @property
    def is_enough(self) -> bool:
        """Are the targets reached? Without any, is every query answered as it should be?"""
        return not (self.wrong if self.missed is None else self.missed)


def run(path: Path, site: Path) -> tuple[Answered | None, list[Problem]]:
    """Read the queries and ask the site; or say why that cannot be done."""
    pages = pages_of(site)
    if not pages:
        place = Place("site", line=1, column=1)
        return None, [Problem(place, "tools.search-test", {"detail": "search/*-pages.json"})]
    folder = folder_of(path)
    queries, problems = read_queries(path, pages)
    targets, more = read_targets(path, folder)
    if problems or more:
        return None, [*problems, *more]
    try:
        answers = ask(site, queries, {index: names["home"] for index, names in pages.items() if "/" not in index})
    except Refused as refused:
        return None, [refused.problem]
    outcomes = [Outcome(query, found) for query, found in zip(queries, answers, strict=True)]
    return Answered(outcomes, [*missed(targets, outcomes, folder)] if targets else None), []


def as_text(answered: Answered, language: str) -> str:
    """For people: each query that failed, the figures of each language, and the end of it."""
    outcomes = answered.outcomes
    lines = [
        tool_words(
            "search-test.part", language, q=outcome.query.q, lang=outcome.query.lang, page=outcome.query.needed[0]
        )
        for outcome in outcomes
        if outcome.query.collection and not outcome.is_right
    ]
    lines += [
        tool_words(key, language, q=outcome.query.q, lang=outcome.query.lang, page=page)
        for outcome in outcomes
        if not outcome.query.collection
        for key, pages in (
            ("search-test.late", () if outcome.is_in_first_two or not outcome.query.first else outcome.query.first[:1]),
            ("search-test.missing", outcome.missing),
            ("search-test.wrong", outcome.wrong),
        )
        for page in pages
    ]
    for code, figures in judged(outcomes).items():
        lines.append(_figures(code or tool_words("search-test.total", language), figures, language))
    for index, each in judged_collections(outcomes).items():
        shares = {"document": f"{each.document_first:.3f}", "part": f"{each.part_in_three:.3f}"}
        lines.append(tool_words("search-test.collection", language, what=index, queries=each.queries, **shares))
    ending = "search-test.failed" if answered.wrong else "search-test.sound"
    lines.append(tool_words(ending, language, failed=answered.wrong, queries=len(outcomes)))
    if answered.missed == []:
        lines.append(tool_words("search-test.enough", language))
    return "\n".join(lines)


def _figures(what: str, figures: Figures, language: str) -> str:
    shares = {
        "first": figures.first_two, "recall": figures.recall, "precision": figures.precision, "rank": figures.mean_reciprocal_rank
    }  # fmt: skip
    said = {name: f"{share:.3f}" for name, share in shares.items()}
    return tool_words(
        "search-test.figures", language, what=what, queries=figures.queries, hurtful=figures.hurtful, **said
    )


def as_json(answered: Answered) -> str:
    """For programs: the figures, which targets are not reached, and every query with what was found."""
    outcomes = answered.outcomes
    figures = {code: asdict(each) for code, each in judged(outcomes).items()}
    return json.dumps(
        {
            "total": figures.pop("", None),
            "languages": figures,
            "collections": {index: asdict(each) for index, each in judged_collections(outcomes).items()},
            "missed": [{"target": problem.place.field_name, **problem.values} for problem in answered.missed or ()],
            "queries": [
                {
                    "lang": outcome.query.lang,
                    "q": outcome.query.q,
                    "found": outcome.found,
                    "first_two": outcome.is_in_first_two,
                    "hurtful": outcome.is_hurtful,
                    "missing": outcome.missing,
                    "wrong": outcome.wrong,
                    "recall": outcome.recall,
                    "precision": outcome.precision,
                    "reciprocal_rank": outcome.reciprocal_rank,
                }
                for outcome in outcomes
            ],
        },
        ensure_ascii=False,
        indent=2,
    )
