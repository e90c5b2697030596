"""Plain values as the YAML that a person would type, and that `read/tree.py` reads again."""

from collections.abc import Mapping
from typing import Any

import yaml


class AsTyped(yaml.SafeDumper):
    """Writes text without quotes wherever the reader lets it, as a person would: `2026-01-20`, `19:00`."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  that is how PyYAML is told

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401, ARG002
        """The same value twice is written twice: the reader takes no aliases."""
        return True


def dumped(fields: Mapping[str, Any]) -> str:
    """A record as text, its fields in their order."""
    written: str = yaml.dump(dict(fields), Dumper=AsTyped, allow_unicode=True, sort_keys=False, width=140)
    return written
