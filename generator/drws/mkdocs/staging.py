"""Put an empty file where MkDocs and its i18n plugin look for each hand-written page, under its translated address. The words come from `prose.py`.

The i18n plugin puts its default language at the root and the others into folders. Neither of our languages lives at the root, so the
first language's pages are staged one folder deeper: `docs/cy/cy/amdanom-ni.md` becomes `/cy/amdanom-ni/`, `docs/en/about.md` becomes
`/en/about/`, and `docs/cy/index.md` the choice of language at `/` (docs/decisions/0008).
"""

from pathlib import Path

from drws.kernel.site import Site
from drws.planning.addresses import Addresses

ENTRANCE = "index.md"


def stage(site: Site, addresses: Addresses, docs: Path) -> dict[str, tuple[str, str]]:
    """Write the staged tree and remove what is no longer part of it.

    Returns for each staged file, as MkDocs names it, the page's path and language. The entrance is not among them.
    """
    first = site.languages[0].code
    staged: dict[str, tuple[str, str]] = {}
    for path, page in site.authored.items():
        for language in page.texts:
            address = addresses.path(f"page:{path}" if path else "home", language)
            inside = Path(*([language] if language == first else []), address.rstrip("/"), ENTRANCE)
            staged[inside.as_posix()] = (path, language)
    _write({docs / each for each in (f"{first}/{ENTRANCE}", *staged)}, docs)
    return staged


def _write(files: set[Path], docs: Path) -> None:
    for path in sorted(docs.rglob("*"), reverse=True) if docs.is_dir() else []:
        if path.is_file() and (path not in files or path.stat().st_size):
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    for path in files:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
