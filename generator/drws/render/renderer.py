"""Page plans to HTML, through the theme's templates: autoescaped, and strict about words that a page does not have."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple, cast

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
)
from markupsafe import Markup

from drws.domains.website import policy
from drws.domains.website.exit_this_page.functions import ways_out
from drws.kernel.authored import DRAWING, Prose
from drws.kernel.materials import Materials
from drws.kernel.site import Site
from drws.planning.addresses import Addresses
from drws.planning.domain import Domains
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner
from drws.planning.summary import summary_of
from drws.read.reader import Folder, read_value
from drws.read.theme import Theme
from drws.render.assets import Assets
from drws.render.first_mentions import FirstMentions, once_a_page
from drws.render.linked_data import linked_data
from drws.render.mistakes import mistakes_refused
from drws.render.page_blocks import BlockWords, RenderedBlock, with_blocks
from drws.render.prose import emphasise, prose
from drws.render.social.pictures import SocialPictures
from drws.render.social.preview import Preview, Previews
from drws.render.speech import Speech
from drws.render.templates import Compiled, Templates
from drws.say.foreign_words import borrowed, with_elements
from drws.say.strings import Strings


class Document(NamedTuple):
    """The PDF that a page leads to."""

    url: str
    size: int
    """In bytes."""

    @property
    def kilobytes(self) -> int:
        """Its size in thousands of bytes, one at least."""
        return max(1, round(self.size / 1000))


class ToldElsewhere(NamedTuple):
    """What the head of a page tells of it where it is not shown."""

    linked_data: Markup
    """For programs."""
    summary: str
    """For search engines."""
    preview: Preview
    """For chats."""


@dataclass(frozen=True)
class Renderer:
    """Makes HTML of plans in every language of the site."""

    site: Site
    strings: Strings
    addresses: Addresses
    domains: Domains
    assets: Assets
    theme: Theme
    cache: Path
    """A folder of ours for compiled templates."""
    colours: Mapping[str, str]
    """The colours of the site, by role."""
    documents: Mapping[tuple[str, str], Document] = field(default_factory=dict)
    """What there is as PDF, by the name and the language of the page that leads to it."""
    materials: Materials | None = None
    """What the site is made of, where that is known."""

    @cached_property
    def environments(self) -> Mapping[str, Environment]:
        """The templates as each language sees them: the same files, other words and addresses."""
        return {language.code: self._environment(language.code) for language in self.site.languages}

    def render(self, plan: PagePlan) -> str:
        """The HTML of a page. Raises Refused where a template of the project's own does not work."""
        with mistakes_refused(self.theme):
            html = self.environments[plan.language].get_template(plan.template).render(self.context(plan))
        return self.finished(html, plan.language)

    def finished(self, html: str, language: str) -> str:
        """A rendered page on which each term is linked once, with words marked that a language in part borrows from others."""
        html = once_a_page(html)
        return with_elements(html, language) if any(each.partial for each in self.site.languages) else html

    def in_prose(self, name: str, language: str) -> Markup:
        """A record as a hand-written page shows it in a sentence, by its name: `contact:letterbox`. Of a drawing, `drawing:court`, its address."""
        kind, _, id_ = name.partition(":")
        if kind == DRAWING:
            return Markup("{}{}").format(self.addresses.base, self.assets.path(f"drawing-{id_}.svg"))
        model, template = next(each for each in self.domains.in_prose.items() if kind == each[0].KIND)
        said: Markup = cast("Any", self.environments[language].get_template(template).module).in_prose(
            self.site.of(model)[id_]
        )
        return said.strip()

    def prose(self, words: Prose, language: str, emphasised: re.Pattern[str] | None = None) -> Markup:
        """The HTML of words that were read from Markdown, for a page in a language."""
        links_terms = words.links_terms and words.language == language

        def finished(cleaned: str) -> str:
            html = self._finished_prose(cleaned, language if links_terms else None, emphasised)
            return with_blocks(html, lambda number, held: self._block(words, number, held))

        return prose(words, language, self.addresses, self.in_prose, finished)

    def _block(self, words: Prose, number: int, held: BlockWords) -> Markup:
        """A block of a page, in the language of the words around it."""
        block = words.page_blocks[number]
        kind = self.domains.blocks[block.kind]
        view = kind.view(block, self._planner(words.language))
        it = RenderedBlock(block, view, held.words, held.parts, number)
        shown: Markup = cast("Any", self.environments[words.language].get_template(kind.template).module).block(it)
        return shown

    @cached_property
    def previews(self) -> Mapping[str, Previews]:
        """How links to the pages of each language are shown elsewhere."""
        pictures = SocialPictures(self.site, self.theme, self.assets, self.colours, self.cache.parent)
        planners = {language.code: self._planner(language.code) for language in self.site.languages}
        return {code: Previews(planner, pictures, planner.once(ways_out)) for code, planner in planners.items()}

    @cached_property
    def _planner(self) -> Callable[[str], Planner]:
        """What views are made with, for each language."""

        @cache
        def planner(code: str) -> Planner:
            return Planner(self.site, self.strings, self.addresses, self.site.language(code), self.domains)

        return planner

    @cached_property
    def _finished_prose(self) -> Callable[[str, str | None, re.Pattern[str] | None], str]:
        """Adds links to terms in a language, and emphasis, to cleaned HTML. Versions of a policy have most passages in common, and neighbouring
        pages show them: what was made of the last ones is kept.
        """

        @lru_cache(maxsize=1024)
        def finish(cleaned: str, terms: str | None, emphasised: re.Pattern[str] | None) -> str:
            html = self._mentions[terms].linked(cleaned) if terms else cleaned
            return emphasise(html, emphasised) if emphasised else html

        return finish

    @cached_property
    def _mentions(self) -> Mapping[str, FirstMentions]:
        return {
            each.code: FirstMentions(self.site, self.domains, each.code, self.addresses) for each in self.site.languages
        }

    def context(self, plan: PagePlan, **more: Any) -> dict[str, Any]:  # noqa: ANN401  templates take anything
        """What a template is handed."""
        told = ToldElsewhere(  # before words of another language get signs: none of it is a part of the page
            linked_data(plan, self.site), summary_of(plan), self.previews[plan.language].of(plan)
        )
        if self.site.language(plan.language).partial:
            title, description = (
                borrowed(words, language) if language else words
                for words, language in (
                    (plan.title, plan.title_language),
                    (plan.description, plan.description_language),
                )
            )
            plan = replace(plan, title=title, description=description)
        return {"page": plan, "view": plan.view, "told_elsewhere": told, **more}

    def _environment(self, language: str) -> Environment:
        self.cache.mkdir(parents=True, exist_ok=True)
        environment = Templates(
            loader=self._templates(),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=Compiled(str(self.cache)),
            auto_reload=False,
            cache_size=-1,  # every template, in a plain dictionary
        )
        speech = Speech(language, self.site, self.strings, self.addresses)
        environment.filters.update(
            localised=speech.localised,
            plain=speech.plain,
            paragraphs=speech.paragraphs,
            date=speech.date,
            listed=speech.listed,
            language_name=speech.language_name,
            money=speech.money,
            period=speech.period,
        )
        environment.globals.update(
            site=self.site,  # for all templates: one that is imported with a page's context is read anew for every page
            page_language=language,
            t=speech.say,
            has_words=self.strings.entries.__contains__,
            marked=speech.marked,
            about=speech.about,
            in_own_words=speech.in_own_words,
            own_name={each.code: each.name for each in self.site.languages}.__getitem__,
            forms=speech.forms,
            remembered=cache,
            url=speech.url,
            has_page=lambda name: self.addresses.has(name, language),
            link=speech.link,
            language_name=speech.language_name,
            document_of=lambda name: self.documents.get((name, language)),
            page_title=speech.page_title,
            website=speech.website,
            correction_url=speech.correction_url,
            asset=lambda name: self.addresses.base + self.assets.path(name),
            imports=self.assets.imports.__getitem__,
            colours=self.colours,
            revision=self.materials.revision if self.materials else None,
            base=self.addresses.base,
            csp=policy.for_pages(),
            navigation=tuple(
                (speech.page_title(name), speech.url(name), name) for name in self.site.partnership.navigation
            ),
            footer_links=tuple((speech.page_title(name), speech.url(name)) for name in self.site.partnership.footer),
            panels=partial(_panels, environment),
            prose=lambda words, emphasised=None: self.prose(words, language, emphasised),
            **self._govuk_macros(),
        )
        planner = self._planner(language)
        for domain in self.domains:
            functions = domain.functions(planner)
            environment.globals.update(functions)
            environment.filters.update(functions)
        return environment

    def _templates(self) -> BaseLoader:
        """Each template by its name; a project that has one of the same name reaches the package's as `package/…`, to extend it."""
        folders = [folder.path for folder in self.theme.layers]
        return ChoiceLoader([FileSystemLoader(folders), PrefixLoader({"package": FileSystemLoader(folders[-1])})])

    def _govuk_macros(self) -> dict[str, Any]:
        """GOV.UK's macros, from an environment of their own: they test for keys that are absent, which ours does not let pass (docs/decisions/0005)."""
        listed = self.theme.find("govuk.yml")
        value, _ = read_value(listed, Folder(listed.parent, "theme")) if listed else (None, [])
        package = "govuk_frontend_jinja"
        lenient = Environment(
            loader=PrefixLoader({package: PackageLoader(package)}),
            autoescape=True,
            bytecode_cache=Compiled(str(self.cache)),
        )
        names = [str(name) for name in value] if isinstance(value, list) else []
        macros = {name: lenient.get_template(f"{package}/components/{name}/macro.html").module for name in names}
        return {_macro_name(name): getattr(module, _macro_name(name)) for name, module in macros.items()}


def _macro_name(component: str) -> str:
    """What GOV.UK calls the macro of a component: `govukSummaryList`."""
    return "govuk" + "".join(part.title() for part in component.split("-"))


def _panels(environment: Environment, page: PagePlan, slot: str = "more") -> Markup:
    """What other subjects add to a page, in one of its slots."""
    return Markup("\n    ").join(
        "" if not each.view else cast("Any", environment.get_template(each.template).module).panel(each.view)
        for each in page.panels
        if each.slot == slot
    )
