"""What did not answer, and on which days: `data/audits/links.yml`, which `drws links` reads and writes.

```yaml
- url: https://pont.example/groups
  failed_on: [2025-11-14, 2025-11-17, 2025-11-21]
  status: "404"
  where: ["data/services/grwp-rhieni.yml:21"]
```

A link that answers again leaves the list, and so does one that the site no longer has.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from drws.kernel.problem import Place, Problem
from drws.links.ask import Answer, State
from drws.read.reader import Folder, read_value
from drws.system.clock import DayError, day_named

NAME = "audits/links.yml"
"""Where it is, in `data/`."""

DAYS_KEPT = 20
"""Of a link that has failed for long, the last days."""

HEAD = "# Links to pages of others that did not answer, by `drws links`. It writes this file anew each time; docs/releasing.md says more.\n"


@dataclass(frozen=True, slots=True)
class Failure:
    """A link that does not answer."""

    url: str
    failed_on: tuple[date, ...]
    """The days on which it did not, in order."""
    status: str
    """What it answered last: `404`, `timeout`."""
    where: tuple[str, ...]
    """The lines that name it: `data/services/grwp-rhieni.yml:21`."""


class _Plain(yaml.SafeDumper):
    """Writes what stands there twice two times: the data has no anchors (docs/decisions/0002)."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        """Nothing is named."""
        return True


def read(data: Folder) -> tuple[dict[str, Failure], list[Problem]]:
    """What is written down, by the address. Nothing where there is no such file."""
    file = data.path / NAME
    if not file.exists():
        return {}, []
    value, problems = read_value(file, data)
    try:
        entries = [_failure(each) for each in value] if isinstance(value, list) else []
    except (KeyError, TypeError, DayError):
        return {}, [*problems, Problem(Place(data.logical(file), line=1, column=1), "outside.unreadable")]
    return {each.url: each for each in entries}, problems


def renewed(
    before: Mapping[str, Failure], answers: Mapping[str, Answer], named: Mapping[str, tuple[Place, ...]], day: date
) -> dict[str, Failure]:
    """What is to be written down after some were asked on a day. What was not asked stays as it was, where the site still names it."""
    after = {}
    for url, places in named.items():
        answer, earlier = answers.get(url), before.get(url)
        where = tuple(f"{place.file}:{place.line}" for place in places)
        if answer is None and earlier:
            after[url] = Failure(url, earlier.failed_on, earlier.status, where)
        elif answer and answer.state is State.BROKEN:
            days = sorted({*(earlier.failed_on if earlier else ()), day})
            after[url] = Failure(url, tuple(days[-DAYS_KEPT:]), answer.status, where)
    return after


def write(data: Path, failures: Iterable[Failure]) -> None:
    """Write the list, in the order of the addresses. Where it is empty, too: then everything answers."""
    file = data / NAME
    entries = [
        {
            "url": each.url,
            "failed_on": list(each.failed_on),
            "status": each.status,
            "where": list(each.where),
        }
        for each in sorted(failures, key=lambda each: each.url)
    ]
    file.parent.mkdir(exist_ok=True)
    written = yaml.dump(entries, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=120)
    file.write_text(HEAD + written, "utf-8", newline="\n")


def _failure(entry: object) -> Failure:
    """Raises TypeError, KeyError or DayError for something else."""
    if not isinstance(entry, dict):
        raise TypeError
    days, where = entry["failed_on"], entry["where"]
    if not isinstance(days, list) or not isinstance(where, list):
        raise TypeError
    return Failure(
        str(entry["url"]), tuple(day_named(str(day)) for day in days), str(entry["status"]), tuple(map(str, where))
    )
