"""Which versions of the packages of Node.js a theme was made with."""

import json
from collections.abc import Mapping

from drws.read.theme import Theme
from drws.render.assets import COMPILED, VERSIONS

PACKAGES = ("@fontsource-variable/figtree", "govuk-frontend", "sass")
"""Those that the stylesheets, scripts and fonts of a site come from."""


def theme_versions(theme: Theme) -> Mapping[str, str]:
    """The version of each package, as far as it is known: an installed theme says which it was, others have the package beside them."""
    found: dict[str, str] = {}
    for folder in reversed(theme.layers):
        written = folder.path / COMPILED / VERSIONS
        if written.is_file():
            found |= json.loads(written.read_text("utf-8"))
            continue
        for name in PACKAGES:
            package = folder.path.parent / "node_modules" / name / "package.json"
            if package.is_file():
                found[name] = str(json.loads(package.read_text("utf-8"))["version"])
    return dict(sorted(found.items()))
