"""What there is to look at, as an editor is told it: the file, the line, the word, what was perhaps meant, and the cure."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from proofreading.mutations import Mutations
from proofreading.spelling import Spelling
from proofreading.texts import Text, texts

WORDS = {
    "cy": {
        "spelling": "nid yw ‘{is_there}’ mewn unrhyw eiriadur",
        "mutation": "‘{is_there}’: mae’r gair cyntaf yn achosi treiglad",
        "perhaps": "efallai: {meant}",
        "listed": "os yw’n gywir fel y mae, ychwanegwch at {at}",
        "done": "Testunau Cymraeg: {read}. I’w gwirio: {found}.",
    },
    "en": {
        "spelling": "‘{is_there}’ is in no Welsh dictionary",
        "mutation": "‘{is_there}’: the first word causes a mutation",
        "perhaps": "perhaps: {meant}",
        "listed": "if it is right as it is, add it to {at}",
        "done": "Texts in Welsh: {read}. To look at: {found}.",
    },
}
FOLDER = Path(__file__).parent
WORDS_TXT, MESSAGES_TXT = FOLDER / "words.txt", FOLDER / "words_of_messages.txt"
LISTS = {"spelling": "tools/proofreading/words.txt", "mutation": "tools/proofreading/pairs.txt"}


class Finding(NamedTuple):
    """Words that are not in order, and where they stand."""

    file: str
    line: int
    column: int
    field: str
    rule: str
    is_there: str
    meant: tuple[str, ...]

    def said(self, language: str) -> str:
        """In the words of `WORDS`, two lines."""
        words = WORDS[language]
        perhaps = words["perhaps"].format(meant=", ".join(self.meant)) + "; " if self.meant else ""
        where = f"{self.file}:{self.line}:{self.column}  {self.field}{': ' if self.field else ''}"
        what = words[self.rule].format(is_there=self.is_there)
        return f"{where}{what}  [{self.rule}]\n    {perhaps}{words['listed'].format(at=LISTS[self.rule])}\n"


def proofread(root: Path) -> tuple[int, list[Finding]]:
    """How many texts a project has in Welsh, and what is to be looked at in them."""
    of_pages, of_messages = Spelling(WORDS_TXT), Spelling(WORDS_TXT, MESSAGES_TXT)
    mutations = Mutations(of_pages.in_dictionary)
    read = list(texts(root))
    found = {
        each: None
        for text in read
        for each in _in_text(text, of_messages if text.file.endswith("messages.yml") else of_pages, mutations)
    }
    return len(read), sorted(found)


def _in_text(text: Text, spelling: Spelling, mutations: Mutations) -> Iterator[Finding]:
    for word in dict.fromkeys(spelling.unknown(text.words)):
        yield Finding(text.file, *text.position(word), text.field, "spelling", word, spelling.suggestions(word))
    for pair in mutations.wrong(text.words):
        yield Finding(text.file, *text.position(pair.phrase), text.field, "mutation", pair.phrase, pair.instead)
