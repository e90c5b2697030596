"""`docs/checks.md`: every rule with its reason, its refused example, and what it says in both languages of the tool."""

import ast
import inspect
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from drws import verify
from drws.domains.registry import installed
from drws.say.catalogue import LANGUAGES, message_files
from made_docs.markdown import MADE, literal, rows, typed

READING = {
    "file": "Every record is a file that can be read, named after its id.",
    "yaml": "A file is plain YAML: keys, lists and text. Nothing in it can hide, repeat or run. [Decision 0002](decisions/0002-scalars-are-text.md) says why.",
    "fields": "A record has the fields it needs, and no others. [The data dictionary](data-dictionary.md) has them all.",
    "type": "A value has the shape that its field wants: words, a list, or fields of its own.",
    "text": "What is said in one language is said in every language. [How to write it](data-dictionary.md#text-in-every-language).",
    "names": "Other names are listed language by language. [How to write them](data-dictionary.md#other-names).",
    "link": "A web page of others has an address in at least one language. [How to write it](data-dictionary.md#a-web-page-of-others).",
    "value": "A value is what its field says it is: a telephone number, a date, a postcode. [The values](data-dictionary.md#values).",
    "source": "A record says where its facts were read.",
    "schedule": "Hours have days, and an end after their beginning.",
    "phone": "Words to write belong to a number for text messages.",
    "service": "Somebody provides each service.",
    "period": "What ends has begun before.",
    "membership": "A membership says who sits there: a post, or a label with an id of its own. A name needs a source that publishes it.",
    "provision": "What something rests on is one law or one agreement.",
    "party": "A party to an agreement is somebody, and what it did has a source.",
    "right": "A right rests on a law.",
    "table": "A table of figures has the columns that it needs, and each row says where its figure was read. [How to make one](figures.md).",
    "measure": "A figure of money has a currency.",
    "duty": "A duty says whose it is and on what it rests.",
    "due": "What is due says by when: a day that comes round again, one date, or words.",
    "event": "An event ends after it begins, can be booked before that, and says what to do instead when it is cancelled. [How to write one](events.md).",
    "booking": "A booking says how.",
    "import-oruk": "Feeds that `drws import-oruk` reads. [How it works](open-data.md#import-a-feed).",
    "import": "Files of events that `drws import-events` reads. [How to write them](events.md#import-a-table-or-a-calendar).",
    "meeting": "A meeting is somebody’s, and begins before it ends.",
    "minutes": "Minutes have a page, or a day on which they were agreed.",
    "language": "A language is one that Unicode’s register knows, and the first of a site is complete. [Languages](your-own-partnership.md#languages).",
    "security": "Whoever finds a hole in the site can tell somebody, and nobody reads along. `/.well-known/security.txt` says whom (RFC 9116).",
    "drawings": "A drawing is SVG that shows something and can do nothing: shapes alone.",
    "social-picture": "A picture that a theme brings for links to the site is one that chats can show. [Where it goes](your-own-partnership.md#brand).",
    "policy": "A policy says who published it, and a version has a name that a file can have. [How to write one](policies.md).",
    "content": "A hand-written page is plain Markdown, is there in every language, and names what it links to.",
}
"""Rules that are kept where files are read. Each belongs to several places in the code, so its sentence stands here."""

VERIFYING = "The built site is whole. What that means follows below, rule by rule. A problem shows as `[verify]` whichever it is."

BUILDING = {
    "init": "A new project goes into a new folder, in languages that Drws has words in.",
    "theme": "What a project has in the place of the theme’s templates works.",
    "settings": "`mkdocs.yml` agrees with the data.",
    "hosting": "What a host is told fits into what it reads. [Hosts](deploying.md).",
    "publish": "A site goes only where it may, and takes the place only of one that Drws made.",
    "tools": "The programs that Drws calls do their work.",
    "messages": "A further language of these messages says what the original says, with the same values. [How to add one](your-own-partnership.md#messages-in-another-language).",
    "outside": "Links to pages of others lead somewhere. `drws links` asks on a timetable; no build does. [More about it](releasing.md#links-to-pages-of-others).",
    "queries": "A file of questions for `drws search-test` names questions, and pages that exist.",
}

