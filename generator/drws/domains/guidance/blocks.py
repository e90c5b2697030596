"""Blocks that show nothing but the words that stand in them."""

from drws.kernel.page_block import BlockContent, BlockForm
from drws.planning.page_block import BlockKind

STEPS = BlockKind(
    form=BlockForm("steps", BlockContent.PARTS),
    purpose="What to do or what happens, one after the other. Each step begins with a heading, `### …`.",
    template="guidance/blocks/steps.html",
)
QUESTIONS = BlockKind(
    form=BlockForm("questions", BlockContent.PARTS),
    purpose="What people ask, and below each question, `### …`, its answer. An answer opens when it is wanted; on paper all are open.",
    template="guidance/blocks/questions.html",
)
WARNING = BlockKind(
    form=BlockForm("warning", BlockContent.WORDS),
    purpose="What has to be known before anything else, because somebody could come to harm or lose a right. Once or twice on a page at most.",
    template="guidance/blocks/warning.html",
)
TABLE = BlockKind(
    form=BlockForm("table", BlockContent.TABLE, has_caption=True),
    purpose="A table with a caption, whose first column says what each row is about. Where there is no room it scrolls. Other tables fold.",
    template="guidance/blocks/table.html",
)
