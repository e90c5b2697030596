"""The small example in one language, as somebody would write it who needs no other."""

import shutil
from pathlib import Path
from typing import Any

import yaml

from drws.read.tree import parse


def reduce_to(language: str, root: Path) -> None:
    """Rewrite the project in `root`: every text becomes the words of `language` alone, and the other languages go."""
    for file in (*(root / "data").rglob("*.yml"), *(root / "content").rglob("*.yml")):
        if file.parent.name != "languages" and file.name != "addresses.yml":
            value: Any = parse(file.read_text("utf-8"), file.name)[0]
            value.pop("translation", None)
            file.write_text(yaml.safe_dump(_in_one(value, language), allow_unicode=True), "utf-8")
    for table in (root / "data" / "observations").glob("*.csv"):
        rows = [row.split(";") for row in table.read_text("utf-8").replace("; ", ", ").splitlines()]
        kept = [at for at, name in enumerate(rows[0]) if not name.startswith("note_") or name == f"note_{language}"]
        text = "\n".join(";".join(row[at] for at in kept) for row in rows)
        table.write_text(text.replace(f"note_{language}", "note") + "\n", "utf-8")
    others = {path.stem for path in (root / "data" / "languages").iterdir()} - {language}
    for other in others:
        (root / "data" / "languages" / f"{other}.yml").unlink()
        shutil.rmtree(root / "content" / other)
    for passage in (root / "content" / "policies").rglob("*.md"):
        if not passage.name.endswith(f".{language}.md"):
            passage.unlink()
    for page in (root / "content").rglob("*.md"):
        page.write_text(page.read_text("utf-8").replace("translation: draft\n", ""), "utf-8")


def _in_one(value: Any, language: str) -> Any:
    """The same without what is said in other languages."""
    if isinstance(value, list):
        return [_in_one(each, language) for each in value if each not in ("cy", "en", "parity") or each == language]
    if not isinstance(value, dict):
        return value
    if "same" in value:
        return value["same"]
    said = {code: words for code, words in value.items() if code in ("cy", "en")}
    if said and set(value) <= {"cy", "en", "awaited", "familiar"}:
        words = _in_one(said.get(language) or next(iter(said.values())), language)
        familiar = value.get("familiar", {}).get(language)
        return {language: words, "familiar": {language: familiar}} if familiar else words
    return {
        key: language if key in ("language", "remarks_language") else _in_one(each, language)
        for key, each in value.items()
    }
