"""`docs/pages.md`: which pages and other files the site is made of, and the names by which links know them."""

from pathlib import Path

from drws.domains.guidance import page as authored
from drws.domains.registry import installed
from drws.domains.website.entrance import plan_entrances
from drws.planning.domain import PageType
from made_docs.markdown import MADE, file_of, first_sentence, languages, rows, typed

INTRODUCTION = """# Pages and other files

What the site is made of, and the names by which hand-written pages and `data/site.yml` link to it.
[CONTRIBUTING](../CONTRIBUTING.md#link-by-name) shows how to write such a link.
"""

HAND_WRITTEN = """In `data/site.yml` these names stand without `page:`.

A hand-written page is `page:<path>`, where the path is that of its file without the language: `content/cy/adopting/who-can-adopt.md`
and `content/en/adopting/who-can-adopt.md` are `page:adopting/who-can-adopt`. Its address is made from the slugs in its front matter.
"""

RECORDS = """The last part of an address is made from the record’s name in that language. For a local authority it is made from the name
of its place.
"""

BY_HAND = (authored.plan, plan_entrances)
"""What plans pages that are not made from the data alone, or belong to no language."""


def document(root: Path) -> str:
    """Names, addresses, page types, exports, documents."""
    strings = {
        key: forms for file in sorted((root / "theme").rglob("strings.yml")) for key, forms in typed(file).items()
    }
    codes = languages(root)
    modules = [*map(file_of, _page_types()), *map(file_of, BY_HAND)]
    return "\n".join(
        [
            MADE,
            INTRODUCTION,
            "## Pages that exist once\n",
            *rows(
                ("name in links", *codes),
                [(f"`page:{name}`", *(_address(name, code, strings) for code in codes)) for name in _single()],
            ),
            HAND_WRITTEN,
            "## A page for each record\n",
            *rows(
                ("name in links", *codes),
                [
                    (f"`{model.KIND}:<id>`", *(f"`/{code}/{strings[f'address.{section}'][code]}/…/`" for code in codes))
                    for model, section in installed().sections.items()
                ],
            ),
            RECORDS,
            "## Page types\n",
            *rows(("module", "what it plans"), [(f"`{file}`", first_sentence(root / file)) for file in modules]),
            "## Other files\n",
            *rows(
                ("module", "what it writes"),
                [(f"`{file_of(export)}`", first_sentence(root / file_of(export))) for export in installed().exports],
            ),
            "## Documents\n",
            "`drws build --pdf` makes them as well.\n",
            *rows(
                ("module", "what it plans"),
                [(f"`{file_of(plan)}`", first_sentence(root / file_of(plan))) for plan in _documents()],
            ),
        ]
    )


def _documents() -> list[PageType]:
    return [plan for domain in installed() for plan in domain.documents]


def _address(name: str, code: str, strings: dict[str, dict[str, str]]) -> str:
    """The address of a page that exists once."""
    match name:
        case "home":
            return f"`/{code}/`"
        case "not-found":
            return f"`/{code}/404.html`"
    return f"`/{code}/{strings[f'address.{name}'][code]}/`"


def _single() -> list[str]:
    """The pages that exist once in each language."""
    return [page.name for domain in installed() for page in domain.single_pages]


def _page_types() -> list[PageType]:
    return [page for domain in installed() for page in domain.pages]
