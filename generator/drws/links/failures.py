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
from datetime import date
from pathlib import Path

import yaml

from drws.domains.website.audits.links import FILE, BrokenLink, BrokenLinks
from drws.kernel.problem import Place
from drws.kernel.site import Site
from drws.links.ask import Answer, State

DAYS_KEPT = 20
"""Of a link that has failed for long, the last days."""

HEAD = "# Links to pages of others that did not answer, by `drws links`. It writes this file anew each time; docs/releasing.md says more.\n"


class _Plain(yaml.SafeDumper):
    """Writes what stands there twice two times: the data has no anchors (docs/decisions/0002)."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        """Nothing is named."""
        return True


def known(site: Site) -> dict[str, BrokenLink]:
    """What is written down, by the address. Nothing where nobody has asked yet."""
    found = site.dataset(BrokenLinks)
    return {each.url: each for each in found.links} if found else {}


def renewed(
    before: Mapping[str, BrokenLink], answers: Mapping[str, Answer], named: Mapping[str, tuple[Place, ...]], day: date
) -> dict[str, BrokenLink]:
    """What is to be written down after some were asked on a day. What was not asked stays as it was, where the site still names it."""
    after = {}
    for url, places in named.items():
        answer, earlier = answers.get(url), before.get(url)
        where = tuple(f"{place.file}:{place.line}" for place in places)
        if answer is None and earlier:
            after[url] = earlier.model_copy(update={"where": where})
        elif answer and answer.state is State.BROKEN:
            days = sorted({*(earlier.failed_on if earlier else ()), day})
            after[url] = BrokenLink.model_construct(
                url=url, failed_on=tuple(days[-DAYS_KEPT:]), status=answer.status, where=where
            )
    return after


def write(data: Path, failures: Iterable[BrokenLink]) -> None:
    """Write the list, in the order of the addresses. Where it is empty, too: then everything answers."""
    file = data / FILE
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
