"""Read the texts of policies: `content/policies/<policy>/<version>.<language>.md`, one file for each language, likewise the annexes of
areas in `content/policies/<policy>/annexes/<area>/`, and what staff ask, `questions.yml`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from drws.domains.directory.contact.record import Contact
from drws.domains.policies.settings import PolicySettings
from drws.domains.policies.text import questions
from drws.domains.policies.text.divide import Piece, divide
from drws.domains.policies.text.questions import PolicyQuestions
from drws.domains.policies.text.record import Clause, PolicyText, PolicyTexts
from drws.domains.policies.text.strength import Count, StrengthPatterns, counting, strength_patterns
from drws.kernel.entity import Part, Translation
from drws.kernel.partnership import Partnership
from drws.kernel.problem import Place, Problem
from drws.planning.domain import Read, Reader
from drws.read.decode import Context
from drws.read.front_matter import read_markdown
from drws.read.reader import Folder, files_in, of_each, read_record

FOLDER = "policies"
ANNEXES = "annexes"
"""The folder beside the texts of a policy that has a folder for each area with an annex."""
NAME = re.compile(r"(?P<version>[0-9a-z]+(?:[.-][0-9a-z]+)*?)\.(?P<language>[a-z]{2,3}(?:-[a-z0-9]+)*)\.md")

SHOWN_IN_ANNEXES = (Contact.KIND,)
"""The kinds of record that an annex shows in a sentence, `<contact:letterbox>`. A policy does not: its versions are compared word by word,
and what a record says is none of its words.
"""


class PolicyFrontMatter(Part):
    """The block at the top of a text. Everything else about a policy is in its record."""

    translation: Translation
    """`draft` until a translator has read the text, then `reviewed`."""


def read(content: Folder, context: Context, partnership: Partnership | None) -> Read:
    """Every text, with the same clauses in each language."""
    policies = [folder for folder in files_in(content.path / FOLDER) if folder.is_dir()]
    annexes = [each for policy in policies for each in files_in(policy / ANNEXES) if each.is_dir()]
    own = [file for folder in policies for file in files_in(folder) if file.name not in (ANNEXES, questions.NAME)]
    asked = [file for folder in policies if (file := folder / questions.NAME).exists()]
    local = [file for folder in annexes for file in files_in(folder)]
    settings = partnership.settings(PolicySettings) if partnership else None
    patterns = strength_patterns(settings, context.languages) if settings else {}
    texts, failed, problems = _texts([*own, *local], content, context, patterns)
    by_version, by_area = {}, {}
    for (folder, version), text in texts.items():
        policy_id, _, area = folder.partition(f"/{ANNEXES}/")
        if area:
            by_area[policy_id, area, version] = text
        else:
            by_version[policy_id, version] = text
    unread = frozenset((*folder.split(f"/{ANNEXES}/"), version) for folder, version in failed)
    by_policy = {}
    for file, (read_questions, wrong) in zip(
        asked,
        of_each(
            asked, content, lambda file: read_record(PolicyQuestions, file, content, context), PolicyQuestions, context
        ),
        strict=True,
    ):
        problems += wrong
        if read_questions:
            by_policy[file.parent.name] = read_questions
    is_any = own or local or asked
    return Read(PolicyTexts(by_version, by_area, by_policy, unread) if is_any else None, problems)


def _texts(
    files: Sequence[Path], content: Folder, context: Context, patterns: StrengthPatterns
) -> tuple[dict[tuple[str, str], PolicyText], set[tuple[str, str]], list[Problem]]:
    """The texts by the folder below `policies` and the name of the version, those that cannot be read, and why."""
    found: dict[tuple[str, str], dict[str, tuple[PolicyFrontMatter, list[Piece]]]] = {}
    problems: list[Problem] = []
    failed: set[tuple[str, str]] = set()
    count = counting(patterns)
    counted = [(code, each, found.pattern) for code, own in patterns.items() for each, found in own.items()]
    read = of_each(files, content, lambda path: _read(path, content, context, count), PolicyTexts, context, counted)
    for path, (text, wrong) in zip(files, read, strict=True):
        problems += wrong
        named = NAME.fullmatch(path.name)
        if named is None:
            continue
        key = path.parent.relative_to(content.path / FOLDER).as_posix(), named["version"]
        if text is None:
            failed.add(key)
        else:
            found.setdefault(key, {})[named["language"]] = text
    texts = {}
    for key, by_language in found.items():
        if key in failed:
            continue
        wrong = list(_unlike(key, by_language, context))
        problems += wrong
        if wrong:
            failed.add(key)
        else:
            texts[key] = _text(key, by_language, context)
    return texts, failed, problems


def _read(
    path: Path, content: Folder, context: Context, count: Count
) -> tuple[tuple[PolicyFrontMatter, list[Piece]] | None, list[Problem]]:
    file = content.logical(path)
    named = NAME.fullmatch(path.name)
    if named is None or named["language"] not in context.languages:
        values = {"name": path.name, "known": ", ".join(context.languages)}
        return None, [Problem(Place(file, line=1, column=1), "policy-text.name", values)]
    read, problems = read_markdown(PolicyFrontMatter, path, content, context)
    if read is None:
        return None, problems
    shown = SHOWN_IN_ANNEXES if f"/{ANNEXES}/" in file else ()
    pieces, more = divide(read.text, file, read.line, named["language"], shown)
    problems += more
    pieces = [
        piece._replace(
            passage=replace(piece.passage, strengths=count(piece.passage.language, piece.passage.linked_blocks))
        )
        for piece in pieces
    ]
    return (None, problems) if read.front_matter is None or problems else ((read.front_matter, pieces), problems)


def _unlike(
    key: tuple[str, str], by_language: Mapping[str, tuple[PolicyFrontMatter, list[Piece]]], context: Context
) -> Iterator[Problem]:
    """Languages that are missing, and clauses that are not the same in two languages, at the first difference."""
    first_language = next(code for code in context.languages if code in by_language)
    first = by_language[first_language][1]
    for code in context.languages:
        if code not in by_language:
            if code not in context.partial:
                wanted = f"content/{FOLDER}/{key[0]}/{key[1]}.{code}.md"
                yield Problem(first[0].passage.place, "content.one-language", {"language": code, "nearest": wanted})
            continue
        for one, two in zip_longest(first, by_language[code][1]):
            if one is None or two is None or (one.id, one.depth, one.role_ids) != (two.id, two.depth, two.role_ids):
                values = {"one": _said(one), "two": _said(two), "language": first_language}
                place = (two or by_language[code][1][-1]).passage.place
                yield Problem(place, "policy-text.unlike", values)
                break


def _said(piece: Piece | None) -> str:
    """A heading as it is written, without its words."""
    if piece is None:
        return "–"
    by = f" by={','.join(piece.role_ids)}" if piece.role_ids else ""
    return f"{'#' * (piece.depth + 1)} {{#{piece.id}{by}}}"


def _text(
    key: tuple[str, str], by_language: Mapping[str, tuple[PolicyFrontMatter, list[Piece]]], context: Context
) -> PolicyText:
    """One text of its languages. In a language in part that has none stands the first there is."""
    first = next(by_language[code] for code in context.languages if code in by_language)
    own = {code: by_language.get(code, first)[1] for code in context.languages}
    numbers = [0, 0]
    clauses = []
    for place, piece in enumerate(first[1][1:], 1):
        numbers = [numbers[0] + 1, 0] if piece.depth == 1 else [numbers[0], numbers[1] + 1]
        number = ".".join(map(str, numbers[: piece.depth]))
        texts = {code: pieces[place].passage for code, pieces in own.items()}
        clauses.append(Clause(piece.id, piece.depth, number, piece.role_ids, texts))
    is_draft = any(front.translation is Translation.DRAFT for front, _ in by_language.values())
    return PolicyText(
        key[0].partition("/")[0],
        key[1],
        Translation.DRAFT if is_draft else Translation.REVIEWED,
        {code: pieces[0].passage for code, pieces in own.items()},
        tuple(clauses),
    )


POLICY_TEXTS = Reader(PolicyTexts, read, folder="content")
