"""Is there what makes a PDF? The package is optional, and needs libraries of the system."""

import logging
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from io import StringIO
from pathlib import Path

from drws.kernel.problem import Place, Problem, Refused

PLACE = Place("drws build --pdf")


def version() -> str:
    """The version of WeasyPrint. Raises Refused when it is not installed, or when a library that it needs is not."""
    said = StringIO()  # it prints a long explanation of its own where a library is missing
    try:
        with redirect_stdout(said), redirect_stderr(said):
            found: str = import_module("weasyprint").__version__
    except ImportError as error:
        raise Refused(Problem(PLACE, "tools.pdf-package", {"detail": error.name or "weasyprint"})) from None
    except OSError as error:
        detail = str(error).partition(":")[0]
        raise Refused(Problem(PLACE, "tools.pdf-library", {"detail": detail})) from None
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # what matters is raised
    return found


def source() -> bytes:
    """The code of this package. Whoever keeps what it made asks whether it is still the same."""
    return b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
