"""What `data/site.yml` says about the website itself: how one leaves it quickly, and what its languages need not have alike."""

from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.kernel.entity import Part, Source
from drws.kernel.link import Link
from drws.kernel.materials import Revision
from drws.kernel.names import AlternateNames
from drws.kernel.text import Text
from drws.kernel.values import (
    CheckDigits,
    Day,
    Email,
    Id,
    LanguageCode,
    Number,
    NumberShape,
    WebAddress,
    Words,
    YesOrNo,
)


class ExitThisPage(Part):
    """A button that leaves the site at once, on pages where it is a risk to be seen. Shift, three times, does the same."""

    website: Link
    """Where it leads: a page that anybody may have open, and that shows nothing of who reads it, such as the weather."""
    pages: tuple[Words, ...]
    """The pages that have it, by the names that links have: `contact`, `audience:…`, `page:…`."""
    advice_page: Words | None = None
    """The page that says how to keep a visit to oneself. It is linked beside the button."""
    sources: tuple[Source, ...] = ()
    """Where it was read that the page it leads to will do."""


class SaidAlone(Part):
    """Words that pages in one language say alone: readers of another one have no use for them."""

    language: LanguageCode
    """The language of those pages."""
    begins: Words
    """How such an item or paragraph begins, as a reader reads it."""
    reason: Words
    """Why the others do not say it. A remark for editors. Not published."""
    until: Day
    """The last day on which it holds. After it somebody is asked to look at it."""


class PersonalNumber(Part):
    """A number by which a country, or a bank in it, knows one person. None belongs on a page."""

    id: Id
    """What messages and `personal_data` call it: `nhs-number`."""
    shape: NumberShape
    """How it is written, with six digits at least. Blanks and hyphens between its groups may be there or not."""
    check_digits: CheckDigits | None = None
    """By what it is told from other numbers of the same shape. Left out where it has no check digits."""
    after: AlternateNames | None = None
    """Words before it, where its shape alone is too common: `{cy: [cod didoli], en: [sort code]}`. Without them it is found wherever it stands."""


class Security(Part):
    """Whom somebody tells who has found a hole in the site: `/.well-known/security.txt` says it (RFC 9116)."""

    email: Email | None = None
    """A mailbox that a team reads."""
    website: Link | None = None
    """A page with a form, or one that says how. It begins with `https://`."""
    policy: Link | None = None
    """A page that says what may be tried, and how soon somebody answers. It begins with `https://`."""

    @model_validator(mode="after")
    def _can_be_reached(self) -> "Security":
        if self.email is None and self.website is None:
            raise PydanticCustomError("security.nobody", "")
        for field in ("website", "policy"):
            link: Link | None = getattr(self, field)
            for address in link.addresses.values() if link else ():
                if not address.startswith("https://"):
                    raise PydanticCustomError("security.https", "", {"at": field, "value": address})
        return self


class Evaluation(Part):
    """A test of the site by people, beside the tests that run by themselves."""

    PAST_DATES: ClassVar[tuple[str, ...]] = ("date",)

    by: Text
    """Who tested it: people who use a screen reader, an auditor. No name of a person."""
    date: Day
    """When."""
    is_complete: YesOrNo = False
    """Did they test it against every success criterion of the standard? Only then can the statement say that the site meets it in full."""
    website: Link | None = None
    """Where their report can be read."""


class AccessibilitySettings(Part):
    """What an accessibility statement says that no test can know."""

    PAST_DATES: ClassVar[tuple[str, ...]] = ("prepared_date", "reviewed_date")

    prepared_date: Day | None = None
    """When the statement was first written."""
    reviewed_date: Day | None = None
    """When somebody last read it and found it right."""
    tests_hold_days: Number = 90
    """Days after which results of tests are called old."""
    evaluations: tuple[Evaluation, ...] = ()
    """Tests by people. Left out while there are none: the statement then says so."""


class WebsiteSettings(Part):
    """How the website itself works."""

    exit_this_page: ExitThisPage | None = None
    """The button that leaves the site at once. Without it no page has one."""
    accessibility: AccessibilitySettings | None = None
    """What the accessibility statement says besides the results of tests."""
    same_pages: tuple[Link, ...] = ()
    """Pages of others that have an address of their own in each language: `{cy: https://pont.example/grwp, en: https://pont.example/group}`.
    Where every address ends with a slash, all pages below them correspond to one another."""
    personal_numbers: tuple[PersonalNumber, ...] = ()
    """Numbers by which the country of the site knows one person: they are refused in every text."""
    largest_loss: Number = 10
    """How many in a hundred of its pages, in any language, or of its contacts a site may lose from one build to the next. `drws build` refuses
    more, unless it is told `--allow-shrink`. Two may always go."""
    repository: WebAddress | None = None
    """Where everybody can read the sources of the site: `https://github.com/<owner>/<name>`. The foot of every page links to the commit that the
    site was made of, at `…/commit/<commit>`, as GitHub, GitLab and Forgejo have it. Left out where the sources are not public."""
    security: Security | None = None
    """Whom somebody tells who has found a hole in the site. Without it there is no `security.txt`."""
    said_alone: tuple[SaidAlone, ...] = ()
    """What pages in one language say alone, such as that a source is in another language. Items and paragraphs that begin so, and lead nowhere,
    are not compared."""

    def commit_url(self, revision: Revision) -> str:
        """Where a commit can be read. Asked only where the site names its repository."""
        return f"{(self.repository or '').rstrip('/')}/commit/{revision.commit}"
