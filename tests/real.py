"""The real records and hand-written pages, for the few tests that read them (test_editing.py lists these).

Of what is kept from an earlier run nothing is read again that says the same, as `drws check` does it: tests/test_kept.py tries that.
"""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from drws.build.load import Loaded, Sources, load
from drws.build.plans import plan, plan_authored
from drws.domains.registry import installed
from drws.kernel.problem import errors
from drws.kernel.site import Site
from drws.planning.page_plan import PagePlan
from drws.say.languages import packages
from drws.say.messages import as_text, sentences
from drws.system.clock import today
from drws.system.kept import Kept, program

ROOT = Path(__file__).parents[1]
SOURCES = Sources(ROOT / "data", ROOT / "content", ROOT / "theme")


@cache
def loaded(as_of: date | None = None) -> Loaded:
    """What there is on a day, by default today's, as the build reads it."""
    return read(SOURCES, as_of or today())


def read(sources: Sources, as_of: date) -> Loaded:
    """Read and check the real records, or a copy of them: a file that says what it says there is not read again."""
    kept = Kept(ROOT / ".cache" / "tests" / "real", program(installed().packages | packages()))
    found = load(replace(sources, kept=kept), as_of)
    if sources == SOURCES:
        kept.write()
    return found


@cache
def site(as_of: date | None = None) -> Site:
    """The site that they make."""
    found = loaded(as_of).site
    assert found, told(loaded(as_of))
    return found


@cache
def every_page() -> tuple[PagePlan, ...]:
    """Every page of today's site."""
    return planned(loaded())


def planned(found: Loaded) -> tuple[PagePlan, ...]:
    """Every page of what was read. Raises ValueError where that makes no site."""
    if found.site is None or found.strings is None or found.addresses is None or errors(found.problems):
        raise ValueError("The records do not make a site:\n" + told(found))
    parts = (found.site, found.strings, found.addresses, found.domains)
    return (*plan(*parts), *plan_authored(*parts))


def told(found: Loaded, sources: Sources = SOURCES) -> str:
    """What `drws check` says of it."""
    return as_text(sentences(found.problems, sources.folders, "en"))
