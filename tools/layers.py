"""Which part of Drws may import what, as data. Arrows point one way: towards `kernel`. `tests/test_layers.py` compares it with the imports,
`docs/modules.md` prints it.
"""

from dataclasses import dataclass
from importlib import import_module

from drws.domains import registry


@dataclass(frozen=True)
class Layer:
    """A module or a folder of the generator."""

    purpose: str
    ours: str = ""
    """The layers that it may import; `pages.plan` means that one module only."""
    outside: str = ""
    """The packages from elsewhere that it knows; nobody else does, unless their layer says so too."""


DOMAINS = tuple(domain.name for domain in registry.DOMAINS)
"""The subjects, in their order: each may import those before it."""


def _purpose(name: str) -> str:
    """What a subject is about, as its package says."""
    said = (import_module(f"drws.domains.{name}").__doc__ or "").partition("\n")[0].rstrip(".")
    return said[:1].lower() + said[1:]


SHARED = "kernel planning read say"
PLUGINS = {
    "directory": "govuk_bank_holidays icalendar",
    "diary": "dateutil feedgenerator icalendar",
    "figures": "babel",
    "policies": "dateutil segno",
    "events": "dateutil icalendar",
    "website": "stdnum",
}
"""What a subject knows of packages from elsewhere, besides pydantic."""

LAYERS = {
    "kernel": Layer(
        "what every subject stands on, as frozen types: no YAML, no Jinja, no disk, no clock, and no subject",
        "",
        "pydantic pydantic_core phonenumbers email_validator idna dateutil stdnum",
    ),
    "system": Layer(
        "what the machine is asked for: the time, processes, folders, locks, disks, caches, Node.js",
        "kernel.materials kernel.problem",
        "filelock platformdirs",
    ),
    "read": Layer(
        "from files to plain values and typed records",
        "kernel system.kept system.parallel",
        "yaml pydantic pydantic_core markdown_it mdit_py_plugins",
    ),
    "say": Layer("words for people", "kernel read", "babel markupsafe pycld2"),
    "planning": Layer("from a Site to what will be published, as values", "kernel read say", "pydantic slugify"),
    **{
        f"domains.{name}": Layer(
            _purpose(name),
            " ".join((SHARED, *(f"domains.{before}" for before in DOMAINS[:place]))),
            f"pydantic pydantic_core {PLUGINS.get(name, '')}",
        )
        for place, name in enumerate(DOMAINS)
    },
    "domains.registry": Layer("every subject, in order", "domains planning"),
    "render": Layer(
        "plans of pages to HTML through theme/",
        "domains kernel planning read say system.node",
        "babel jinja2 govuk_frontend_jinja markupsafe nh3 PIL rjsmin",
    ),
    "geography": Layer(
        "postcodes and outlines of a country to data/geography/: run by hand, once for each edition",
        "build.load domains.directory kernel read say.collation",
        "brotli msgpack pyproj shapely",
    ),
    "pdf": Layer("WeasyPrint's door", "kernel.problem", "pydyf weasyprint"),
    "search": Layer(
        "Pagefind's door, and what its index is made of",
        "domains.directory.contact domains.directory.finder domains.directory.organization domains.directory.queries domains.website kernel planning say system.caches system.gzipped system.parallel",
        "pagefind_bin selectolax",
    ),
    "search_test": Layer("real questions to a built site", "kernel read say system.node"),
    "links": Layer(
        "pages of others: are they still there?",
        "domains.website kernel.problem kernel.site read system.clock",
        "requests yaml",
    ),
    "verify": Layer(
        "rules over the built site",
        "domains.open_referral.addresses domains.website.hosting domains.website.ledger domains.website.policy domains.website.security_txt kernel say.detection search.chunks search.files search.packed search.pagefind system.parallel system.signature",
        "brotli icalendar selectolax",
    ),
    "mkdocs": Layer(
        "MkDocs' door",
        "build kernel planning read render.mistakes render.prose say search system",
        "click jinja2 markupsafe mkdocs",
    ),
    "build": Layer(
        "the whole run",
        "domains kernel mkdocs pdf planning read render say search system verify",
        "brotli rich",
    ),
    "starter": Layer("what `drws init` writes", "kernel read say"),
    "cli": Layer(
        "the command line",
        "build domains.events.importing domains.open_referral.importing domains.registry geography kernel links mkdocs planning.importing read say search_test starter system verify",
        "click",
    ),
    "__main__": Layer("python -m drws", "cli"),
}

STANDARD_DOORS = {
    "subprocess": "render search search_test system",
    "shutil": "build search system",
    "tempfile": "build system",
    "ctypes": "build system",
    "os": "build pdf read system verify",
    "pickle": "system",
}
"""Parts of the standard library that reach outside, and who may."""
