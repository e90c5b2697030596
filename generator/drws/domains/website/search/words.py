"""What people say when they search, and which pages they need then: the files of `data/search/`. Each may be left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.kernel.entity import Part
from drws.kernel.names import AlternateNames
from drws.kernel.values import Words, YesOrNo


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
    """What people type, by language. A word with `+`, of two letters at least, has to be in the question just so, in this form: `+was adopted`
    is not `adopt`. Words joined by a hyphen have to follow each other besides: `+my-child` is not in “my foster child”."""
    pages: tuple[Words, ...]
    """The pages, by name, the best one first: `service:pathways`, `page:adopting`, `contact`."""
    without: tuple[Words, ...] = ()
    """Pages that are left out, by name, because they would hurt whoever types this."""
    with_countries: YesOrNo = False
    """`true` when the name of any other country is such a query as well, in every language that names countries (Unicode CLDR)."""
    reason: Words
    """Why this page is what they need, for those who review the file."""

    @model_validator(mode="after")
    def _names_a_page(self) -> "BestBet":
        if not self.pages:
            raise PydanticCustomError("type.empty", "", {"at": "pages"})
        return self


class WordGroup(Part):
    """Words that stand for one another in the patterns of `danger` and `topics`."""

    name: Words
    """How the patterns call it: `@child` is any word of the group `child`."""
    said: AlternateNames
    """Its words by language, in the forms that people type, `hit*` for every word that begins so: `{cy: [plentyn, mab], en: [child*, son]}`."""


class Topic(Part):
    """What a question may be about, where its words are those of no page. The words of each pattern in it are points; the topic with most leads."""

    said: AlternateNames
    """Patterns by language, written as those of danger: a word alone where it tells enough, `write* mum/son` where two do."""
    pages: tuple[Words, ...]
    """The pages, by name, the best one first. The first two or three are shown, after best bets."""
    without: tuple[Words, ...] = ()
    """Pages that are left out with it, by name, because they would hurt whoever asks this."""
    with_countries: YesOrNo = False
    """`true` when the name of any other country is such a word as well."""
    reason: Words
    """What people ask here, for those who review the file."""


class DangerWords(Part):
    """What people type in one kind of danger or distress."""

    said: AlternateNames
    """Words by language, in the forms that people type: `{cy: [lladd fy hun], en: [kill* myself/himself]}`. All words of an entry have to
    be near each other in the question, in any order. `hit*` stands for every word that begins so, `me/us` for one of the two,
    `@child` for any word of a group, `~suicid*` for misspelt forms as well, and `-song` for a word that must not be near. A word of five
    letters that no dictionary has may be misspelt in any case. Mutated forms need not be listed where a package knows the grammar of the
    language."""
    pages: tuple[Words, ...] = ()
    """The pages that are about this danger, by name, the best one first: they come next after the page with whom to ring."""
    reason: Words
    """What happens to those who type this, for those who review the file."""


class Danger(Part):
    """When help comes first: before every result, and before the search itself is there."""

    page: Words
    """The page with whom to ring, by name: `contact`."""
    without: tuple[Words, ...] = ()
    """Pages that are left out below it, by name: they would hurt somebody in distress. So are those about how the service is run."""
    words: tuple[DangerWords, ...]
    """What people type."""


class SearchWords(Part):
    """What the search page knows besides the words of the pages."""

    groups: tuple[WordGroup, ...] = ()
    """Groups of words for `danger` and `topics`."""
    danger: Danger | None = None
    """Questions that are answered with help first. They are known in every language on the pages of every language."""
    passed_over: AlternateNames = AlternateNames()
    """Words that a question is made of and that say nothing about a page: `{cy: [sut, mae], en: [how, do, I]}`."""
    common: AlternateNames = AlternateNames()
    """Words that nearly every question of this site has, so that they tell little of what is meant: `{en: [adopt, child]}`. A best bet needs
    more than these."""
    background: AlternateNames = AlternateNames()
    """Words of those who ask how the service is run: `{cy: [bwrdd], en: [board, minutes]}`. In other questions the pages that help come before
    pages about that."""
    never_mended: AlternateNames = AlternateNames()
    """Abbreviations and names that no dictionary has: `[ADHD, FASD]`. They are searched for as they are typed."""
    before_places: AlternateNames = AlternateNames()
    """Words after which the name of a town or a village may stand in a longer question: `{cy: [yn, ger], en: [in, near]}`."""
    doors: tuple[Words, ...] = ()
    """Pages to offer when nothing is found, by name, the likeliest first: `audience:adopters`."""
    synonyms: tuple[Synonym, ...] = ()
    """What people type and what the pages say."""


class BestBets(Part):
    """The pages that come first for certain questions."""

    best_bets: tuple[BestBet, ...] = ()
    """Pages that come first."""


class SearchTopics(Part):
    """What questions are about: `data/search/topics.yml`, and more files like it in `data/search/topics/`. All may be left out."""

    topics: tuple[Topic, ...] = ()
    """What questions are about that have no best bet, and whose words stand on no page."""


@dataclass(frozen=True, slots=True)
class TopicFiles:
    """The topics of every file."""

    files: Mapping[str, SearchTopics] = field(default_factory=dict)
    """By the name of the file, in the order in which equally likely topics are told."""

    @property
    def topics(self) -> tuple[Topic, ...]:
        """All of them in order."""
        return tuple(topic for each in self.files.values() for topic in each.topics)
