r"""Every block of a hand-written page is written as its kind wants it, and shows something.

What stands between `:::` and `:::` is a block: [docs/blocks.md](blocks.md) has their kinds. A block that names a record shows what the record
says on the day; so the record exists, and a list that is asked for has something in it.

Refused::

    content/cy/about/people.md: !in-place {old: "[Yn ôl]", new: "::: contact pont-llinel-gymorth\n:::\n\n[Yn ôl]"}
    content/en/about/people.md: !in-place {old: "[Back]", new: "::: contact pont-llinel-gymorth\n:::\n\n[Back]"}
"""

from collections.abc import Iterator

from drws.kernel.authored import AuthoredText
from drws.kernel.page_block import BlockArgument, PageBlock
from drws.kernel.problem import Problem, nearest
from drws.planning.check import Subject
from drws.planning.page_block import BlockKind

ID = "blocks"


def check(subject: Subject) -> Iterator[Problem]:
    """Every block that names what is not there, or that would be empty."""
    kinds = subject.domains.blocks
    texts = {text.file: text for page in subject.site.authored.values() for text in page.texts.values()}
    for text in texts.values():
        for block in text.page_blocks:
            kind = kinds[block.kind]
            unknown = list(_unknown(block, kind, text, subject))
            yield from unknown
            if not unknown and not any(subject.unread.values()) and not kind.finds(block, subject.site):
                yield Problem(text.place_of_block(block), "blocks.nothing", {"value": block.kind})


def _unknown(block: PageBlock, kind: BlockKind, text: AuthoredText, subject: Subject) -> Iterator[Problem]:
    form = kind.form
    for argument in (*([form.about] if form.about else []), *form.choices):
        id_ = block.named(argument.name)
        if id_ is not None and not any(subject.exists(each, id_) for each in argument.collections):
            values = {"id": id_, "name": argument.name, "nearest": nearest(id_, _ids(argument, subject))}
            yield Problem(text.place_of_block(block, argument.name), "blocks.record", values)


def _ids(argument: BlockArgument, subject: Subject) -> dict[str, None]:
    return dict.fromkeys(id_ for each in argument.collections for id_ in subject.ids(each))
