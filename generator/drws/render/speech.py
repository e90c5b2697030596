"""How templates of one language say things: words of the interface, texts of records, dates, numbers, links. Whatever comes from data is escaped."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from typing import Any
from urllib.parse import quote

from babel.lists import format_list
from babel.numbers import format_currency
from markupsafe import Markup, escape

from drws.kernel.entity import Entity
from drws.kernel.link import Link
from drws.kernel.site import Site
from drws.kernel.text import Said, Text
from drws.kernel.values import PartialDate, PeriodKind, TimeSpan
from drws.planning.addresses import Addresses, Target
from drws.say.foreign_words import borrowed, marked
from drws.say.languages import direction_of, grammar_of
from drws.say.strings import Strings, date_in_words


@dataclass(frozen=True)
class Speech:
    """How templates of one language say things."""

    language: str
    site: Site
    strings: Strings
    addresses: Addresses

    def say(self, key: str, /, **values: Any) -> Markup:  # noqa: ANN401  whatever the sentence needs
        """UI words. Values are escaped, unless they are markup that this class made."""
        if not values:
            return self._fixed_words(key)
        escaped = {name: value if isinstance(value, int) else escape(value) for name, value in values.items()}
        return self._as_spoken(key, Markup(self.strings.say(key, self.language, **escaped)))  # noqa: S704  our own words, and every value is escaped

    @cached_property
    def _fixed_words(self) -> Callable[[str], Markup]:
        return cache(
            lambda key: self._as_spoken(key, escape(self.strings.say(key, self.language)))
        )  # a page has about forty of them

    def _as_spoken(self, key: str, words: Markup) -> Markup:
        """UI words, with their language where they are missing in that of the page."""
        spoken = self.strings.language_of(key, self.language)
        return words if spoken == self.language else borrowed(words, spoken)

    def about(self, key: str, language: str) -> str:
        """UI words about a language, by its code."""
        return self.strings.about(key, language, self.language)

    def in_own_words(self, key: str, language: str) -> str:
        """UI words as another language of the site says them. Whoever prints them marks them with that language."""
        words, spoken = self.strings.say(key, language), self.strings.language_of(key, language)
        return words if spoken == language else borrowed(words, spoken)

    def forms(self, key: str, *, none: str) -> str:
        """The forms of UI words that count, as JSON for `theme/assets/count.js`; `none` are the words for nothing."""
        forms = {**self.strings.forms(key, self.language), "=0": self.strings.say(none, self.language)}
        return json.dumps(forms, ensure_ascii=False)

    def localised(self, text: Text | Said) -> Markup:
        """Words in the page's language; marked with their own where they are in another."""
        said = text if isinstance(text, Said) else text.in_language(self.language)
        if said.language in (None, self.language):
            return escape(said.words)
        return Markup(f"<span{self.marked(said.language)}>{escape(said.words)}</span>")  # noqa: S704  both are escaped

    def marked(self, language: str | None, inside: str = "") -> Markup:
        """The attributes of words in another language: its code, and the direction of its script where that is not the one around it,
        the page's or the one given. Nothing for words in no other language.
        """
        if not language:
            return Markup()
        return marked(language, inside or direction_of(self.language))

    def plain(self, text: Text | Said) -> str:
        """Words for places that can hold no markup: titles and attributes."""
        return text.words if isinstance(text, Said) else text.in_language(self.language).words

    def paragraphs(self, text: Text) -> Markup:
        """A longer text: an empty line, which YAML folds to a line end, starts a new paragraph."""
        said = text.in_language(self.language)
        tag = "<p>" if said.language in (None, self.language) else f"<p{self.marked(said.language)}>"
        parts = (part.strip() for part in said.words.split("\n"))
        return Markup("\n".join(f"{tag}{escape(part)}</p>" for part in parts if part))  # noqa: S704  every part is escaped

    def date(self, day: date | PartialDate) -> str:
        """A date in words, as exactly as it is known."""
        return date_in_words(self.language, day.year, day.month, day.day)

    def money(self, amount: Decimal, currency: str) -> str:
        """An amount of money as the language writes it: £12.50."""
        return format_currency(amount, currency, locale=self.language)

    def period(self, span: TimeSpan) -> str:
        """When a figure holds, in words."""
        match span.kind:
            case PeriodKind.UNDATED:
                return self.strings.say("when.undated", self.language)
            case PeriodKind.FINANCIAL_YEAR:
                said = str(span).removesuffix("~")
            case PeriodKind.INTERVAL:
                ends = {name: self.date(day) for name, day in (("first", span.first), ("last", span.last)) if day}
                said = self.strings.say(f"when.{'_'.join(ends)}", self.language, **ends)
            case _:
                said = self.date(span.first) if span.first else ""
        return self.strings.say("when.about", self.language, period=said) if span.is_about else said

    def url(self, target: Target) -> str:
        """The address of a page or a record."""
        return self.addresses.url(target, self.language)

    def link(self, entity: Entity, text: Text | None = None) -> Markup:
        """A link to a record, under its name or other words."""
        name = self.localised(text or entity.name)
        return Markup(f'<a class="govuk-link" href="{escape(self.url(entity))}">{name}</a>')  # noqa: S704  both are escaped

    def website(self, link: Link) -> tuple[str, str]:
        """The best address of someone else's page for this language, and the language it is in."""
        return link.in_language(self.language)

    def correction_url(self, entity: Entity) -> str:
        """An email to whoever mends the site, with the record's name in the subject (RFC 6068); empty where nobody does."""
        to = self.site.partnership.corrections_email
        subject = self.strings.say("correction.subject", self.language, name=self.plain(entity.name))
        return f"mailto:{quote(to, safe='@')}?subject={quote(subject)}" if to else ""

    def language_name(self, code: str) -> str:
        """What the page's language calls a language."""
        return self.strings.language_name(code, self.language)

    def listed(self, words: Iterable[str], *, mutate: bool = False) -> str:
        """Names as a list in a sentence: *Conwy, Gwynedd and Powys*, *Conwy, Gwynedd a Phowys*."""
        grammar = grammar_of(self.language)
        names = list(words)
        return grammar.listed(names, mutate=mutate) if grammar else format_list(names, locale=self.language)

    def page_title(self, name: str) -> str:
        """The title of a page that exists once."""
        if not name.startswith("page:"):
            return self.say(f"page.{name}")
        text = self.site.authored[name.removeprefix("page:")].texts[self.language]
        title = text.front_matter.short_title
        return title if text.language == self.language else borrowed(title, text.language)
