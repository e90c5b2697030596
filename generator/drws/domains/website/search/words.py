"""What people say when they search, and which pages they need then: `data/search/words.yml`. The file may be left out."""

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.kernel.entity import Part
from drws.kernel.names import AlternateNames
from drws.kernel.values import Words


class Synonym(Part):
    """Words that people type, and the words that the pages have for it. A common misspelling is one as well."""

    said: AlternateNames
    """What people type, by language: `{cy: [mam waed], en: [birth mum, real mum]}`."""
    meant: AlternateNames
    """What the pages say, by language. It is searched for besides what was typed."""
    reason: Words
    """Why this is the same, for those who review the file."""


class BestBet(Part):
    """Pages that come first when somebody searches for certain words."""

    queries: AlternateNames
    """What people type, by language."""
    pages: tuple[Words, ...]
    """The pages, by name, the best one first: `service:pathways`, `page:adopting`, `contact`."""
    reason: Words
    """Why this page is what they need, for those who review the file."""

    @model_validator(mode="after")
    def _names_a_page(self) -> "BestBet":
        if not self.pages:
            raise PydanticCustomError("type.empty", "", {"at": "pages"})
        return self


class SearchWords(Part):
    """What the search page knows besides the words of the pages."""

    passed_over: AlternateNames = AlternateNames()
    """Words that a question is made of and that say nothing about a page: `{cy: [sut, mae], en: [how, do, I]}`."""
    synonyms: tuple[Synonym, ...] = ()
    """What people type and what the pages say."""
    best_bets: tuple[BestBet, ...] = ()
    """Pages that come first."""
