"""`make` sets up with the quicker of the Pythons that will do: tools/choose_python.sh."""

import os
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "tools" / "choose_python.sh"
NEW_ENOUGH = ["/usr/bin/python3", "-c", "import ensurepip, sys; sys.exit(sys.version_info < (3, 11))"]
STAND_IN = """#!/bin/sh
case "$2" in
    *enable-optimizations*) exit {optimized} ;;
    *version_info*) exit {new_enough} ;;
esac
exit 2
"""


@pytest.fixture(scope="module")
def system() -> str:
    """What is taken where `python3` is not to be had: the system's own, where there is a new one."""
    try:
        return (
            NEW_ENOUGH[0] if subprocess.run(NEW_ENOUGH, capture_output=True, check=False).returncode == 0 else "python3"
        )
    except FileNotFoundError:
        return "python3"


@pytest.mark.parametrize(
    ("new_enough", "optimized", "is_taken"), [(True, True, True), (True, False, False), (False, True, False)]
)
def test_python3_is_taken_where_it_is_new_and_quick(
    new_enough: bool,  # noqa: FBT001  a parameter
    optimized: bool,  # noqa: FBT001  a parameter
    is_taken: bool,  # noqa: FBT001  a parameter
    system: str,
    tmp_path: Path,
) -> None:
    """Otherwise the system's own is, if there is a new one."""
    program = tmp_path / "python3"
    program.write_text(STAND_IN.format(new_enough=int(not new_enough), optimized=int(not optimized)), "utf-8")
    program.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run([SCRIPT], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == ("python3" if is_taken else system)
