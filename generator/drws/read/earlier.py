"""What an earlier run found in files that say what they said then: it is not looked for again."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar

from drws.system.kept import Kept

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was kept of what files say, for those who look at each of them by itself."""

    kept: Kept | None = None
    """None where nothing is kept: then everything is looked at."""

    def of_each(
        self,
        things: Sequence[T],
        files: Callable[[T], Iterable[str]],
        work_out: Callable[[list[T]], list[R]],
        *about: object,
    ) -> list[R]:
        """What `work_out` finds in each of some things, in their order. It is asked about those alone of which nothing is kept.

        A thing follows from its `files`, which places name as `data/services/x.yml`, and from nothing else; what is found in it follows from
        the thing and from `about`, which says so in its `repr`: the same in every run, so no sets. Things without a file, or with one that
        is not kept, are looked at every time.
        """
        if self.kept is None:
            return work_out([*things])
        keys, known = self.kept.keys, blake2b(repr(about).encode()).digest()

        def key(thing: T) -> bytes | None:
            parts = [keys.get(file) for file in files(thing)]
            if not parts or None in parts:
                return None
            return blake2b(b"".join((known, *filter(None, parts))), digest_size=32).digest()

        return self.kept.of_each(things, key, work_out)
