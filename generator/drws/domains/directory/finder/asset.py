"""The table of postcodes, as the finder's script reads it."""

import json
from collections.abc import Mapping

from drws.domains.directory.finder.geography import Geography
from drws.kernel.site import Site


def assets(site: Site) -> Mapping[str, bytes]:
    """The table, where the site has one."""
    geography = site.dataset(Geography)
    if geography is None:
        return {}
    return {"postcodes.json": json.dumps(geography.postcodes.for_browser(), separators=(",", ":")).encode()}
