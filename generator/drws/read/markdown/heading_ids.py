"""The ids of headings, as links with a `#` name them. They are those that Python-Markdown gave: published links go on working."""

import re
import unicodedata

NUMBERED = re.compile(r"(.*)_([0-9]{1,9})", re.DOTALL)


class HeadingIds:
    """Gives each heading of a page an id of its own."""

    def __init__(self) -> None:
        self._next: dict[str, int] = {}  # for each id that is taken, the number that may be free for the next like it

    def id_for(self, words: str) -> str:
        """The id of a heading: its words, and a number where they stood in a heading before."""
        id_ = _slug(words)
        match = NUMBERED.fullmatch(id_)
        stem, number = (match[1], int(match[2])) if match else (id_, 0)
        if id_ and id_ not in self._next:
            self._next[id_] = number + 1
            return id_
        asked = [id_]
        number = self._next.get(id_, 1)
        while (candidate := f"{stem}_{number}") in self._next:
            asked.append(candidate)
            number = self._next[candidate]
        # So that nobody counts up from the first again.
        self._next.update(dict.fromkeys((*asked, candidate), number + 1))
        return candidate


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())
