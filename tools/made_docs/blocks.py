"""`docs/blocks.md`: every kind of block that a hand-written page can have, with the example that the small directory builds."""

import re
from pathlib import Path

from drws.domains.registry import installed
from drws.kernel.page_block import BlockArgument, BlockContent
from drws.planning.page_block import BlockKind
from made_docs.markdown import MADE, rows

BEFORE_KINDS = Path(__file__).with_suffix(".md")
"""How blocks are written, by hand."""
EXAMPLES = "tests/examples/small/content/en/about/blocks.md"
HOLDS = {
    BlockContent.NOTHING: "nothing: all of it comes from the data",
    BlockContent.WORDS: "paragraphs, lists and quotations, without headings",
    BlockContent.PARTS: "headings, `### …`, with anything below each, other blocks included",
    BlockContent.TABLE: "one table",
}


def document(root: Path) -> str:
    """How they are written, then each kind."""
    examples = (root / EXAMPLES).read_text("utf-8")
    kinds = [kind for domain in installed() for kind in domain.blocks]
    return "\n".join(
        [
            MADE,
            BEFORE_KINDS.read_text("utf-8"),
            "## The kinds\n",
            *rows(
                ("block", "for"),
                [(f"[`{kind.form.kind}`](#{kind.form.kind})", kind.purpose) for kind in kinds],
            ),
            *(line for kind in kinds for line in _section(kind, examples)),
        ]
    )


def _section(kind: BlockKind, examples: str) -> list[str]:
    form = kind.form
    arguments = (*([form.about] if form.about else []), *form.choices)
    return [
        f"## {form.kind}\n",
        f"{kind.purpose}\n",
        f"- its first line: `{form.first_line}`",
        f"- it holds {HOLDS[form.content]}",
        *(f"- `{each.name}` is an id of {_places(each)}" for each in arguments),
        "",
        f"````markdown\n{_example(form.kind, examples)}\n````\n",
    ]


def _places(argument: BlockArgument) -> str:
    """Folders of `data/`, and lists of `data/site.yml`."""
    folders = {model.FOLDER for model in installed().entities}
    named = [f"`data/{each}/`" if each in folders else f"`{each}` in `data/site.yml`" for each in argument.collections]
    return " or ".join(named)


def _example(kind: str, examples: str) -> str:
    found = re.search(rf"^(:{{3,}}) {kind}\b.*?^\1$", examples, re.DOTALL | re.MULTILINE)
    if not found:
        raise LookupError(f"{EXAMPLES} has no block of the kind {kind}")
    return found[0]
