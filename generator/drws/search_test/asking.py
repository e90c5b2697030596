"""Asks a built site in Node.js."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from drws.kernel.problem import Place, Problem, Refused
from drws.search_test.queries import Query
from drws.system.node import node

SCRIPT = Path(__file__).with_name("ask.mjs")

FIRST = 10
"""Results that are looked at. Most visitors look at fewer."""


def ask(site: Path, queries: Sequence[Query], homes: Mapping[str, str], first: int = FIRST) -> list[tuple[str, ...]]:
    """The addresses of the first results of each query. `homes` are the addresses of the home pages by language.

    Raises Refused when the site cannot be asked.
    """
    if not queries:
        return []
    language, home = next(iter(homes.items()))
    asked = [{"lang": query.lang, "q": query.q, "collection": query.collection or ""} for query in queries]
    order = {"site": str(site.resolve()), "base": home.removesuffix(f"{language}/"), "queries": asked, "first": first}
    command = [node(), "--no-warnings", str(SCRIPT)]
    try:
        done = subprocess.run(command, input=json.dumps(order), capture_output=True, text=True, check=False)  # noqa: S603  no shell, and every word is ours
    except FileNotFoundError:
        raise Refused(Problem(Place("site", line=1, column=1), "tools.search-test-node")) from None
    except OSError as error:
        raise Refused(_problem(error.strerror or "")) from None
    if done.returncode:
        raise Refused(_problem(done.stderr.strip()))
    return [tuple(found) for found in json.loads(done.stdout)]


def _problem(detail: str) -> Problem:
    return Problem(Place("site", line=1, column=1), "tools.search-test", {"detail": detail})
