"""What templates can ask about the words of policies."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from drws.domains.policies.text.strength import every_strength_word
from drws.planning.plan import Planner


def functions(planner: Planner) -> Mapping[str, Callable[..., Any]]:
    """By the names that templates use."""

    def strength_words_in(language: str) -> re.Pattern[str] | None:
        return every_strength_word(planner.site, language)

    return {"strength_words_in": strength_words_in}
