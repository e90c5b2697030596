"""Write down all that Drws and the sites that it makes are made of, as one CycloneDX document: `make sbom`.

Two tools know their own half. cyclonedx-bom sees which Python packages are installed, with their licences; npm reads its lock file. Of the first
those count that `requirements.txt` names, the ones that a build runs with, and their hashes are those that an install is checked against. What
pages carry to visitors comes with them: Pagefind (pagefind-bin), GOV.UK Frontend and the font (npm). Run by the environment of `make sbom`.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

ROOT = Path(__file__).resolve().parents[1]
VERSION = "1.6"
"""Of CycloneDX: the newest that both tools write."""
NAMED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")

Document = dict[str, Any]


def hashes(requirements: str) -> dict[str, list[str]]:
    """The SHA-256 of every file that an install accepts, by the normalised name of the package (PEP 503)."""
    parts = re.split(r"\n(?=[A-Za-z0-9])", requirements)
    return {normal(found[1]): HASH.findall(part) for part in parts if (found := NAMED.search(part))}


def normal(name: str) -> str:
    """The one form of a package's name."""
    return re.sub(r"[-_.]+", "-", name).lower()


def of_python(installed: Document, known: dict[str, list[str]]) -> list[Document]:
    """The packages that a build runs with. Each has several files, one for each machine: CycloneDX has these as references."""
    components = []
    for component in installed["components"]:
        name = normal(component["name"])
        if name in known:
            address = f"https://pypi.org/project/{name}/{component['version']}/"
            files = [{"type": "distribution", "url": f"{address}#files", "hashes": [{"alg": "SHA-256", "content": each}]} for each in known[name]]  # fmt: skip
            components.append({**component, "externalReferences": [*component.get("externalReferences", []), *files]})
    if missing := known.keys() - {normal(each["name"]) for each in components} - not_here():
        raise SystemExit(f"requirements.txt names what is not installed: {', '.join(sorted(missing))}")
    return components


def not_here() -> set[str]:
    """The packages that `requirements.txt` has for other machines or versions of Python alone."""
    text = (ROOT / "requirements.txt").read_text("utf-8")
    return {normal(found[1]) for found in re.finditer(r"^([A-Za-z0-9._-]+)==[^ ;\\]+ ;", text, re.MULTILINE)}


def merged(python: Document, components: list[Document], npm: Document) -> Document:
    """One document about Drws, with the packages of both. References between packages stay those of their tools."""
    node = npm["components"]
    kept = {component["bom-ref"] for component in (*components, *node)}
    main = {**python["metadata"]["component"], "version": own_version()}
    needs = {each["ref"]: set(each.get("dependsOn", ())) for each in (*python["dependencies"], *npm["dependencies"])}
    direct = needs.get(main["bom-ref"], set()) | needs.get(npm["metadata"]["component"]["bom-ref"], set())
    needs = {ref: on & kept for ref, on in needs.items() if ref in kept} | {main["bom-ref"]: direct & kept}
    return {
        "$schema": python["$schema"],
        "bomFormat": "CycloneDX",
        "specVersion": VERSION,
        "version": 1,
        "metadata": {"component": main, "lifecycles": [{"phase": "build"}]},
        "components": sorted([*components, *node], key=lambda each: str(each["bom-ref"])),
        "dependencies": [{"ref": ref, "dependsOn": sorted(on)} for ref, on in sorted(needs.items())],
    }


def main(folder: Path) -> None:
    """Ask both tools, put together what they said, and see whether it is a document of CycloneDX. Raises SystemExit where it is not."""
    python = asked(
        Path(sys.executable).with_name("cyclonedx-py"),
        *("environment", ROOT / ".venv", "--pyproject", ROOT / "pyproject.toml", "--mc-type", "application"),
        *("--spec-version", VERSION, "--output-format", "JSON", "--output-reproducible", "--output-file", "-"),
    )
    npm = asked("npm", "sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application", "--omit", "dev", "--package-lock-only")  # fmt: skip
    known = hashes((ROOT / "requirements.txt").read_text("utf-8"))
    written = json.dumps(merged(python, of_python(python, known), npm), ensure_ascii=False, indent=2) + "\n"
    if wrong := JsonStrictValidator(SchemaVersion.from_version(VERSION)).validate_str(written):
        raise SystemExit(f"This is no document of CycloneDX {VERSION}: {wrong}")
    folder.mkdir(exist_ok=True)
    (folder / f"drws-{own_version()}.cdx.json").write_text(written, "utf-8")


def own_version() -> str:
    """That of Drws, which its module says once."""
    [version] = re.findall(
        r'^__version__ = "(.+)"$', (ROOT / "generator/drws/__init__.py").read_text("utf-8"), re.MULTILINE
    )
    return str(version)


def asked(*words: object) -> Document:
    """What a program says, which is JSON. It ends with what the program says where it cannot."""
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True, check=False, cwd=ROOT)  # noqa: S603  our own words
    if done.returncode:
        raise SystemExit(done.stderr)
    document: Document = json.loads(done.stdout)
    return document


if __name__ == "__main__":
    main(Path(sys.argv[1]))
