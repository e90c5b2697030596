"""The real site with a made-up library beside its own: `python -m benchmarks.synthetic_policies 300 FOLDER`.

Copies data and content into FOLDER and adds that many policies of five versions. A text has 25 headings (5 sections of 4 clauses) and some
1,500 words in each language, 60 below a heading as in content/policies. The words are those of content/policies, as often as they are
there, shuffled: the search index meets a real vocabulary. Each version writes three clauses anew, and every second one adds a clause. The
same seed makes the same files.
"""

import random
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.synthetic import LANGUAGES, ROOT, WEB, Field, Texts, Value, as_yaml, write_file

VERSIONS = 5
SECTIONS, CLAUSES = 5, 4
REWRITTEN = 3
"""Clauses that a version writes anew."""
WORD = re.compile(r"(?<![\w’])[^\W\d_]+(?:’[^\W\d_]+)?(?![\w’:])")
NO_WORDS = re.compile(r"\A---\n.*?\n---\n|\]\([^)]*\)|\{[^}]*\}|<[^>]*>", re.DOTALL)
"""The block at the top, addresses, ids and roles."""
STRENGTHS = {"must": {"cy": "rhaid", "en": "must"}, "should": {"cy": "dylai", "en": "should"}}
BINDING = re.compile(r"\b(?:rhaid|must|should|d?dyl(?:ai|wn|et|em|ech|ent|en|id))\b")
"""Words that count: a sentence has one only where it is meant."""
KINDS = ("framework", "standard", "procedure", "guide", "code", "agreement", "commitment", "training")
TOPICS = ("governance", "commissioning", "performance", "complaints", "data", "assessment", "panels", "children", "contact", "support", "schools")  # fmt: skip
ROLES = ("partner", "agency", "council", "panel", "regional-service", "childs-social-worker", "letterbox-worker")
OWNERS = ("director-of-operations", "regional-adoption-manager", "adss-lead-director")
FUNCTIONS = ("regional-4", "regional-5", "regional-6", "local-1", "local-7", "national-8", "national-9")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and the words below it, in both languages."""

    id: str
    depth: int
    title: Texts
    role: str
    body: Texts

    def in_language(self, language: str) -> str:
        """As Markdown."""
        by = f" by={self.role}" if self.role else ""
        return f"{'#' * (self.depth + 1)} {self.title[language]} {{#{self.id}{by}}}\n\n{self.body[language]}\n"


class Writer:
    """Writes policies. Everything follows from its seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.words = {language: _words(language) for language in LANGUAGES}

    def text(self, words: int) -> Texts:
        """That many words in both languages, a capital first."""
        return {
            language: " ".join(self.random.choices(self.words[language], k=words)).capitalize()
            for language in LANGUAGES
        }

    def sentences(self, number: int) -> Texts:
        """Sentences of 8 to 20 words."""
        return _joined(" ", [self._ended(self.text(self.random.randint(8, 20))) for _ in range(number)])

    def binding(self) -> Texts:
        """A sentence that says must, or one in three times should."""
        strength = STRENGTHS[self.random.choice(("must", "must", "should"))]
        start, end = self.text(2), self.text(self.random.randint(6, 14))
        return {
            language: f"{start[language]} **{strength[language]}** {end[language].lower()}." for language in LANGUAGES
        }

    def body(self, *, bound: bool) -> Texts:
        """One or two paragraphs, one in four times with a list, one in six with links."""
        parts = [self.sentences(self.random.randint(1, 4))]
        if bound:
            parts += [self.binding()]
        if self.random.random() < 1 / 4:
            parts.append(_joined("\n", [{code: f"- {said}" for code, said in self.text(8).items()} for _ in range(4)]))
        if self.random.random() < 1 / 6:
            words, page = self.text(3), self.random.choice(("service:letterbox-vvc", f"{WEB}/{len(parts)}"))
            parts.append({code: f"[{said}]({page})." for code, said in words.items()})
        return _joined("\n\n", parts)

    def clause(self, id_: str, depth: int) -> Heading:
        """A heading with its words; four in five clauses bind somebody."""
        bound = depth > 1 and self.random.random() < 4 / 5
        role = self.random.choice(ROLES) if bound else ""
        return Heading(id_, depth, self.text(self.random.randint(2, 5)), role, self.body(bound=bound))

    def versions(self) -> Iterator[tuple[list[Heading], list[str]]]:
        """The headings of each version, and the ids of those that are new or other than in the one before."""
        ids = [(f"section-{n // (CLAUSES + 1)}" if n % (CLAUSES + 1) == 0 else f"clause-{n}") for n in range(SECTIONS * (CLAUSES + 1))]  # fmt: skip
        text = [self.clause(id_, 1 if id_.startswith("section") else 2) for id_ in ids]
        yield text, []
        for number in range(1, VERSIONS):
            rewritten = self.random.sample([n for n, each in enumerate(text) if each.depth > 1], REWRITTEN)
            text = list(text)
            for n in rewritten:
                text[n] = replace(self.clause(text[n].id, 2), title=text[n].title)
            changed = [text[n].id for n in rewritten]
            if number % 2 == 0:
                changed.append(f"added-{number}")
                text.insert(self.random.randint(1, len(text)), self.clause(changed[-1], 2))
            yield text, changed

    def _ended(self, words: Texts) -> Texts:
        return {language: f"{said}." for language, said in words.items()}


