"""Sources with something else in them than the example has: every place where something can stand, and what people and programs put there."""

import copy
import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import yaml
from hypothesis import strategies as st

Steps: TypeAlias = tuple[str | int, ...]
"""The way from the top of a YAML file to a value."""


class Gone(Enum):
    """In the place of a value: neither it nor its key is there."""

    GONE = "gone"


GONE = Gone.GONE


class Spot(NamedTuple):
    """A value of a YAML file, or a line of a Markdown file."""

    file: str
    """From the folder of the example."""
    steps: Steps
    held: str
    """What stands there. Of a list or a mapping nothing."""


class Change(NamedTuple):
    """Something else in a place."""

    spot: Spot
    value: Any


def values_in(value: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Every value of a tree with the way to it, from the top down."""
    yield steps, value
    for step, each in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from values_in(each, (*steps, step))


def texts_in(value: Any) -> Iterator[tuple[Steps, str]]:
    """Every text of a tree with the way to it."""
    yield from ((steps, each) for steps, each in values_in(value) if isinstance(each, str))


def spots(root: Path) -> list[Spot]:
    """Every place of an example, in the order of its files."""
    return [spot for file in sorted(_sources(root)) for spot in _spots_of(file, file.relative_to(root).as_posix())]


def _sources(root: Path) -> Iterator[Path]:
    for folder in ("data", "content"):
        yield from (path for path in (root / folder).rglob("*") if path.suffix in (".yml", ".md", ".csv"))


def _spots_of(file: Path, name: str) -> Iterator[Spot]:
    text = file.read_text("utf-8")
    if file.suffix == ".yml":
        for steps, value in values_in(yaml.load(text, Loader=yaml.CBaseLoader)):
            if steps:
                yield Spot(name, steps, value if isinstance(value, str) else "")
    else:
        yield from (Spot(name, (number,), line) for number, line in enumerate(text.split("\n")))


def changed(file: str, text: str, changes: Sequence[Change]) -> str:
    """The text of a file with changes in it. One that leads into what another has taken away is left out."""
    if not file.endswith(".yml"):
        lines: list[Any] = text.split("\n")
        for each in changes:
            lines[int(each.spot.steps[0])] = each.value
        return "\n".join(str(line) for line in lines if line is not GONE)
    tree = yaml.load(text, Loader=yaml.CBaseLoader)
    for each in changes:
        _put(tree, each.spot.steps, each.value)
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=1000)


def _put(tree: Any, steps: Steps, value: Any) -> None:
    *above, last = steps
    try:
        for step in above:
            tree = tree[step]
        if value is GONE:
            del tree[last]
        else:
            tree[last] = copy.deepcopy(value)
    except (KeyError, IndexError, TypeError):
        pass


# ── what can stand there ─────────────────────────────────────────────────────────────────────────────────────────────

TEXTS = (
    "Siân", "x", "0", "-", "…", "’", "&amp; <b>", "{{ 7 * 7 }}", "{0} {title}", "{count, plural, one {#} other {#}}", "=1+1", "a" * 300, "a " * 400,
    "Ring 0300 123 4567", "https://x.example/?a=b&c=d", "Ŵ ŷ 𐌰 🐉 ﷽", "e\u0301", "ﬁ", "İ", "ß", "ǅ", "١٢", "½", "-1", "1,5", "\u202eabc", "a\x00b", "a\u200bb", "\u0430bc",
    " lead", "trail ", "tab\tin", "two\nlines", "two\r\nlines", "one\u2028two", "\u00a0", "\ufeff", "%", "%41", "%zz", "\\", "\\N{DIGIT ONE}", "|", "#", "~", "null", "true", "''", '"',
    "-" * 80, "---", "...", "|||", "[[]]", "(a)", "a/b", "../x", "CON", "nul", ".", "..", "*", "?", "<!--", "]]>", "--", "()()()",
)  # fmt: skip
MARKDOWN = (
    "", "#", "# ", "## ", "## x {#y}", "## x {#y by=z}", "### x", "###### x", "- ", "- - - x", "1. x", "99999999999. x", "> ", ">>> x", "```", "```x\n", "~~~", "    code", "\tcode", "***", "___", "---",
    "[x](page:about)", "[x](page:nowhere)", "[x](service:grwp-rhieni#y)", "[x](#y)", "[x](https://x.example/)", "[x](https://[::1/)", "[x](https://℀.example/)", "[x](javascript:alert(1))", "[](https://x.example/)",
    "[x](mailto:a@b.example)", "[x](tel:0300)", "[x][y]", "[y]: https://x.example/", "![](drawing:dau)", "![x](drawing:dau)", "![x](drawing:x)", "![x](https://x.example/a.png)", "<contact:dros-nos>",
    "<contact:nobody>", "<https://x.example/>", "<a@b.example>", "<b>x</b>", "<!-- x -->", "&lt;b&gt;", "&#0;", "&#x110000;", "&nosuch;", "\\", "x\\", "*x", "**x**", "_x_", "`x", "`` ` ``", "x  ", "| a | b |", "| --- | --- |",
    "| a |\n| --- |\n| b | c |", "| | |\n| --- | --- |\n| | |", ":::", "::: warning", "::: warning\nx\n:::", "::: warning\n:::", "::: steps\n### x\ny\n:::", "::: contact dros-nos\n:::", "::: contact\n:::", "::: services area=dyffryn\n:::",
    "::: services area=\n:::", "::: services x=y\n:::", "::: figure teuluoedd-yn-aros\n:::", "::: table x\n| a |\n| --- |\n| 1 |\n:::", "::: table\n:::", "::: nosuch\n:::", ":::: x\n::: warning\n", "::: questions\n### x?\ny\n:::", "::: questions\nx\n:::",
    "[x](data:text/html,x)", "[x](//x.example)", "[x](/y)", "[x](y)", "[x](<>)", "[x]( )", '![x](y "z")', "[x](https://x.example/ 'z')", "==", "x\n===", "x\n---", "title: x", "slug: x", "translation: reviewed",
    "1. a\n   1. b\n      1. c", "* a\n\n  b", "[^1]", "[^1]: x", "- [ ] x", "~~x~~", "H~2~O", "x^2^", ":smile:", "$x$", "{{ x }}", "{% raw %}", "=1+1", "a | b", "\u00a0", "\ufffd",
)  # fmt: skip
DAYS = (
    "1000-01-01", "0999-12-31", "9998-12-31", "9999-12-31", "0001-01-01", "2024-02-29", "2025-02-29", "2025-02-30", "2025-13-01", "2025", "2025-11", "2025-11-21", "2025-11-22", "2025-11-20", "1900-01-01", "2199-12-31",
    "2200-01-01", "20251121", "2025-W47-5", "21/11/2025", "2025-11-21T00:00", "1582-10-10", "1752-09-05", "1899-12-31", "2026-03-29", "2025-10-26",
)  # fmt: skip
TIMES = (
    "0:00",
    "00:00",
    "23:59",
    "24:00",
    "9:30",
    "12:00",
    "1:30",
    "9",
    "9.30",
    "-1:00",
    "9:60",
    "09:30:00",
    "1:00",
    "10:29",
    "10:31",
)
ADDRESSES = (
    "https://x.example", "https://x.example/", "http://x.example/a b", "https://x.example/%zz", "https://tŷ.cymru/", "https://[::1]/", "https://[::1", "https://127.0.0.1/", "https://x.example:99999/", "https://x.example:80/?#",
    "https://a@x.example/", "https://℀.example/", "https://xn--a.example/", "https://xn--/", "ftp://x.example/", "//x.example/", "https:///x", "https://x..example/", "https://" + "a" * 64 + ".example/", "https://x.example/" + "a" * 3000,
    "HTTPS://X.EXAMPLE/", "https://x.example./", "https://ex\u00adample.cymru/", "javascript:alert(1)", "https://x.example/#" + "é" * 20, "https://x.example/;a=b,c", "https://localhost/", "https://x.example/{a}", "https://bach.example/",
    "https://bach.example/en/about/", "webcal://x.example/a.ics", "https://x.example/a?b=c&d=e&amp;f", "https://x.example/\t", "a@b.example", "a@b", '"a b"@b.example', "a+b@tŷ.cymru", "a@[127.0.0.1]", "a" * 65 + "@b.example",
)  # fmt: skip
PHONES = (
    "0300 123 4567", "03001234567", "0300", "+44 29 2018 0123", "+1 212 555 0123", "0044 29 2018 0123", "029 2018 0123", "07700 900123", "09011 123456", "0808 157 0123", "116 123", "116123", "999", "101", "1", "+", "0845 123 4567",
    "01632 960001", "029 2018 0123 x2", "٠٢٩ ٢٠١٨ ٠١٢٣", "18001 0300 123 4567", "070 1234 5678", "85258", "159", "+999 1", "(029) 2018 0123", "029-2018-0123", "0800 1111",
)  # fmt: skip
NUMBERS = (
    "0", "1", "-1", "00", "01", "1.5", "1e9", "9" * 30, "٣", "½", "+1", " 1", "1_000", "1,000", "inf", "nan", "NaN", "-0", "0x10", "0.1", "12", "100", "101", "366", "3661", "1000000", "2147483648", "true", "false",
)  # fmt: skip
RECURRENCES = (
    "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY;BYDAY=5FR", "FREQ=MONTHLY;BYDAY=-1SU", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
    "FREQ=SECONDLY", "FREQ=WEEKLY;INTERVAL=0", "FREQ=WEEKLY;COUNT=1", "FREQ=WEEKLY;UNTIL=20260101T000000Z", "RRULE:FREQ=DAILY", "FREQ=MONTHLY;BYDAY=53MO", "FREQ=WEEKLY;BYDAY=", "FREQ=", "FREQ=MONTHLY;INTERVAL=99999", "FREQ=DAILY;INTERVAL=3",
)  # fmt: skip
SLUGS = (
    "x",
    "a-b",
    "A",
    "a_b",
    "a--b",
    "-a",
    "a" * 100,
    "a" * 101,
    "con",
    "index",
    "ŷ",
    "a.b",
    "a/b",
    "..",
    "404",
    "1",
    "about",
    "services",
    "llms",
    "assets",
    "data",
    "search",
)
SHAPES: tuple[Any, ...] = (
    "",
    [],
    {},
    [""],
    ["x"],
    {"x": "y"},
    {"cy": "x"},
    {"en": "x"},
    {"same": "x"},
    {"cy": "x", "en": "y"},
    [[]],
    [{}],
    GONE,
)
LINES = (st.sampled_from(MARKDOWN), st.sampled_from(TEXTS), st.just(GONE), st.sampled_from(DAYS + NUMBERS))


def changes(known: Sequence[Spot], files: int) -> st.SearchStrategy[list[Change]]:
    """So many changes, each in a file of its own, so that what is wrong with one hides nothing of another.

    A line of a page is changed alike in each language: where the languages differ is told elsewhere (test_parity.py).
    """
    by_file: dict[str, list[Spot]] = {}
    said: dict[str, set[str]] = {}
    for spot in known:
        by_file.setdefault(spot.file, []).append(spot)
        said.setdefault(_key(spot), set()).add(spot.held)
    ids = tuple(sorted({Path(file).stem for file in by_file}))
    twins: dict[tuple[str, Steps], list[Spot]] = {
        (_in_any_language(spot.file), spot.steps): [] for spot in known if spot.file.endswith(".md")
    }
    for spot in known:
        if spot.file.endswith(".md"):
            twins[_in_any_language(spot.file), spot.steps].append(spot)

    def other(spot: Spot) -> st.SearchStrategy[list[Change]]:
        pools = [*_pools(spot, ids), st.sampled_from(sorted(said[_key(spot)])), st.text(max_size=20)]
        alike = twins.get((_in_any_language(spot.file), spot.steps), [spot])
        return st.one_of(pools).map(lambda value: [Change(each, value) for each in alike])

    first_of_each = {_in_any_language(file): file for file in by_file}
    names = st.lists(st.sampled_from(sorted(first_of_each.values())), unique=True, min_size=files, max_size=files)
    return names.flatmap(
        lambda each: st.tuples(*(st.sampled_from(by_file[name]).flatmap(other) for name in each)).map(
            lambda found: list(chain.from_iterable(found))
        )
    )


def _in_any_language(file: str) -> str:
    """The name of a page without the language: `content/about.md`."""
    return re.sub(r"(?<=^content/)(cy|en)/|\.(cy|en)(?=\.md$)", "", file)


def _key(spot: Spot) -> str:
    return next((step for step in reversed(spot.steps) if isinstance(step, str)), spot.file)


def _pools(spot: Spot, ids: Sequence[str]) -> Iterator[st.SearchStrategy[Any]]:
    """What is like what stands there stands there more often."""
    if not spot.file.endswith(".yml"):
        yield from LINES
        return
    held, key = spot.held, _key(spot)
    if re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", held):
        yield st.sampled_from(DAYS)
        yield st.dates().map(str)
    elif re.fullmatch(r"\d?\d:\d\d", held):
        yield st.sampled_from(TIMES)
        yield st.times().map(lambda time: time.strftime("%H:%M"))
    elif "://" in held or "@" in held:
        yield st.sampled_from(ADDRESSES)
    elif key == "number":
        yield st.sampled_from(PHONES)
    elif key == "recurrence":
        yield st.sampled_from(RECURRENCES)
    elif re.fullmatch(r"[\d.-]+", held) or held in ("true", "false"):
        yield st.sampled_from(NUMBERS)
        yield st.integers(-1000, 10**6).map(str)
    elif key.endswith(("_id", "_ids", "id", "kind")):
        yield st.sampled_from(ids)
        yield st.sampled_from(SLUGS)
    else:
        yield st.sampled_from(TEXTS)
        yield st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)
    yield st.sampled_from(SHAPES)
