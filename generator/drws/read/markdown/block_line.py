"""The first line of a block, `::: services kind_of_help=letterbox`: its kind, what it names, and what is wrong with it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from drws.kernel.page_block import FENCE, BlockForm, BlockValue, PageBlock
from drws.kernel.problem import nearest

WORD = re.compile(r"\S+")

Decline = Callable[..., None]
"""Takes the place in the text, the message, and its values."""
Position = Callable[[int], tuple[int, int]]
"""The line and the column of a place in the text."""


class BlockLines:
    """Reads first lines. What is wrong is told to `decline`."""

    def __init__(self, forms: Mapping[str, BlockForm], decline: Decline, position: Position) -> None:
        self.forms, self.decline, self.position = forms, decline, position

    def read(self, info: str, start: int, after: int, level: int) -> tuple[BlockForm | None, PageBlock | None]:
        """The form and the block of a line that begins at `start` and whose words, `info`, begin at `after`. No form where nobody knows
        its kind. `level` is that of the headings which the block brings.
        """
        kind, *rest = WORD.finditer(info)
        form = self.forms.get(kind[0])
        if form is None:
            message = "blocks.unknown" if self.forms else "blocks.not-here"
            near = nearest(kind[0], self.forms)
            self.decline(after + kind.start(), message, value=kind[0], nearest=near, known=", ".join(self.forms))
            return None, None
        caption = info[kind.end() :].strip() if form.has_caption else ""
        if form.has_caption and not caption:
            self.decline(start, "blocks.caption", value=form.kind, line=form.first_line)
        arguments = () if form.has_caption else tuple(self._arguments(form, rest, after))
        line, column = self.position(start)
        return form, PageBlock(
            kind=form.kind, line=line, column=column, arguments=arguments, caption=caption, level=level
        )

    def _arguments(self, form: BlockForm, words: Sequence[re.Match[str]], after: int) -> Iterable[BlockValue]:
        names = {each.name for each in form.choices}
        met: set[str] = set()
        for word in words:
            name, sign, value = word[0].partition("=")
            start = after + word.start()
            if not sign and form.about and form.about.name not in met:
                name, value = form.about.name, word[0]
            elif not sign or name not in names:
                near = nearest(name, names)
                self.decline(
                    start, "blocks.argument", value=word[0], kind=form.kind, nearest=near, line=form.first_line
                )
                continue
            elif name in met:
                self.decline(start, "blocks.twice", value=name)
                continue
            met.add(name)
            yield BlockValue(name=name, value=value, column=self.position(start)[1] + len(word[0]) - len(value))
        if (form.about and form.about.name not in met) or (form.choices and not form.about and not words):
            self.decline(after, "blocks.missing", value=form.kind, line=form.first_line)


def signature(form: BlockForm, block: PageBlock) -> str:
    """A first line without its caption, always in the same order: pages in two languages have the same ones."""
    about = form.about.name if form.about else None
    named = sorted(each.value if each.name == about else f"{each.name}={each.value}" for each in block.arguments)
    return " ".join((FENCE, form.kind, *named))
