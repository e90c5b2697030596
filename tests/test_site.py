"""The small example, built: it is what the golden files hold, to the byte the same wherever and however often it is built, and sound."""

import hashlib
import json
import os
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from drws.build.output import gather_output
from drws.build.publish import MARK
from drws.domains.registry import installed
from drws.system.signature import FILES

from .golden_pages import golden_pages, outline
from .html_validate import html_problems

if TYPE_CHECKING:
    from tests.conftest import Drws
    from tests.example import Example
    from tests.golden import Golden

THEME = Path(__file__).parent.parent / "theme"
STAMP = re.compile(r"((?:assets|embed/parts)/[\w-]+)\.[0-9a-f]{10}\.")
"""The part of an asset's name that changes with what is in it: it is no news in a golden file."""


@pytest.mark.slow
def test_the_pages_are_what_they_were(built: "Example", golden: "Golden") -> None:
    """The frame of each language, and what each page that is shown puts into it (`golden_pages.py`)."""
    golden.compare_all("golden/site", golden_pages(built.site, _shown(built)))


def test_the_other_files_are_what_they_were(built: "Example", golden: "Golden") -> None:
    """Every file but pages, assets and most of the feeds; among them `.drws-files`, of which the names of all files are shown: their digests change with each.

    So do what stands for the sources and the versions in `build-info.json`: test_materials.py. `bucket.json` lists the same files once more:
    test_hosting.py.
    """
    left_out = ("assets/", "embed/", "data/", "bucket.json")
    files = {name: path for name, path in _files(built.site).items() if not name.startswith(left_out)}
    texts = {name: STAMP.sub(r"\1.", path.read_text("utf-8")) for name, path in files.items() if path.suffix != ".html"}
    texts[FILES] = "".join(sorted(f"{line.partition('  ')[2]}\n" for line in texts[FILES].splitlines()))
    info = {name: said for name, said in json.loads(texts[MARK]).items() if name not in ("sources_sha256", "versions")}
    texts[MARK] = json.dumps(info, indent=2) + "\n"
    texts["sitemap.xml"] = re.sub(r">\s+<(?!/?urlset|url>)", "> <", texts["sitemap.xml"])  # a line for each address
    texts |= {f"data/{language}/service.json": _one_service(built.site, language) for language in ("cy", "en")}
    golden.compare_all("golden/files", texts)


def _one_service(site: Path, language: str) -> str:
    """One service of a feed, with all that belongs to it, a line for each value: what else stands in `data/` is told in test_open_referral.py."""
    files = (site / "data/oruk/v3" / language / "services").glob("*.json")
    [service] = [
        each for path in files if (each := json.loads(path.read_text("utf-8")))["x_record"] == "service:grwp-rhieni"
    ]
    return json.dumps(service, ensure_ascii=False, indent=1) + "\n"


def test_every_template_is_shown(built: "Example") -> None:
    """The golden pages cover all that a page can be made from, but what only a site in one language has: test_one_language.py.

    A page that leads on from an old address is no page of the site's own: it is among them, and no plan says so. A template with a stylesheet beside it is that of a PDF: test_policy_documents.py.
    """
    made, problems = gather_output(built.load(), built.work)
    assert made, problems
    shown = _shown(built)
    files = [path for path in THEME.glob("*/*.html") if not path.with_suffix(".css").is_file()]
    templates = {path.relative_to(THEME).as_posix() for path in files if path.parent.name != "parts"}
    assert {plan.template for plan in made.every_plan if plan.path in shown or "/" not in plan.path} == (
        templates | {"main.html"}
    ) - {"website/way-in.html", "website/moved.html"}


def test_a_page_is_put_together_alike_in_every_language(built: "Example") -> None:
    """What is shown in one language holds for the other: the same elements, as often. Their words are those of the data and of `strings.yml`."""
    loaded = built.load()
    assert loaded.addresses
    outlines: dict[str, dict[str, Mapping[tuple[str, str], int]]] = defaultdict(dict)
    for (name, language), path in loaded.addresses.paths.items():
        if (page := built.site / _file(path)).suffix == ".html":
            outlines[name][language] = outline(page.read_text("utf-8"))
    for name, of in outlines.items():
        assert of["cy"] == of["en"], name


