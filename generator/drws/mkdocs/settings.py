"""What MkDocs is told: by `mkdocs.yml`, or without one by Drws itself.

Drws needs nothing of `mkdocs.yml` that it does not know. The file is there for those who run MkDocs by itself, so a project may do
without. One that is there counts, and has to agree with the data.
"""

import io
import json
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from drws.kernel.problem import Place, Problem, Refused
from drws.kernel.site import Site
from drws.read import tree
from drws.say.messages import shown

PLUGINS = ("i18n", "drws")


def read_settings(file: Path, site: Site, **folders: str) -> MkDocsConfig:
    """The settings of a file, or the same as far as they matter here without one. Raises Refused where MkDocs makes nothing of them."""
    try:
        return load_config(str(file) if file.is_file() else io.StringIO(_without_file(site)), **folders)
    except (MkDocsException, OSError) as error:
        # MkDocs has logged what it does not like, setting by setting. Only where the YAML is wrong is there a line.
        mark = getattr(error.__context__, "problem_mark", None)
        place = Place(shown(file), line=mark.line + 1 if mark else 1, column=mark.column + 1 if mark else 1)
        detail = getattr(error.__context__, "problem", "") or " ".join(str(error).split())
        raise Refused(Problem(place, "settings.mkdocs", {"detail": detail})) from None


def refuse_other_settings(config: MkDocsConfig, site: Site) -> None:
    """Raise Refused unless the settings have both plugins, and the languages of `data/site.yml`, the first in order as their default."""
    for plugin in PLUGINS:
        if plugin not in config.plugins:
            raise Refused(Problem(_place(config, ()), "settings.plugin", {"name": plugin}))
    i18n = config.plugins["i18n"]
    named = [i18n.default_language, *(code for code in i18n.build_languages if code != i18n.default_language)]  # type: ignore[attr-defined]  # the i18n plugin has no types
    codes = [language.code for language in site.languages]
    if named[0] != codes[0] or set(named) != set(codes):
        raise Refused(Problem(_place(config, ("i18n", "languages")), "settings.languages", {"known": ", ".join(codes)}))


def _without_file(site: Site) -> str:
    """What `mkdocs.yml` of a project would say, as JSON, which is YAML as well."""
    languages = [
        {"locale": each.code, "name": each.name, "default": each == site.languages[0], "build": True}
        for each in site.languages
    ]
    i18n = {
        "docs_structure": "folder",
        "fallback_to_default": False,
        "reconfigure_material": False,
        "reconfigure_search": False,
        "languages": languages,
    }
    return json.dumps(
        {
            "site_name": "Drws",
            "plugins": [{"i18n": i18n}, "drws"],
            "validation": {"nav": {"omitted_files": "ignore"}, "links": {"absolute_links": "ignore"}},
        }
    )


def _place(config: MkDocsConfig, below: tuple[str, ...]) -> Place:
    """Where `plugins` stands in the file, or what is `below` one of them: plugins are a list, or named one by one."""
    file = Path(config.config_file_path)
    found = tree.places(file.read_text("utf-8-sig", "replace"))
    paths = [path for path in found.of_values if path[:1] == ("plugins",) and path[len(path) - len(below) :] == below]
    line, column = found.find(min(paths, key=len, default=("plugins",)))
    return Place(shown(file), ("plugins", *below), line=line, column=column)
