"""Put the hand-written pages where MkDocs and its i18n plugin look for them, under their translated addresses.

The i18n plugin puts its default language at the root and the others into folders. Neither of our languages lives at the root, so the
first language's pages are staged one folder deeper: `docs/cy/cy/amdanom-ni.md` becomes `/cy/amdanom-ni/`, `docs/en/about.md` becomes
`/en/about/`, and `docs/cy/index.md` the choice of language at `/` (docs/decisions/0008).
"""

import re
import shutil
from pathlib import Path

from drws.domains.guidance.content import FRONT_MATTER, LINK, NAMED
from drws.kernel.site import Site
from drws.planning.addresses import Addresses

ENTRANCE = "index.md"


def stage(site: Site, addresses: Addresses, content: Path, docs: Path) -> dict[str, tuple[str, str]]:
    """Write the staged tree, only where something changed, and remove what is no longer part of it.

    Returns for each staged file, as MkDocs names it, the page's path and language. The entrance has the path `None`'s place: it is not in it.
    """
    staged: dict[str, tuple[str, str]] = {}
    first = site.languages[0].code
    texts = {Path(first, ENTRANCE): ""}
    for path, page in site.authored.items():
        for language, text in page.texts.items():
            address = addresses.path(f"page:{path}" if path else "home", language)
            inside = Path(*([language] if language == first else []), address.rstrip("/"), ENTRANCE)
            source = (content / Path(text.file).relative_to("content")).read_text("utf-8-sig").replace("\r\n", "\n")
            texts[inside] = _with_addresses(FRONT_MATTER.sub("", source), language, addresses)
            staged[inside.as_posix()] = (path, language)
    _write(texts, docs)
    return staged


def _with_addresses(markdown: str, language: str, addresses: Addresses) -> str:
    """Links by name become links by address."""

    def resolved(match: re.Match[str]) -> str:
        target = match[1]
        if not NAMED.fullmatch(target):
            return match[0]
        name, hash_, fragment = target.partition("#")
        if not addresses.has(name, language):
            name = name.removeprefix("page:")
        return match[0].replace(target, f"{addresses.url(name, language)}{hash_}{fragment}")

    return LINK.sub(resolved, markdown)


def _write(texts: dict[Path, str], docs: Path) -> None:
    for path in sorted(docs.rglob("*"), reverse=True) if docs.is_dir() else []:
        if path.is_file() and path.relative_to(docs) not in texts:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            shutil.rmtree(path)
    for inside, text in texts.items():
        path = docs / inside
        if not path.is_file() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
