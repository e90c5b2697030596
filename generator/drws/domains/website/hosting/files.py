"""The files of every host, made of one description and of the names of all other files of a site."""

from collections.abc import Collection, Mapping

from drws.domains.website.hosting.bucket import bucket
from drws.domains.website.hosting.caddy import caddy
from drws.domains.website.hosting.description import Description
from drws.domains.website.hosting.nginx import BROTLI, nginx
from drws.domains.website.hosting.static_hosts import MOST_REDIRECTS, headers, redirects
from drws.kernel.problem import Place, Problem, Severity

NO_JEKYLL = ".nojekyll"
"""Says to GitHub Pages that the site is finished: it would leave out what begins with an underscore."""


def host_files(description: Description, files: Collection[str]) -> tuple[Mapping[str, str], list[Problem]]:
    """Each file by its name, and where a limit of a host leaves something out."""
    moved = redirects(description, files)
    made = {
        "_headers": headers(description),
        "_redirects": moved.text,
        "nginx.conf": nginx(description),
        "nginx-brotli.conf": BROTLI,
        "Caddyfile": caddy(description),
        "bucket.json": bucket(description, files),
        NO_JEKYLL: "",
    }
    if not moved.left_out:
        return made, []
    place = Place("site/_redirects", line=1, column=1)
    return made, [
        Problem(
            place, "hosting.left-out", {"number": moved.left_out, "most": MOST_REDIRECTS}, severity=Severity.WARNING
        )
    ]