INTRODUCTION = """# Checks

What Drws refuses, rule by rule. A problem ends with the name of its rule: `[references]` is explained under [references](#references).

```
data/services/blwch-llythyrau.yml:16:18  organization_id: there is nothing with the id ‘dyfryn’  [references]
    did you mean ‘dyffryn’?
```

That is: the file, the line, the column, the field, what is wrong, and the rule. The line below it says what to do. `drws check --lang cy`
says the same in Welsh. All problems show in one run; of more than twenty of one kind in one file the first twenty, and how many more
there are (`count` in `--format json`). A build with problems publishes nothing and leaves the old site as it is.

In the tables `…` stands for what was typed, and → for what to do. Where there are two of these, Drws gives the second when it knows
what was probably meant.

Under “Refused” stands what goes over the small example in `tests/examples/small`, an invented directory. Each is run as a test.
"""


def document(_root: Path) -> str:
    """Every rule, in the order in which it is met."""
    return "\n".join(
        [
            MADE,
            INTRODUCTION,
            "## When files are read\n",
            *(line for rule, words in READING.items() for line in _ruled(rule, words)),
            "## Over the whole directory\n",
            *(line for check in installed().checks for line in explained(check, check.ID)),
            "## Over the built site\n",
            f"### verify\n\n{VERIFYING}\n",
            *_said(_keys_in(verify)),
            *(line for verifier in verify.VERIFIERS for line in explained(verifier, f"verify: {verifier.ID}")),
            "## Building and publishing\n",
            *(line for rule, words in BUILDING.items() for line in _ruled(rule, words)),
        ]
    )


def _ruled(rule: str, words: str) -> list[str]:
    """A rule that is kept in several places."""
    return [f"### {rule}\n\n{words}\n", *_said(key for key in messages() if key.startswith(f"{rule}."))]


def explained(module: Any, title: str) -> list[str]:  # noqa: ANN401  a module that fits a protocol
    """A rule from its docstring: what holds, why, what is refused, and the messages."""
    rule, _, example = inspect.cleandoc(module.__doc__).partition("Refused::")
    block = f"Refused:\n\n```yaml\n{inspect.cleandoc(example)}\n```\n" if example else ""
    return [f"### {title}\n\n{rule.strip()}\n", *filter(None, [block]), *_said(_keys_of(module))]


def _keys_of(module: Any) -> list[str]:  # noqa: ANN401
    """The messages of a rule: those that its module gives, and those under its name that are given where files are read."""
    own = set(_keys_in(module))
    return [key for key in messages() if key in own or key.partition(".")[0] == module.ID]


def _keys_in(module: Any) -> list[str]:  # noqa: ANN401
    """The messages that a module gives, in the order of `messages.yml`."""
    tree = ast.parse(inspect.getsource(module))
    constants = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    return [key for key in messages() if key in constants]


def _said(keys: Iterable[str]) -> list[str]:
    """Messages with their cures, in every language of the tool side by side."""
    names = {"cy": "Cymraeg", "en": "English"}
    said = [tuple(_shown(key, code) for code in LANGUAGES) for key in keys]
    return rows(tuple(names[code] for code in LANGUAGES), said) if said else []


def _shown(key: str, language: str) -> str:
    """A message and what to do about it, without values."""
    forms = messages()[key]
    words = (forms[form][language].format_map(_Open()) for form in ("message", "fix", "nearest") if form in forms)
    return "<br>→ ".join(map(literal, words))


class _Open(dict[str, str]):
    """Every value of a message, left open."""

    def __missing__(self, _key: str) -> str:
        return "…"


@cache
def messages() -> dict[str, dict[str, dict[str, str]]]:
    """Every message, as its file has it."""
    return {key: entry for file in message_files() for key, entry in typed(file).items()}
