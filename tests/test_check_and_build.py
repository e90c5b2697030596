"""What `drws check` accepts, `drws build` builds."""

from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drws.build.load import load
from drws.build.output import gather_output
from drws.kernel.problem import Problem, errors
from drws.say.messages import sentences
from drws.system.clock import EARLIEST, LATEST
from drws.verify import verify

from .changed import Change, changed, changes, spots
from .example import AS_OF
from .made_whole import make_whole

if TYPE_CHECKING:
    from tests.example import Example

pytestmark = pytest.mark.slow

SMALL = Path(__file__).parent / "examples" / "small"
SPOTS = spots(SMALL)
DAYS = st.dates(EARLIEST, LATEST) | st.dates(date(2024, 1, 1), date(2028, 1, 1))


@pytest.fixture(scope="module")
def workshop(built: "Example", tmp_path_factory: pytest.TempPathFactory) -> "Example":
    """A copy of the example that is changed and changed back."""
    example = type(built)(tmp_path_factory.mktemp("workshop"))
    example.copy(built)
    return example


@given(changes(SPOTS, files=30), DAYS)
@settings(max_examples=4, suppress_health_check=list(HealthCheck))
def test_what_check_accepts_is_built(workshop: "Example", made: list[Change], as_of: date) -> None:
    """Whatever stands in the sources, every problem is in a file of theirs, with a line; and where there is none the site is made and sound."""
    agree(workshop, made, as_of)


def agree(example: "Example", made: list[Change], as_of: date) -> int:
    """Ask the check and the build about changes. Those that are refused are taken back, and the rest is built: how many files that are."""
    left = defaultdict(list)
    for each in made:
        left[each.spot.file].append(each)
    originals = {file: (SMALL / file).read_text("utf-8") for file in left}
    try:
        for file, found in left.items():
            text = changed(file, originals[file], found)
            (example.root / file).write_bytes(text.encode("utf-8", "surrogatepass"))
        while refused := located(example, (loaded := load(example.sources, as_of, AS_OF)).problems):
            if not left:
                return 0  # the day itself is refused
            taken_back = refused & left.keys() or set(
                list(left)[::2]
            )  # what does not go with the rest need not be told of
            for file in taken_back:
                (example.root / file).write_text(originals[file], "utf-8")
                del left[file]
        output, problems = gather_output(loaded, example.work)
        assert output, example.lines(problems)
        make_whole(output, example.site)
        unsound = errors(verify(example.site))
        assert not unsound, "\n".join(example.lines(unsound))
        return len(left)
    finally:
        for file, text in originals.items():
            (example.root / file).write_text(text, "utf-8")


def located(example: "Example", problems: tuple[Problem, ...]) -> set[str]:
    """The files in which the errors stand, from the folder of the example."""
    for each in sentences(problems, example.sources.folders, "en"):
        assert Path(each.file).exists() or each.rule == "file", each
        assert each.line >= 1, each
    return {each.place.file for each in errors(problems)}