def write(folder: Path, policies: int, seed: int = 1) -> None:
    """Write the real site with that many policies more into `folder`, in place of what is there."""
    for name in ("data", "content"):
        shutil.rmtree(folder / name, ignore_errors=True)
        shutil.copytree(ROOT / name, folder / name)
    writer = Writer(seed)
    for n in range(policies):
        texts = list(writer.versions())
        id_ = f"synthetic-{n}"
        write_file(folder / "data" / "policies" / f"{id_}.yml", as_yaml(_record(writer, n, id_, texts)))
        words = folder / "content" / "policies" / id_
        write_file(words / "questions.yml", as_yaml((("questions", _questions(writer, texts[-1][0])),)))
        opening = writer.sentences(2)
        for number, (headings, _) in enumerate(texts, 1):
            for language in LANGUAGES:
                body = "\n".join(each.in_language(language) for each in headings)
                write_file(
                    words / f"{number}.0.{language}.md",
                    f"---\ntranslation: draft\n---\n\n{opening[language]}\n\n{body}",
                )


def _record(writer: Writer, n: int, id_: str, texts: list[tuple[list[Heading], list[str]]]) -> Iterator[Field]:
    name = writer.text(writer.random.randint(2, 6))
    yield "id", id_
    yield "name", {language: f"{words} {n}" for language, words in name.items()}
    yield "policy_type_id", KINDS[n % len(KINDS)]
    yield "description", writer.sentences(2)
    yield "status", "in_force"
    yield "publisher_ids", ["nas"]
    yield "owner_id", OWNERS[n % len(OWNERS)]
    yield "audience_ids", ["professionals"]
    yield "topic_ids", writer.random.sample(TOPICS, writer.random.choice((1, 2, 2, 3)))
    yield "function_ids", [FUNCTIONS[n % len(FUNCTIONS)]]
    yield "versions", [_version(writer, n, number, changed) for number, (_, changed) in enumerate(texts, 1)]
    yield "review_months", "24"
    yield "translation", "draft"
    yield "sources", [{"url": f"{WEB}/policies/{n}", "as_of": "2025"}]


def _version(writer: Writer, n: int, number: int, changed: list[str]) -> dict[str, Value]:
    """A version of each second year, published in one month and in force two months later."""
    month = n % 9 + 1
    year = 2015 + 2 * number
    version: dict[str, Value] = {
        "version": f'"{number}.0"',
        "published_date": f"{year}-{month:02}-{n % 28 + 1:02}",
        "in_force": {"start_date": f"{year}-{month + 2:02}-01"},
        "approved_date": f"{year}-{month:02}-01",
    }
    if changed:
        version["changes"] = [{"clause": clause, "text": writer.sentences(1)} for clause in changed]
    return version


def _questions(writer: Writer, headings: list[Heading]) -> list[Value]:
    """What is asked about each fourth clause."""
    return [
        {"clause": each.id, "said": {language: list(two) for language, two in _pairs(writer).items()}}
        for each in headings[1::4]
    ]


def _pairs(writer: Writer) -> dict[str, tuple[str, str]]:
    one, other = writer.text(4), writer.text(5)
    return {language: (one[language].lower(), other[language].lower()) for language in LANGUAGES}


def _joined(mark: str, parts: list[Texts]) -> Texts:
    return {language: mark.join(part[language] for part in parts) for language in LANGUAGES}


def _words(language: str) -> list[str]:
    """Every word of the real texts in a language, as often as it is there, but those by which a clause binds."""
    files = sorted((ROOT / "content" / "policies").glob(f"*/*.{language}.md"))
    text = " ".join(NO_WORDS.sub(" ", file.read_text("utf-8")).lower() for file in files)
    return [word for word in WORD.findall(text) if not BINDING.search(word)]


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
