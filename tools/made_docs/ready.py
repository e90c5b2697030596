"""`docs/ready.md`: what has to be done before a site is launched, rule by rule, with what `drws ready` says of each."""

from pathlib import Path

from drws.domains.registry import installed
from made_docs.checks import explained
from made_docs.markdown import MADE

INTRODUCTION = """# Before a launch

`drws check` says what is wrong. `drws ready` says what is not wrong, and still must not be so on the day on which people begin to depend on the
site: an address that is an example, words that no translator has read, numbers for people in danger that nobody has rung.

```sh
drws ready
drws ready --lang cy
```

What stands in the way comes first, then what is to be borne in mind. Each says where it is and what to do, and ends with `[launch]`. The command
ends with 1 as long as something stands in the way. It builds nothing, and no build asks it: the site goes on being published for those who work
on it. Whatever `drws check` finds stands in the way as well.

## launch

Each subject adds its own rules: `launch_checks` of its domain ([add a domain](add-a-domain.md)). In the tables `…` stands for what was found,
and → for what to do.
"""


def document(_root: Path) -> str:
    """Every rule, in the order of the domains."""
    rules = installed().launch_checks
    return "\n".join([MADE, INTRODUCTION, *(line for rule in rules for line in explained(rule, f"launch: {rule.ID}"))])