def _shown(built: "Example") -> frozenset[str]:
    """The pages that are golden files: those of one record in English, all others in Welsh, whose order and plurals take more care."""
    loaded = built.load()
    assert loaded.addresses
    kinds = {entity.KIND for entity in installed().entities}
    named = (
        _file(path)
        for (name, language), path in loaded.addresses.paths.items()
        if language == ("en" if name.partition(":")[0] in kinds else "cy")
    )
    return frozenset((*named, *OF_OLD_ADDRESSES))


OF_OLD_ADDRESSES = ("cy/geirfa/rhestr-o-leoedd/index.html", "cy/gwasanaethau/clwb-nos-wener/index.html")
"""A page that leads on from where another was, and one of something that was withdrawn: no link names them."""


def _file(path: str) -> str:
    return f"{path}index.html" if path.endswith("/") else path


def test_the_assets_are_those_of_the_theme(built: "Example") -> None:
    """Stylesheet, scripts, drawings, fonts and icons; each named after what is in it, but the fonts that the stylesheet names, and pictures for
    links, which are named after what they are drawn from (test_previews.py).
    """
    names = {STAMP.sub(r"\1.", name) for name in _files(built.site) if name.startswith("assets/")}
    assert {
        "assets/site.css",
        "assets/site.js",
        "assets/search.js",
        "assets/favicon.svg",
        "assets/figtree-wght-normal.woff2",
    } <= names
    for name, path in _files(built.site).items():
        if stamp := re.fullmatch(r"assets/(?!social).*\.([0-9a-f]{10})\.\w+", name):
            assert hashlib.sha256(path.read_bytes()).hexdigest().startswith(stamp[1])


@pytest.mark.slow
def test_a_build_elsewhere_gives_the_same_bytes(built: "Example", searched: Path, drws: "Drws", tmp_path: Path) -> None:
    """Other time zone, locale, hash seed, folder, order of files on the disk, and time stamps, and somebody who keeps their files to
    themselves: every byte is the same, the search index too. What every project has of the dictionaries is there, but not the keys of the pages.
    """
    elsewhere = _moved(built, tmp_path / "ffolder arall")
    surroundings = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "4242", "PYTHONUTF8": "0"}
    umask = os.umask(0o077)
    try:
        done = type(drws)(surroundings)("build", *elsewhere.options())
    finally:
        os.umask(umask)
    assert done.returncode == 0, done.stderr
    entry = (elsewhere.site / "pagefind" / "pagefind-entry.json").read_text("utf-8")
    assert entry == json.dumps(json.loads(entry), ensure_ascii=False, sort_keys=True), "in an order of its own"
    one, other = _digests(searched), _digests(elsewhere.site)
    assert {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)} == set()


@pytest.mark.node
def test_every_page_is_sound_html(built: "Example") -> None:
    """html-validate finds nothing on any page. Of those that are put together alike in every language it reads one.

    What stands beside the folders of the languages is read in test_html.py.
    """
    assert html_problems(built.site, [page for page in _shown(built) if page.endswith(".html")]) == []


def test_no_english_on_a_welsh_page_and_no_welsh_on_an_english_one(built: "Example") -> None:
    """Words that the theme or the data has in both languages stand only on the pages of their own, or are marked as being in another."""
    said = [*_words_of_the_theme(), *_words_of(built.root / "data")]
    for here, other in (("cy", "en"), ("en", "cy")):
        foreign = {words[other].strip() for words in said} - {words[here].strip() for words in said}
        long_enough = {words for words in foreign if len(words) > 7 and "{" not in words}
        for name, path in _files(built.site).items():
            if name.startswith(f"{here}/") and name.endswith(".html"):
                text = "\n".join((_words_in(path, here), *_told_to_programs(path)))
                assert [words for words in long_enough if words in text] == [], name


def test_all_that_is_written_for_visitors_is_published(built: "Example") -> None:
    """Every text of every record stands on some page of each language: no field is typed for nothing."""
    for language in ("cy", "en"):
        pages = [
            path
            for name, path in _files(built.site).items()
            if name.startswith(f"{language}/") and name.endswith(".html")
        ]
        published = "\n".join(" ".join(_words_in(path, language).split()) for path in pages)
        said = [part for words in _words_of(built.root / "data") for part in words[language].split("\n") if part]
        said = [words for words in said if not words.startswith("https://")]
        assert [words for words in said if words not in published and words not in NOT_ON_PAGES] == []


NOT_ON_PAGES = {
    *("Lleol", "Local", "Cyfeiriadur", "Directory", "Un drws i bawb", "One door for everyone"),
    *("Ymholiadau", "Enquiries", "Yn poeni am blentyn", "Worried about a child"),
}
"""The names of tiers, the short name and the strapline of the site, and the purposes of contacts that stand on their own organization’s page:
templates may use them, and need not."""


def test_every_page_says_who_made_it_and_when(built: "Example") -> None:
    """The day for which the site was built stands on every page, in the page's language."""
    for name, path in _files(built.site).items():
        if name.startswith(("cy/", "en/")) and name.endswith(".html"):
            assert ("21 Tachwedd 2025" if name.startswith("cy/") else "21 November 2025") in path.read_text("utf-8"), (
                name
            )


def _moved(example: "Example", root: Path) -> "Example":
    """A copy whose files were made in another order and at another time."""
    for folder in ("data", "content"):
        for path in sorted((example.root / folder).rglob("*"), reverse=True):
            if path.is_file():
                target = root / path.relative_to(example.root)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
                os.utime(target, (978307200, 978307200))
    shutil.copytree(example.work, root / "work")
    return type(example)(root)


def _files(root: Path) -> dict[str, Path]:
    return {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*")) if path.is_file()}


def _digests(root: Path) -> dict[str, str]:
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in _files(root).items()}


def _words_in(path: Path, language: str) -> str:
    """Everything on a page that is in its own language: words, titles and descriptions, and what script will show."""
    html = path.read_text("utf-8").replace("<template", "<div").replace("</template>", "</div>")
    page = LexborHTMLParser(html)
    for node in page.css(f'body [lang]:not([lang="{language}"]), {TOLD}'):
        node.decompose()
    attributes = [
        node.attributes.get(name) or ""
        for name in ("content", "title", "alt", "aria-label", "placeholder")
        for node in page.css(f"[{name}]")
    ]
    return "\n".join([page.css("title")[0].text(), page.body.text(separator="\n") if page.body else "", *attributes])


TOLD = 'script[type="application/ld+json"]'
"""What a page tells programs: nobody reads it there."""


def _told_to_programs(path: Path) -> Iterator[str]:
    """The words in it."""
    told: list[object] = [json.loads(node.text()) for node in LexborHTMLParser(path.read_text("utf-8")).css(TOLD)]
    while told:
        each = told.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, list | dict):
            told += [each[name] for name in each if name[0] != "@"] if isinstance(each, dict) else each


def _words_of_the_theme() -> list[Mapping[str, str]]:
    files = sorted((Path(__file__).parent.parent / "theme").rglob("strings.yml"))
    return [
        words
        for file in files
        for key, words in yaml.safe_load(file.read_text("utf-8")).items()
        if isinstance(words, dict) and isinstance(words["cy"], str) and not key.startswith(("language.", "address."))
    ]


def _words_of(folder: Path) -> list[Mapping[str, str]]:
    """Every text of the data that is there in both languages."""
    found: list[Mapping[str, str]] = []

    def look(value: object) -> None:
        if isinstance(value, dict):
            if {"cy", "en"} <= value.keys() and isinstance(value["cy"], str):
                found.append(value)
            for each in value.values():
                look(each)
        elif isinstance(value, list):
            for each in value:
                look(each)

    for path in sorted(folder.rglob("*.yml")):
        if path.name == "addresses.yml":  # it has addresses in every language, and no words
            continue
        look(yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader))
    return found
